using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Facts.Demo;

/// <summary>Where a petition stands on the day the story is told.</summary>
public enum DemoState
{
    /// <summary>Filed; nobody has opened it.</summary>
    Untouched,

    /// <summary>In somebody's custody.</summary>
    Held,

    /// <summary>Sent on and not opened there yet.</summary>
    Forwarded,

    /// <summary>An answer waits for its approver.</summary>
    AwaitingApproval,

    /// <summary>An approver sent the answer back with a note.</summary>
    InRevision,

    /// <summary>The signed answer left.</summary>
    Answered,
}

/// <summary>How the approver classifies the answer: the first three under 3071, the last three under 4982.</summary>
public enum DemoVerdict
{
    /// <summary>olumlu</summary>
    Favourable,

    /// <summary>olumsuz</summary>
    Unfavourable,

    /// <summary>tasnif dışı</summary>
    Unclassified,

    /// <summary>kabul</summary>
    Granted,

    /// <summary>ret</summary>
    Refused,

    /// <summary>kısmen kabul</summary>
    PartlyGranted,
}

/// <summary>One act of an officer, within opening hours; later in the list is later in time.</summary>
public abstract record DemoStep(DateTimeOffset At, DemoOfficer By, UnitId Unit)
{
    /// <summary>Opens the case from the unit's inbox (zimmet).</summary>
    public sealed record TakeCustody(DateTimeOffset At, DemoOfficer By, UnitId Unit) : DemoStep(At, By, Unit);

    /// <summary>Sends it on (sevk): to one unit for action, perhaps to another for information.</summary>
    public sealed record Forward(DateTimeOffset At, DemoOfficer By, UnitId Unit, UnitId To, UnitId? ForInformation, string Note) : DemoStep(At, By, Unit);

    /// <summary>Lets it wait (beklemeye alma).</summary>
    public sealed record PutOnHold(DateTimeOffset At, DemoOfficer By, UnitId Unit, HoldWords Words) : DemoStep(At, By, Unit);

    /// <summary>Gives it back to its sender (iade).</summary>
    public sealed record GiveBack(DateTimeOffset At, DemoOfficer By, UnitId Unit, string Note) : DemoStep(At, By, Unit);

    /// <summary>Takes back what nobody has read (geri alma). <c>By</c> sent it, <c>Unit</c> has not opened it.</summary>
    public sealed record Recall(DateTimeOffset At, DemoOfficer By, UnitId Unit) : DemoStep(At, By, Unit);

    /// <summary>Sends an answer to an approver; also the corrected answer after a return.</summary>
    public sealed record SubmitReply(DateTimeOffset At, DemoOfficer By, UnitId Unit, DemoOfficer Approver, string Text, string CatalogueCode) : DemoStep(At, By, Unit);

    /// <summary>The approver sends the answer back (onaydan dönen).</summary>
    public sealed record ReturnReply(DateTimeOffset At, DemoOfficer By, UnitId Unit, string Note) : DemoStep(At, By, Unit);

    /// <summary>The approver signs. <c>By</c> is the approver, <c>Unit</c> the unit that answers.</summary>
    public sealed record Approve(DateTimeOffset At, DemoOfficer By, UnitId Unit, DemoVerdict Verdict, string CatalogueCode) : DemoStep(At, By, Unit);
}

/// <summary>Somebody at a unit that was sent a copy for information (bilgi) opens it and, unless it still lies there, puts it away.</summary>
/// <param name="NotedAt">None while it lies in their hands.</param>
public sealed record DemoCopyRead(DateTimeOffset OpenedAt, DateTimeOffset? NotedAt, DemoOfficer By, UnitId Unit);

/// <summary>What becomes of a petition, act by act, until the day the story is told.</summary>
public sealed record DemoFate(bool RecordedAtDesk, IReadOnlyList<DemoStep> Steps)
{
    /// <summary>What becomes of its copies, beside the acts on the petition itself.</summary>
    public IReadOnlyList<DemoCopyRead> Copies { get; init; } = [];

    /// <summary>Where the last act leaves it.</summary>
    public DemoState State => Last switch
    {
        null => RecordedAtDesk ? DemoState.Held : DemoState.Untouched,
        DemoStep.TakeCustody or DemoStep.PutOnHold or DemoStep.GiveBack or DemoStep.Recall => DemoState.Held,
        DemoStep.Forward => DemoState.Forwarded,
        DemoStep.SubmitReply => DemoState.AwaitingApproval,
        DemoStep.ReturnReply => DemoState.InRevision,
        _ => DemoState.Answered,
    };

    /// <summary>The classification, once answered.</summary>
    public DemoVerdict? Verdict => (Last as DemoStep.Approve)?.Verdict;

    private DemoStep? Last => Steps is [.., var last] ? last : null;
}
