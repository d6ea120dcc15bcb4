using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using Bimer.Domain.Time;

namespace Bimer.Domain.Cases;

/// <summary>
/// A citizen's petition on its way through the units (başvuru, evrak). Whoever opens a part holds it; only its holder acts;
/// an answer leaves with a signature. Changed by its verbs alone.
/// </summary>
public sealed partial class CaseFile : Aggregate
{
    /// <summary>Longest note of a movement (açıklama), in UTF-16 units.</summary>
    public const int LongestNote = 2_000;

    private readonly List<Routing> _routings = [];
    private readonly List<Movement> _movements = [];
    private readonly List<Reply> _replies = [];
    private readonly List<ExcludedRecipient> _exclusions = [];
    private readonly List<CaseTopic> _topics = [];
    private readonly List<IntakeAnswer> _answers = [];
    private readonly List<Hold> _holds = [];

    private CaseFile() { }

    public CaseId Id { get; private set; }

    public CaseKind Kind { get; private set; }

    public LegalBasis Basis { get; private set; }

    public IntakeChannel Channel { get; private set; }

    /// <summary>That of its most urgent open part; once none is open, what it was last.</summary>
    public Priority Priority { get; private set; }

    public ApplicantKind ApplicantKind { get; private set; }

    /// <summary>Pseudonym of the applicant; the vault alone knows the person.</summary>
    public ApplicantRef Applicant { get; private set; }

    public IdentityConcealment Concealment { get; private set; }

    /// <summary>The officer who hid the identity, the only one who may open it; none while no officer did.</summary>
    public UserId? ConcealedBy { get; private set; }

    public DateTimeOffset? ConcealedAt { get; private set; }

    /// <summary>Initial and stars; none while the identity is hidden, so that nothing derived from it stands here.</summary>
    public string? MaskedName { get; private set; }

    /// <summary>How far the register of persons has confirmed who applies.</summary>
    public IdentityCheck IdentityCheck { get; private set; }

    /// <summary>First sentence of the text, for lists.</summary>
    public string Summary { get; private set; } = "";

    public int? Plate { get; private set; }

    public string? District { get; private set; }

    public DateTimeOffset FiledAt { get; private set; }

    /// <summary>Day the institution received it; the legal clock's day 0.</summary>
    public DateOnly ReceivedOn { get; private set; }

    /// <summary>Last legal day, included.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>The instant the legal time ends, exclusive: midnight after the last day, or 13.00 on a half day.</summary>
    public DateTimeOffset DueEndsAt { get; private set; }

    /// <summary>
    /// The last day by law, included, where it is a later one than <see cref="DueOn"/>: an information request that was sent on to another institution has its time from the arrival
    /// there (4982 m.7). None else. Alarms, colours and the order of boxes follow <see cref="DueOn"/> all the same.
    /// </summary>
    public DateOnly? LegalDueOn { get; private set; }

    /// <summary>The same as lists carry it.</summary>
    public CaseTime Time => new(Basis, DueOn, DueEndsAt, AwaitsFee, LegalDueOn);

    /// <summary>
    /// The days and events that made the deadline, one line (Süre Defteri): it explains the date although the holidays were changed since. None
    /// of what was recorded before ledgers were kept.
    /// </summary>
    public string? Ledger { get; private set; }

    /// <summary>The legal notice the applicant accepted (yasal bilgilendirme, S10); none for what a desk recorded.</summary>
    public string? LegalNoticeVersion { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>True once a unit was ever excluded; the cheap half of the visibility question.</summary>
    public bool HasExclusions { get; private set; }

    /// <summary>True once a letter was ever sent for approval; spares loading what is not there.</summary>
    public bool HasReplies { get; private set; }

    /// <summary>How many movements there are, so that the next one knows its place without reading the others.</summary>
    public int MovementCount { get; private set; }

    /// <summary>Raised by verbs that concern the whole case; parts carry versions of their own.</summary>
    public int Version { get; private set; }

    public Petition? Petition { get; private set; }

    public IReadOnlyList<Routing> Routings => _routings;

    public IReadOnlyList<Movement> Movements => _movements;

    public IReadOnlyList<Reply> Replies => _replies;

    public IReadOnlyList<ExcludedRecipient> Exclusions => _exclusions;

    /// <summary>What it is about, as the desk that recorded it or whoever sent it on chose (konu/alt konu).</summary>
    public IReadOnlyList<CaseTopic> Topics => _topics;

    /// <summary>What each field of a letter or a call came to.</summary>
    public IReadOnlyList<IntakeAnswer> Answers => _answers;

    /// <summary>Every time a part of it was on hold; loaded only while one is.</summary>
    public IReadOnlyList<Hold> Holds => _holds;

    /// <summary>The leg with this id; asking for one that is not of this case is a bug.</summary>
    public Routing RoutingOf(RoutingId id) =>
        _routings.Find(r => r.Id == id) ?? throw new ArgumentException("The routing belongs to another case.", nameof(id));

    // Information requests go first until somebody routed them on (S53): the first leg alone carries the head start, and what brought it back.
    internal long RankOf(int sequence, RoutingId? resumes)
    {
        var due = DueEndsAt.UtcTicks;
        return Kind == CaseKind.InformationRequest && IsUnrouted(sequence, resumes) ? due - Routing.HeadStart : due;
    }

    private bool IsUnrouted(int sequence, RoutingId? resumes) =>
        sequence == 1 || (resumes is { } before && RoutingOf(before) is var sent && WentNowhere(sent) && IsUnrouted(sent.Id.Sequence, sent.Resumes));

    private Routing SendOut(RoutingLeg leg, DateTimeOffset now)
    {
        var routing = new Routing(this, _routings.Count + 1, leg, now);
        _routings.Add(routing);
        RecountPriority();
        return routing;
    }

    private void End(Routing routing, RoutingState end, DateTimeOffset now)
    {
        routing.EndAs(end, now);
        RecountPriority();
    }

    private void RecountPriority() => Priority = _routings.Where(r => r.IsOpen).Select(r => r.Priority).DefaultIfEmpty(Priority).Max();

    private void Record(MovementKind kind, Routing? routing, UserId? by, DateTimeOffset now, string? note = null, string? change = null, UnitId? about = null)
    {
        MovementCount++;
        _movements.Add(new Movement
        {
            CaseId = Id, Sequence = MovementCount, Kind = kind, At = now, Routing = routing?.Id, By = by,
            From = routing?.From, To = about ?? routing?.To, Purpose = routing?.Purpose, Priority = routing?.Priority, Note = note, Change = change,
        });
    }

    /// <summary>Only the holder of custody acts (S21); everybody else is told why not.</summary>
    private static Refusal? WhyNotHolder(Routing routing, Actor actor)
    {
        if (routing.EndedAt is { } endedAt) return new Refusal.AlreadyClosed(routing.State, endedAt);
        if (routing is not { Custodian: { } custodian, OpenedAt: { } openedAt }) return new Refusal.NotOpened(routing.To);
        if (custodian != actor.UserId) return new Refusal.AlreadyOpened(custodian, openedAt);
        if (!actor.Is(OfficerRole.CaseOfficer, routing.To)) return new Refusal.NotAnOfficerOf(routing.To);
        return null;
    }
}
