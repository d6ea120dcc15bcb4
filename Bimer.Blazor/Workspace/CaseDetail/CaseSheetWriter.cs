using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Outbox;
using Bimer.Blazor.Shell.Html;
using Bimer.Blazor.Shell.Letters;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;

namespace Bimer.Blazor.Workspace.CaseDetail;

/// <summary>Turns a loaded case into what one person may read of it, names instead of ids.</summary>
internal sealed class CaseSheetWriter
{
    private readonly CaseFile _case;
    private readonly Actor _actor;
    private readonly UnitDirectory _units;
    private readonly OfficerDirectory _officers;
    private readonly CaseSheet _envelope;

    public CaseSheetWriter(CaseFile caseFile, Actor actor, UnitDirectory units, OfficerDirectory officers, DateTimeOffset now)
    {
        (_case, _actor, _units, _officers) = (caseFile, actor, units, officers);
        var (stand, part) = CaseStanding.Of(caseFile, actor, units.LineageOf);
        _envelope = new CaseSheet(Head(), stand, PartOf(part), Applicant(), Text: null, [], [], [], [], now)
        {
            MayReturn = caseFile.ReturnWays(part.Id).Count > 0,
            MayLookInto = stand == CaseStand.Sealed && part.IsOpen && CaseFile.MayLookInto(units.LineageOf(part.To), actor),
        };
    }

    public bool IsOpen => _envelope.IsOpen;

    /// <summary>There is a way back that leads into no unit the case must not reach; or one proposed above two who gave it back before.</summary>
    public bool MayReturn(IReadOnlyList<ExclusionLine> kept) => _case.ReturnWays(Part.Id) is [var sender, ..] ways
        && (ways.Any(way => !kept.Any(x => _units.LineageOf(way.Unit).IsWithin(x.Unit))) || _case.ReturnsBetween(Part.UnitId, sender.Unit) > 0);

    public CasePart Part => _envelope.Part;

    /// <summary>Number, kind, clock and sender: what the outside of a letter tells.</summary>
    public CaseSheet Envelope() => _envelope with { Head = _envelope.Head with { Summary = "" } };

    public CaseSheet Whole(CaseContent content) => _envelope with
    {
        Text = content.Petition.Text,
        Markup = content.Petition.Markup,
        Items = ItemDecisions.Together(_case.Items, _case.Replies.Where(r => r.Status == ReplyStatus.Approved).OrderBy(r => r.DecidedAt).Select(r => r.Items)),
        ItemsAsListed = _case.Items.IsNone ? RequestedItems.None : RequestedItems.Of(content.Petition.Items),
        Topics = content.Topics,
        Answers = content.Answers,
        ForInformation = CaseStanding.HeldBy(_case, _actor).FirstOrDefault(part => part.Purpose == RoutingPurpose.Information)?.Id,
        Hold = content.Hold,
        RecallUntil = content.RecallUntil,
        Files = FilesOf(content, letter: null),
        Letters = [.. _case.Replies.Where(r => r.Status != ReplyStatus.AwaitingApproval).Select(r => Letter(r, content))],
        Movements = [.. content.Movements.Select(m => Line(m) with { Told = ToldOf(m, content), PutAway = PutAwayOf(m, content), Custody = CustodyOf(m) })],
        Dwell = [.. _case.Routings.OrderBy(r => r.Id).Select(Dwell)],
        Branches = [.. Dwelling.Of(_case.Routings, content.Movements, _case.ClosedAt, _envelope.At).Select(Branch)],
    };

    private CaseHead Head() => new(
        _case.Id, _case.Kind, _case.Basis, _case.Channel, _case.Summary, _case.FiledAt, _case.ReceivedOn, _case.DueOn, _case.DueEndsAt,
        _case.ClosedAt, _case.Plate, _case.District) { Ledger = _case.Ledger, RecordedAt = _case.RecordedAt, AwaitsFee = _case.AwaitsFee, LegalDueOn = _case.LegalDueOn, FirstArrival = _case.FirstArrival };

    private CasePart PartOf(Routing part) => new(
        part.Id, part.State, part.Purpose, part.Priority, _units.NameOf(part.To), NameOf(part.From), part.SentAt, NameOf(part.Custodian),
        part.OpenedAt, part.Note) { UnitId = part.To, Onlooker = NameOf(part.LookedBy), LookedAt = part.LookedAt, WantedBy = part.IsOpen ? part.WantedBy : null };

    private ApplicantLines Applicant() => new(_case.ApplicantKind, _case.MaskedName, _case.Concealment, _case.MayReveal(_actor).IsAccepted, _case.IdentityCheck);

    private LetterLine Letter(Reply reply, CaseContent content) => new(
        reply.Id, _units.NameOf(reply.AuthorUnit), reply.Status, Filled(reply), reply.RevisionNote, NameOf(reply.DecidedBy), reply.DecidedAt,
        FilesOf(content, reply.Id), reply.Status == ReplyStatus.Approved ? Delivery(reply, content) : null) { Marks = reply.Marks, Inadmissibility = reply.Inadmissibility, IsProgress = reply.IsProgress, Items = reply.Items, Notice = reply.Notice };

    /// <summary>As whoever signed it read it: nobody of the staff reads the name in it.</summary>
    private string Filled(Reply reply) => new LetterFields(
        _case.Id, _case.FiledAt, reply.Status == ReplyStatus.Approved ? reply.DecidedAt : null, _units.Find(reply.AuthorUnit)?.Name ?? _units.NameOf(reply.AuthorUnit),
        _units.InstitutionOf(reply.AuthorUnit)?.Name ?? _units.NameOf(reply.AuthorUnit)).Fill(SafeHtml.Clean(reply.Html));

    private LetterDelivery? Delivery(Reply reply, CaseContent content)
    {
        if (content.Mails.FirstOrDefault(m => m.Routing == reply.Id && m.Kind == OutboxKind.ReplyMail) is not { } mail) return null;
        var (state, answering) = (StateOf(mail), _units.LineageOf(reply.AuthorUnit));
        var delivery = new LetterDelivery(state, mail.DecidedAt ?? mail.CreatedAt, mail.Attempts, MayResolve: false) { Code = state is DeliveryState.Returned or DeliveryState.Failed ? mail.LastAnswer : null };
        return !delivery.IsOpen && state != DeliveryState.Posted ? delivery : delivery with
        {
            MayResolve = state is not (DeliveryState.NoAddress or DeliveryState.Posted) && _case.MayResolveMail(reply.Id, answering, _actor).IsAccepted,
            MayPost = _case.MayPostLetter(reply.Id, answering, _actor).IsAccepted,
            Sms = SmsLine.Of(ShortNotice.Of(reply.Id, content.Mails), _case.MayTellBySms(reply.Id, answering, _actor).IsAccepted),
            LaidAt = content.Movements.Where(m => m.Kind == MovementKind.LetterLaid && m.Routing == reply.Id).Select(m => (DateTimeOffset?)m.At).Max(),
        };
    }

    /// <summary>The mail that tells the citizen of another institution; of what was taken back in time there is none.</summary>
    private LetterDelivery? ToldOf(Movement m, CaseContent content)
    {
        if (m.Kind != MovementKind.Forwarded || content.Mails.FirstOrDefault(mail => mail.Kind == OutboxKind.ForwardMail && mail.Routing == m.Routing && mail.Status != OutboxStatus.Withdrawn) is not { } notice) return null;
        var told = new LetterDelivery(StateOf(notice), notice.DecidedAt ?? notice.NextAttemptAt, notice.Attempts, MayResolve: false) { NoticeOf = m.Routing, Code = notice.LastAnswer };
        return told.State == DeliveryState.Uncertain || (!told.IsOpen && told.State != DeliveryState.Posted) || m.From is not { } sender ? told : told with
        {
            MayPost = CaseFile.MayPostNotice(_units.LineageOf(sender), _actor).IsAccepted,
            LaidAt = content.Movements.Where(laid => laid.Kind == MovementKind.NoticeLaid && laid.Routing == m.Routing).Select(laid => (DateTimeOffset?)laid.At).Max(),
        };
    }

    private PutAwayLine? PutAwayOf(Movement m, CaseContent content)
    {
        if (m is not { Kind: MovementKind.Acknowledged, Routing: { } part } || m.By != _actor.UserId || _case.RoutingOf(part).State != RoutingState.Noted) return null;
        if (content.Movements.Any(later => later.Kind == MovementKind.Acknowledged && later.Routing == part && later.Sequence > m.Sequence)) return null;   // taken back since, and put away again
        var may = _case.MayUndoAcknowledging(part, _actor, _envelope.At);
        return new PutAwayLine(part, may.IsAccepted ? may.Value : null, may.Refusal is Refusal.AlreadyThere);
    }

    private CustodyLine? CustodyOf(Movement m)
    {
        if (m is not { Kind: MovementKind.Filed or MovementKind.Registered or MovementKind.Forwarded or MovementKind.PartMoved or MovementKind.Returned, Routing: { } part }) return null;
        var leg = _case.RoutingOf(part);
        return leg.To != m.To ? null : new CustodyLine(leg.OpenedAt, NameOf(leg.Custodian), leg is { OpenedAt: null, IsOpen: true });
    }

    internal static DeliveryState StateOf(OutboxMessage mail) => mail.Status switch
    {
        OutboxStatus.Sent => string.Equals(mail.LastAnswer, UncertainMails.Counted, StringComparison.Ordinal) ? DeliveryState.CountedAsSent : DeliveryState.Sent,
        OutboxStatus.Failed => DeliveryState.Failed,
        OutboxStatus.Uncertain => DeliveryState.Uncertain,
        OutboxStatus.NoAddress => DeliveryState.NoAddress,
        OutboxStatus.Returned => DeliveryState.Returned,
        OutboxStatus.Posted => DeliveryState.Posted,
        _ => DeliveryState.Queued,
    };

    private MovementLine Line(Movement m) => new(
        m.Sequence, m.Kind, m.At, NameOf(m.By), NameOf(m.From), NameOf(m.To), m.Purpose, m.Priority, m.Note, m.To is { } to && _actor.BelongsTo(to), m.Reason) { Topics = m.Topics is { } changed ? TopicChange.Parse(changed) : null, Change = ChangeOf(m), WantedBy = m is { Kind: MovementKind.Forwarded, Routing: { } part } ? _case.RoutingOf(part).WantedBy : null };

    /// <summary>The number of the post leads to the recipient: whole it is for who may read the address.</summary>
    private string? ChangeOf(Movement m)
    {
        if (m.Kind is MovementKind.LetterLaid or MovementKind.NoticeLaid or MovementKind.JointOpeningAsked) return null;
        if (m.Kind is not (MovementKind.LetterPosted or MovementKind.NoticePosted) || PostalNote.Parse(m.Change) is not { } posted) return m.Change;
        return m.Routing is { } part && SenderOf(m.Kind, part) is { } unit && _case.MayAddressLetter(part, _units.LineageOf(unit), _actor) ? m.Change : posted.Masked.ToString();
    }

    private UnitId? SenderOf(MovementKind posting, RoutingId part) =>
        posting == MovementKind.NoticePosted ? _case.RoutingOf(part).From : _case.Replies.FirstOrDefault(r => r.Id == part)?.AuthorUnit;

    /// <summary>Until it ended or the case did: who reads a copy later kept nothing waiting.</summary>
    private DwellPart Dwell(Routing part)
    {
        DateTimeOffset[] ends = [part.EndedAt ?? _envelope.At, _case.ClosedAt ?? _envelope.At];
        var end = ends.Min();
        return new(_units.NameOf(part.To), part.SentAt, end < part.SentAt ? part.SentAt : end, _actor.BelongsTo(part.To));
    }

    private BranchLines Branch(CaseBranch branch) => new(
        [.. branch.Stays.Select(s => new StayLine(_units.NameOf(s.Unit), NameOf(s.Person), s.Kind, s.From, s.Until, s.Seconds, _actor.BelongsTo(s.Unit)))], branch.Age);

    private static IReadOnlyList<AttachmentLine> FilesOf(CaseContent content, RoutingId? letter) =>
        [.. content.Files.Where(f => f.Reply == letter).Select(f => new AttachmentLine(f.Id, f.Name, f.Length))];

    private string? NameOf(UserId? user) => user is { } id ? _officers.NameOf(id) : null;

    private string? NameOf(UnitId? unit) => unit is { } id ? _units.NameOf(id) : null;
}
