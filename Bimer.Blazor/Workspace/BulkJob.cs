using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace;

/// <summary>How it stands with one row of a bulk act.</summary>
public enum BulkEnd
{
    /// <summary>Nobody has asked yet.</summary>
    Unasked,

    /// <summary>It can be done now, and was not done.</summary>
    Ready,

    /// <summary>All is so already; there is nothing to do, and nothing to take back.</summary>
    Already,

    /// <summary>The rules say no; it was not tried.</summary>
    Refused,

    Done,

    /// <summary>Of several recipients some; the sentence says what stands in the way of the rest.</summary>
    Partly,

    /// <summary>It could have been done when it was looked at, and could not when it was tried.</summary>
    Changed,

    /// <summary>The database took nothing just now, or nobody is signed in any more.</summary>
    NotNow,

    /// <summary>A fault came between the act and its answer. Done once more it tells: what was done is not done again.</summary>
    Unknown,

    /// <summary>Done, and taken back.</summary>
    Undone,
}

/// <summary>Where a bulk act stands.</summary>
public enum BulkPhase
{
    /// <summary>What is to be done is still being written.</summary>
    Asking,

    /// <summary>Each row is asked whether it could be done; nothing is done.</summary>
    Looking,
    Looked,
    Running,
    Ended,
    Undoing,
}

/// <summary>One row of a bulk act.</summary>
public sealed class BulkRow(RoutingId routing)
{
    public RoutingId Routing => routing;

    public string Number { get; } = new CaseNumber(routing.CaseId).ToString();

    public BulkEnd End { get; internal set; }

    /// <summary>The refusal's own sentence, where there is one.</summary>
    public string? Why { get; internal set; }

    /// <summary>Was being taken back when a fault came; asked to do it again it would be told of an act that may be undone.</summary>
    public bool IsUndoing { get; internal set; }

    internal bool MayBeTried => End is BulkEnd.Ready or BulkEnd.Changed or BulkEnd.NotNow || (End == BulkEnd.Unknown && !IsUndoing);

    internal bool MayBeUndone => End is BulkEnd.Done or BulkEnd.Partly || (End == BulkEnd.Unknown && IsUndoing);
}

/// <summary>One verb over the rows somebody chose: what can be done, what was done, and what was not.</summary>
/// <param name="draft">What was typed for it already.</param>
public sealed class BulkJob(BulkVerb verb, IReadOnlyList<RoutingId> rows, BulkDraft draft)
{
    public BulkVerb Verb => verb;

    public IReadOnlyList<BulkRow> Rows { get; } = [.. rows.Select(row => new BulkRow(row))];

    public BulkIntent Intent { get; } = BulkIntent.New();

    public BulkDraft Draft => draft;

    /// <summary>None while it is being written.</summary>
    public BulkAct? Act { get; internal set; }

    /// <summary>How many have to be answered before the act lets them go on.</summary>
    public int DueBefore { get; internal set; }

    public BulkPhase Phase { get; internal set; }

    /// <summary>Rows the walk that is under way has come by.</summary>
    public int Passed { get; internal set; }

    /// <summary>Rows it has to come by.</summary>
    public int Ahead { get; internal set; }

    /// <summary>Somebody wants the walk that is under way to end behind the row it is at.</summary>
    public bool IsStopped { get; internal set; }

    public bool IsBusy => Phase is BulkPhase.Looking or BulkPhase.Running or BulkPhase.Undoing;

    public int Count(params ReadOnlySpan<BulkEnd> ends)
    {
        var count = 0;
        foreach (var row in Rows) if (ends.Contains(row.End)) count++;
        return count;
    }

    /// <summary>What could be tried, or tried again.</summary>
    public IEnumerable<BulkRow> Left => Rows.Where(row => row.MayBeTried);

    public IEnumerable<BulkRow> Undoable => Act is { MayBeUndone: true } ? Rows.Where(row => row.MayBeUndone) : [];
}
