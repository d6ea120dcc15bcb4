namespace Bimer.Blazor.Persistence.Connections;

/// <summary>Those whose changes reach the disk by the same commit.</summary>
internal sealed class Company
{
    private readonly TaskCompletionSource _settled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the changes of all are on the disk; fails when none is.</summary>
    public Task Settled => _settled.Task;

    /// <summary>How many have come so far.</summary>
    public int Members { get; private set; }

    public void Enter() => Members++;

    public void Commit() => _settled.SetResult();

    public void Fail(Exception fault)
    {
        _settled.SetException(fault);
        _ = _settled.Task.Exception;   // a company whose only member took back has nobody who asks
    }
}
