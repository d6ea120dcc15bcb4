using Bimer.Domain.Kernel;

namespace Bimer.Domain.Cases;

/// <summary>One line of a case's history (başvuru hareketi, S29). Written once, never changed.</summary>
public sealed class Movement
{
    public CaseId CaseId { get; internal init; }

    /// <summary>The place within the case, from 1, without gaps: a list from a database has no order of its own.</summary>
    public int Sequence { get; internal init; }

    public MovementKind Kind { get; internal init; }

    public DateTimeOffset At { get; internal init; }

    /// <summary>The leg it happened on; none for what concerns the whole case.</summary>
    public RoutingId? Routing { get; internal init; }

    /// <summary>Who did it; none when the citizen or the system did.</summary>
    public UserId? By { get; internal init; }

    /// <summary>The unit it came from; none when it came from the citizen.</summary>
    public UnitId? From { get; internal init; }

    public UnitId? To { get; internal init; }

    public RoutingPurpose? Purpose { get; internal init; }

    public Priority? Priority { get; internal init; }

    /// <summary>Why it was given back; none of any other movement.</summary>
    public ReturnReason? Reason { get; internal init; }

    /// <summary>What came to the topics and what went, see <see cref="TopicChange"/>; none of any other movement.</summary>
    public string? Topics { get; internal init; }

    /// <summary>
    /// What was corrected, see <see cref="KindChange"/>, <see cref="RecordChange"/> and <see cref="Correction{T}"/>; of a letter that says a petition is not examined why,
    /// see <see cref="Replies.InadmissibilityReason"/>; none of any other movement.
    /// </summary>
    public string? Change { get; internal init; }

    /// <summary>What the person wrote with it (açıklama), at most <see cref="CaseFile.LongestNote"/> UTF-16 units.</summary>
    public string? Note { get; internal init; }
}
