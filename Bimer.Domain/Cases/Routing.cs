using Bimer.Domain.Kernel;

namespace Bimer.Domain.Cases;

/// <summary>One leg of a case's journey: sent to a unit, opened by one person, ended by one act (sevk).</summary>
public sealed class Routing
{
    private Routing() { }

    internal Routing(CaseFile caseFile, int sequence, RoutingLeg leg, DateTimeOffset sentAt)
    {
        Id = RoutingId.Of(caseFile.Id, sequence);
        CaseId = caseFile.Id;
        Parent = leg.Parent;
        Resumes = leg.Resumes;
        From = leg.From;
        To = leg.To;
        Purpose = leg.Purpose;
        Priority = leg.Priority;
        Note = leg.Note;
        WantedBy = leg.WantedBy;
        SentBy = leg.SentBy;
        SentAt = sentAt;
        ArrivedOn = leg.ArrivedOn;
        Rank = caseFile.RankOf(sequence, leg.Resumes);
        CaseHasExclusions = caseFile.HasExclusions;
        CaseKind = caseFile.Kind;
    }

    public RoutingId Id { get; private set; }

    public CaseId CaseId { get; private set; }

    /// <summary>The leg this one came out of; none for the first.</summary>
    public RoutingId? Parent { get; private set; }

    /// <summary>The ended leg at the same unit that this one goes on with, after it came back or was recalled; none otherwise.</summary>
    public RoutingId? Resumes { get; private set; }

    /// <summary>Sending unit; none when the citizen sent it.</summary>
    public UnitId? From { get; private set; }

    public UnitId To { get; private set; }

    public RoutingPurpose Purpose { get; private set; }

    public Priority Priority { get; private set; }

    public string? Note { get; private set; }

    /// <summary>
    /// The day, included, by which the sender wants it done (iç süre, S37); none where none was named, and of what came back. It is no legal date: alarms, order and the law's own clock know
    /// nothing of it.
    /// </summary>
    public DateOnly? WantedBy { get; private set; }

    public UserId? SentBy { get; private set; }

    public DateTimeOffset SentAt { get; private set; }

    /// <summary>
    /// It lies in another institution than the one that received the case, or lay there, and this is the day the case first arrived there (kuruma ulaştığı gün, 4982 m.7). None of
    /// what stayed at home or came back, and of copies for information.
    /// </summary>
    public DateOnly? ArrivedOn { get; private set; }

    public RoutingState State { get; private set; } = RoutingState.Waiting;

    /// <summary>Who holds it, or held it when it ended (zimmetli personel).</summary>
    public UserId? Custodian { get; private set; }

    /// <summary>When it was opened, which is when custody began (zimmet tarihi).</summary>
    public DateTimeOffset? OpenedAt { get; private set; }

    /// <summary>Who, coordinating or managing above it, looked into it first without taking it (Bak); none while nobody did.</summary>
    public UserId? LookedBy { get; private set; }

    /// <summary>When that was.</summary>
    public DateTimeOffset? LookedAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>
    /// The order within a box, in UTC ticks. While the leg is open, smallest first: the end of the legal time; an information request
    /// nobody has routed yet stands before everything else (S53). Once it has ended, largest first: when that was.
    /// </summary>
    public long Rank { get; private set; }

    internal const long HeadStart = 1L << 60;

    /// <summary>The two <see cref="Rank"/>s of an end of the legal time (exclusive): negative with the head start, positive without.</summary>
    public static (long Ahead, long Plain) RanksOf(DateTimeOffset dueEndsAt) => (dueEndsAt.UtcTicks - HeadStart, dueEndsAt.UtcTicks);

    /// <summary>Copied from the case, so that a box can skip the exclusion check for all but a few rows.</summary>
    public bool CaseHasExclusions { get; internal set; }

    /// <summary>Copied from the case, so that what lies in a box of one kind is a range of its own (S23).</summary>
    public CaseKind CaseKind { get; private set; }

    /// <summary>Raised by every change; of two who act at once the second save loses.</summary>
    public int Version { get; private set; }

    public bool IsOpen => EndedAt is null;

    /// <summary>Somebody knows what stands inside: it was opened, or looked into (okundu). From now on it cannot be taken back.</summary>
    public bool IsRead => Custodian is not null || LookedAt is not null;

    internal void TakeInto(UserId custodian, DateTimeOffset now, RoutingState state = RoutingState.Held)
    {
        Custodian = custodian;
        OpenedAt = now;
        MoveTo(state);
    }

    internal void NoteLook(UserId by, DateTimeOffset now)
    {
        (LookedBy, LookedAt) = (by, now);
        Version++;
    }

    internal void BecomeOf(CaseKind kind, long rank)
    {
        CaseKind = kind;
        if (!IsOpen) return;   // its place in a box of what has ended is when it ended
        Rank = rank;
        Version++;
    }

    internal void BecomeAsUrgentAs(Priority priority)
    {
        Priority = priority;
        Version++;
    }

    internal void MoveTo(RoutingState state)
    {
        State = state;
        Version++;
    }

    internal void EndAs(RoutingState end, DateTimeOffset now)
    {
        (EndedAt, Rank) = (now, now.UtcTicks);
        MoveTo(end);
    }

    /// <summary>Its end is taken back at once, before anything came of it.</summary>
    internal void Reopen(RoutingState state, long rank)
    {
        (EndedAt, Rank) = (null, rank);
        MoveTo(state);
    }
}

/// <summary>What one leg says when it sets out.</summary>
internal sealed record RoutingLeg(
    RoutingId? Parent, UnitId? From, UnitId To, RoutingPurpose Purpose, Priority Priority, string? Note, UserId? SentBy, RoutingId? Resumes = null)
{
    public DateOnly? ArrivedOn { get; init; }

    public DateOnly? WantedBy { get; init; }
}
