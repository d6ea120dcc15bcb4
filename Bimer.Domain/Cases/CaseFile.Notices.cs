using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using Bimer.Domain.Time;

namespace Bimer.Domain.Cases;

public sealed partial class CaseFile
{
    /// <summary>The statutory events so far; of what was recorded before ledgers were kept the receipt alone.</summary>
    private DeadlineTerms Terms => DeadlineTerms.Kept(Ledger, Basis, ReceivedOn);

    /// <summary>
    /// The approver signs an interim letter (ara yazı, 4982): in the same act the legal time becomes what the letter says, its part ends with it, and the work goes on in a
    /// leg of its own. The moment of the signature counts, whenever it was written.
    /// </summary>
    /// <returns>Refused as every signature, and where the time for it is over or it was told already; the letter then stays where it lies.</returns>
    public Outcome SignNotice(RoutingId routingId, Approval approval, ApproverChoice signatory, WorkingCalendar calendar, Actor actor, DateTimeOffset now)
    {
        var routing = RoutingOf(routingId);
        var (reply, today) = (_replies.Find(r => r.Id == routingId), IstanbulTime.LegalDay(now));
        if (WhyNotApprove(reply, approval, signatory, actor, today) is { } refusal) return refusal;
        if (reply!.Notice is not { } notice) throw new InvalidOperationException("The letter is an answer and not a notice.");
        if (WhyNotNotice(notice, now) is { } notNow) return notNow;
        var changed = notice.Change(Terms, today, calendar);
        if (changed.Value is not { } terms) return changed.Refusal!;

        reply.Approve(approval, actor.UserId, now);
        if (!notice.IsLast) KeepTerms(terms, calendar);
        reply.FixDay(notice.IsLast ? LastDayToPay : LegalEnd.On);   // what the applicant is told is the legal date
        return notice.IsLast ? EndByNotice(routing, reply, actor, now) : GoOn(routing, reply, actor, now);
    }

    /// <summary>Why the time of an information request cannot be extended at this moment; none where it can (4982 m.11).</summary>
    /// <param name="due">Its last legal day and the instant it ends, excluded.</param>
    public static Refusal? WhyNotExtend(DeadlineTerms terms, (DateOnly On, DateTimeOffset EndsAt) due, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(terms);
        if (terms.Basis != LegalBasis.InformationAct) return new Refusal.OnlyForInformationRequests();
        if (terms.ExtendedOn is { } before) return new Refusal.AlreadyExtended(before);
        if (terms.AwaitsFee) return new Refusal.FeeIsAwaited(due.On);
        return now >= due.EndsAt ? new Refusal.ExtensionTooLate(due.On) : null;
    }

    /// <summary>Why this notice cannot be told at this moment; none where it can.</summary>
    /// <inheritdoc cref="WhyNotExtend"/>
    public static Refusal? WhyNotTell(NoticeKind kind, DeadlineTerms terms, (DateOnly On, DateTimeOffset EndsAt) due, DateTimeOffset now) => kind switch
    {
        NoticeKind.Extension => WhyNotExtend(terms, due, now),
        NoticeKind.Fee => WhyNotAskFee(terms, due, now),
        _ => WhyNotWithdraw(terms, due, now),
    };

    private static MovementKind MovementOf(LetterNotice notice) => notice.Kind switch
    {
        NoticeKind.Extension => MovementKind.TimeExtended,
        NoticeKind.Fee => MovementKind.FeeTold,
        _ => MovementKind.DeemedWithdrawn,
    };

    /// <summary>Nothing follows: the part has ended, and with the last one the case.</summary>
    private Outcome EndByNotice(Routing routing, Reply reply, Actor actor, DateTimeOffset now)
    {
        End(routing, RoutingState.Answered, now);
        Record(MovementOf(reply.Notice!), routing, actor.UserId, now, change: reply.Notice!.Kept);
        Raise(new ReplyApproved(Id, routing.Id, reply.ApproverUnit, reply.Author, actor.UserId, now) { Notice = reply.Notice!.Kind });
        CloseWhenNothingIsLeft(now);
        return Outcome.Accepted;
    }

    /// <summary>Told once for the whole case. Asked at sending alone: of two that were sent in one instant the second is refused at its signature, as told already.</summary>
    private Refusal? WhyNotSendNotice(LetterNotice notice, RoutingId routingId, DateTimeOffset now)
    {
        var other = _replies.Find(r => r.Id != routingId && r.Status == ReplyStatus.AwaitingApproval && r.Notice?.Kind == notice.Kind);
        return WhyNotNotice(notice, now) ?? (other is null ? null : new Refusal.NoticeUnderWay(other.AuthorUnit));
    }

    /// <summary>Asked when it is sent for approval, and again when it is signed: days lie between.</summary>
    private Refusal? WhyNotNotice(LetterNotice notice, DateTimeOffset now)
    {
        if (WhyNotTell(notice.Kind, Terms, notice.IsLast ? (LastDayToPay, DueEndsAt) : LegalEnd, now) is { } refusal) return refusal;
        if (!notice.IsComplete) return new Refusal.NoticeIncomplete();
        if (notice.Ground.Length > Inadmissibility.LongestGround) return new Refusal.TextTooLong(notice.Ground.Length, Inadmissibility.LongestGround);
        return _routings.Count >= RoutingId.MostPerCase ? new Refusal.TooManyRoutings(RoutingId.MostPerCase) : null;
    }

    // The day the signed letter told, where a change of the holidays has made the case's own an earlier one.
    private DateOnly LastDayToPay => _replies.Where(r => r.Status == ReplyStatus.Approved).Select(r => r.Notice).OfType<FeeNotice>().Select(fee => fee.LastDay).Append(DueOn).Max() ?? DueOn;

    /// <summary>The legal time becomes another, and with it the place of every open part and of every letter that waits.</summary>
    private void KeepTerms(DeadlineTerms terms, WorkingCalendar calendar)
    {
        AwaitsFee = terms.AwaitsFee;
        CountBy(DeadlineLedger.Of(terms, calendar));
        Version++;
    }

    private void CountBy(DeadlineLedger ledger)
    {
        Keep(ledger);
        foreach (var part in _routings) part.BecomeOf(Kind, RankOf(part.Id.Sequence, part.Resumes));
        foreach (var waiting in _replies.Where(r => r.Status == ReplyStatus.AwaitingApproval)) waiting.KeepPlace(RoutingOf(waiting.Id).Rank);
    }
}
