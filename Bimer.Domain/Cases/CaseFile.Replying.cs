using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;

namespace Bimer.Domain.Cases;

public sealed partial class CaseFile
{
    /// <summary>
    /// The holder sends a letter to an approver of the own unit or of one above (Cevapla → Gönder, S44, S48). It goes to the
    /// approver's box, not to the citizen.
    /// </summary>
    /// <param name="today">The legal day in Istanbul on which the approver's İYEM record must stand.</param>
    public Outcome SubmitReply(RoutingId routingId, Letter letter, ApproverChoice approver, Actor actor, DateOnly today, DateTimeOffset now)
    {
        var routing = RoutingOf(routingId);
        if (WhyNotSubmit(routing, letter, approver, actor, today) is { } refusal) return refusal;
        if (letter.Notice is { } notice && WhyNotSendNotice(notice, routingId, now) is { } noNotice) return noNotice;

        var reply = _replies.Find(r => r.Id == routingId);
        if (reply is null) _replies.Add(reply = new Reply(routing));
        HasReplies = true;
        reply.Submit(letter, approver, routing, actor.UserId, now);
        EndHold(routing, now);
        routing.MoveTo(RoutingState.AwaitingApproval);
        Record(MovementKind.ReplySubmitted, routing, actor.UserId, now, change: reply.InadmissibilityReason ?? reply.Notice?.Kept);
        Raise(new ReplySubmitted(Id, routing.Id, reply.ApproverUnit, actor.UserId, now));
        return Outcome.Accepted;
    }

    /// <summary>Why this person may not write the letter of this part now; none when they may: asked by every save of a draft (S44).</summary>
    public static Refusal? WhyNotWrite(Routing routing, Actor actor)
    {
        if (WhyNotHolder(routing, actor) is { } notHolder) return notHolder;
        if (routing.Purpose == RoutingPurpose.Information) return new Refusal.InformationIsNotAnswered();
        return routing.State == RoutingState.AwaitingApproval ? new Refusal.WithApprover(routing.To) : null;
    }

    private Refusal? WhyNotSubmit(Routing routing, Letter letter, ApproverChoice approver, Actor actor, DateOnly today)
    {
        if (WhyNotWrite(routing, actor) is { } notNow) return notNow;
        if (WhyNotInadmissible(letter) is { } unfounded) return unfounded;
        if (letter.IsProgress && WhyNotProgress(letter) is { } noProgress) return noProgress;
        if (WhyNotItems(routing, letter) is { } undecided) return undecided;
        if (letter.Html.Length > Letter.LongestHtml) return new Refusal.TextTooLong(letter.Html.Length, Letter.LongestHtml);
        if (letter.CatalogueService.Length == 0) return new Refusal.CatalogueServiceMissing();
        if (approver.Person == actor.UserId) return new Refusal.AuthorIsApprover();
        return WhyNotSignatory(approver.Person, approver, today);
    }

    /// <summary>An answer needs its text; what is not examined needs its ground, and its text is what the writer wants to add.</summary>
    private static Refusal? WhyNotInadmissible(Letter letter)
    {
        if (letter.Inadmissibility is not { } inadmissibility) return letter.Notice is null && string.IsNullOrWhiteSpace(letter.Html) ? new Refusal.TextMissing() : null;
        if (string.IsNullOrWhiteSpace(inadmissibility.Ground)) return new Refusal.InadmissibilityGroundMissing();
        return inadmissibility.Ground.Length > Inadmissibility.LongestGround ? new Refusal.TextTooLong(inadmissibility.Ground.Length, Inadmissibility.LongestGround) : null;
    }

    /// <summary>The approver signs exactly what was on the screen, with the law's classification (Onayla, S51, S54).</summary>
    /// <param name="signatory">The person who signs, with the unit the letter lies with and the İYEM records of that person.</param>
    public Outcome ApproveReply(RoutingId routingId, Approval approval, ApproverChoice signatory, Actor actor, DateOnly today, DateTimeOffset now)
    {
        var routing = RoutingOf(routingId);
        var reply = _replies.Find(r => r.Id == routingId);
        if (WhyNotApprove(reply, approval, signatory, actor, today) is { } refusal) return refusal;
        if (reply!.Notice is not null) throw new InvalidOperationException("A notice changes the legal time and is signed by SignNotice.");
        if (WhyNotLeave(reply) is { } undecided) return undecided;

        reply.Approve(approval, actor.UserId, now);
        if (reply.IsProgress) return GoOn(routing, reply, actor, now);
        End(routing, RoutingState.Answered, now);
        Record(MovementKind.ReplyApproved, routing, actor.UserId, now, change: reply.InadmissibilityReason);
        Raise(new ReplyApproved(Id, routing.Id, reply.ApproverUnit, reply.Author, actor.UserId, now));
        CloseWhenNothingIsLeft(now);
        return Outcome.Accepted;
    }

    private Refusal? WhyNotApprove(Reply? reply, Approval approval, ApproverChoice signatory, Actor actor, DateOnly today)
    {
        if (WhyNotDecide(reply, actor, approval.ContentHash) is { } refusal) return refusal;
        if (WhyNotSignatory(actor.UserId, signatory, today) is { } noAuthority) return noAuthority;
        if (!IsOnTheList(approval)) return new Refusal.NotOnTheList();
        if (!ClassifiedUnderItsLaw(reply!, approval)) return new Refusal.ClassificationMissing();
        if (reply!.Inadmissibility is not null && approval.Grants) return new Refusal.InadmissibleIsNotGranted();
        return approval.CatalogueService.Length == 0 ? new Refusal.CatalogueServiceMissing() : null;
    }

    /// <summary>The approver sends the letter back to its writer with a note, with marks on its words, or with both (Cevap Düzeltmeyi Aç, S50).</summary>
    public Outcome ReturnForRevision(RoutingId routingId, string contentHash, Correcting correcting, Actor actor, DateTimeOffset now)
    {
        var routing = RoutingOf(routingId);
        var reply = _replies.Find(r => r.Id == routingId);
        if (WhyNotDecide(reply, actor, contentHash) is { } refusal) return refusal;
        if (WhyNotCorrect(correcting) is { } unclear) return unclear;

        reply!.SendBack(correcting, actor.UserId, now);
        routing.MoveTo(RoutingState.InRevision);
        Record(MovementKind.ReplyReturned, routing, actor.UserId, now, reply.RevisionNote);
        Raise(new ReplyReturned(Id, routing.Id, reply.ApproverUnit, reply.Author, actor.UserId, now));
        return Outcome.Accepted;
    }

    private static Refusal? WhyNotCorrect(Correcting correcting)
    {
        if (string.IsNullOrWhiteSpace(correcting.Note) && correcting.Marks.Count == 0) return new Refusal.RevisionNoteMissing();
        if (correcting.Note.Length > LongestNote) return new Refusal.TextTooLong(correcting.Note.Length, LongestNote);
        if (correcting.Marks.Count > LetterMark.Most) return new Refusal.TooManyMarks(LetterMark.Most);
        var unclear = correcting.Marks.FirstOrDefault(m => string.IsNullOrWhiteSpace(m.Quote) || string.IsNullOrWhiteSpace(m.Remark));
        if (unclear is not null) return new Refusal.MarkWithoutWords();
        var longest = correcting.Marks.Select(m => m.Remark.Length).DefaultIfEmpty().Max();
        if (longest > LetterMark.LongestRemark) return new Refusal.TextTooLong(longest, LetterMark.LongestRemark);
        longest = correcting.Marks.Select(m => m.Quote.Length).DefaultIfEmpty().Max();
        return longest > LetterMark.LongestQuote ? new Refusal.TextTooLong(longest, LetterMark.LongestQuote) : null;
    }

    private static Refusal? WhyNotDecide(Reply? reply, Actor actor, string contentHash)
    {
        if (reply is null) return new Refusal.NotAwaitingApproval(null, null);
        if (reply.Author == actor.UserId) return new Refusal.AuthorIsApprover();
        if (!actor.Is(OfficerRole.Approver, reply.ApproverUnit)) return new Refusal.NotTheApprover(reply.ApproverUnit);
        if (reply.Status != ReplyStatus.AwaitingApproval) return new Refusal.NotAwaitingApproval(reply.DecidedBy, reply.DecidedAt);
        if (!string.Equals(reply.ContentHash, contentHash, StringComparison.Ordinal)) return new Refusal.ReplyChanged(reply.Version, reply.SubmittedAt);
        return null;
    }

    private static Refusal.NoSigningAuthority? WhyNotSignatory(UserId person, ApproverChoice signatory, DateOnly today) =>
        signatory.Authorities.Any(a => a.Covers(person, signatory.Unit, today)) ? null : new Refusal.NoSigningAuthority(person, signatory.Unit.Unit);

    private static bool IsOnTheList(Approval approval) =>
        (approval.Verdict is not { } verdict || Enum.IsDefined(verdict)) && (approval.Disclosure is not { } disclosure || Enum.IsDefined(disclosure));

    private bool ClassifiedUnderItsLaw(Reply reply, Approval approval) => reply.HasNoVerdict ? approval is { Disclosure: null, Verdict: null } : Basis == LegalBasis.InformationAct
        ? approval is { Disclosure: not null, Verdict: null }
        : approval is { Verdict: not null, Disclosure: null };

    /// <summary>A case closes when no part sent for action is open; those for information never hold it open.</summary>
    private void CloseWhenNothingIsLeft(DateTimeOffset now)
    {
        if (_routings.Exists(r => r.IsOpen && r.Purpose == RoutingPurpose.Action)) return;
        ClosedAt = now;
        Version++;
        Record(MovementKind.Closed, routing: null, by: null, now);
        Raise(new CaseClosed(Id, now));
    }
}
