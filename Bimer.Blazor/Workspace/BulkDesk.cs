using Bimer.Blazor.Shell.Parts;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace;

/// <summary>
/// Where one person's bulk act is done, a row at a time. It belongs to the circuit, not to a page: it goes on while they look at something
/// else, and ends with the circuit. Whenever it ends, each row says whether it was done.
/// </summary>
public sealed class BulkDesk(BulkActs acts, RefusalSentences sentences, TimeProvider clock) : IAsyncDisposable
{
    // Drawn a few times a second; each drawing is a message to the browser.
    private static readonly TimeSpan _breath = TimeSpan.FromMilliseconds(200);

    private readonly Leaving _leaving = new();
    private long _told;

    /// <summary>Something of the job is different now.</summary>
    public event EventHandler? Changed;

    /// <summary>The act being written, done, or done last; none once it was put away.</summary>
    public BulkJob? Job { get; private set; }

    /// <returns>The job that runs, while one does: there is one at a time.</returns>
    public BulkJob Open(BulkVerb verb, IReadOnlyList<RoutingId> rows) => Job switch
    {
        { IsBusy: true } running => running,
        { Phase: not BulkPhase.Ended } unfinished => Job = new BulkJob(verb, rows, unfinished.Draft),
        _ => Job = new BulkJob(verb, rows, new BulkDraft()),
    };

    /// <summary>Puts the job away, unless something is being done: that goes on in sight, however late this was pressed.</summary>
    public void Close()
    {
        if (Job is { Phase: BulkPhase.Running or BulkPhase.Undoing }) return;
        Stop();
        Job = null;
        Changed?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>Ends the walk behind the row it is at.</summary>
    public void Stop()
    {
        if (Job is { } job) job.IsStopped = true;
    }

    /// <summary>Back to what is asked of all; what was looked at is looked at again.</summary>
    public void AskAgain(BulkJob job)
    {
        if (job.Phase == BulkPhase.Looked) job.Phase = BulkPhase.Asking;
    }

    /// <summary>Asks of each row whether the act could be done now.</summary>
    public Task LookAsync(BulkJob job, BulkAct act)
    {
        if (job.IsBusy || job.Phase == BulkPhase.Ended) return Task.CompletedTask;
        job.Act = act;
        return WalkAsync(job, (BulkPhase.Looking, BulkPhase.Looked), [.. job.Rows], async row =>
        {
            var answer = await acts.TryAsync(act, row.Routing, _leaving.Token);
            row.End = answer.Refusal is not null ? BulkEnd.Refused : answer.Value ? BulkEnd.Ready : BulkEnd.Already;
            row.Why = await SentenceOf(answer.Refusal);
            return answer.Refusal is not Refusal.SignedOut;
        }, async () => job.DueBefore = await acts.DueBeforeAsync(act, [.. job.Rows.Select(row => row.Routing)], _leaving.Token));
    }

    /// <summary>Does what can be done; called again, what is left of it.</summary>
    public Task RunAsync(BulkJob job) => job.Act is not { } act ? Task.CompletedTask : WalkAsync(job, (BulkPhase.Running, BulkPhase.Ended), [.. job.Left], async row =>
    {
        row.End = BulkEnd.Unknown;   // until it is known
        var answer = await acts.DoAsync(act, job.Intent, row.Routing);
        row.End = EndOf(answer);
        row.Why = await SentenceOf(answer.Refusal);
        return answer.Refusal is not (Refusal.SignedOut or Refusal.NotStored);
    });

    private static BulkEnd EndOf(BulkAnswer answer) => answer switch
    {
        { Refusal: null } => BulkEnd.Done,
        { DidSome: true } => BulkEnd.Partly,
        { Refusal: Refusal.SignedOut or Refusal.Busy or Refusal.NotStored } => BulkEnd.NotNow,
        _ => BulkEnd.Changed,
    };

    /// <summary>Takes all of it back that can be taken back.</summary>
    public Task UndoAsync(BulkJob job) => UndoAsync(job, [.. job.Undoable]);

    /// <summary>Takes one row back.</summary>
    public Task UndoAsync(BulkJob job, BulkRow row) => UndoAsync(job, job.Undoable.Contains(row) ? [row] : []);

    private Task UndoAsync(BulkJob job, IReadOnlyList<BulkRow> rows) => WalkAsync(job, (BulkPhase.Undoing, BulkPhase.Ended), rows, async row =>
    {
        var former = row.End;
        (row.End, row.IsUndoing) = (BulkEnd.Unknown, true);   // until it is known
        var answer = await acts.UndoAsync(job.Act!, job.Intent, row.Routing);
        row.End = answer.Refusal is null ? BulkEnd.Undone : answer.DidSome ? BulkEnd.Partly : former;
        row.IsUndoing = row.End == BulkEnd.Unknown;
        row.Why = await SentenceOf(answer.Refusal);
        return answer.Refusal is not (Refusal.SignedOut or Refusal.NotStored);
    });

    private async Task WalkAsync(BulkJob job, (BulkPhase On, BulkPhase After) phase, IReadOnlyList<BulkRow> rows, Func<BulkRow, Task<bool>> step, Func<Task>? first = null)
    {
        if (job.IsBusy) return;   // the second of two clicks
        (job.Phase, job.Passed, job.Ahead, job.IsStopped) = (phase.On, 0, rows.Count, false);
        try
        {
            if (first is not null) await first();
            foreach (var row in rows)
            {
                await Task.Yield();   // a near database answers at once: nobody could press anything meanwhile
                if (job.IsStopped || _leaving.HasBegun || !await step(row)) break;
                job.Passed++;
                TellSometimes();
            }
        }
        finally
        {
            job.Phase = phase.After;
            Changed?.Invoke(this, EventArgs.Empty);
        }
    }

    private void TellSometimes()
    {
        if (clock.GetElapsedTime(_told) < _breath) return;
        _told = clock.GetTimestamp();
        Changed?.Invoke(this, EventArgs.Empty);
    }

    private async Task<string?> SentenceOf(Refusal? refusal) => refusal is null ? null : await sentences.OfAsync(refusal, CancellationToken.None);

    public ValueTask DisposeAsync() => _leaving.DisposeAsync();
}
