using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Ports;

namespace Bimer.Tests.Given;

/// <summary>Somebody whose questions can be held back, as a busy database would: what they ask for and what a bell asks for, each by itself.</summary>
internal sealed class AHeldBackReader(Actor actor) : ICurrentActor
{
    private TaskCompletionSource? _asks, _bells;
    private int _asked, _rung;

    public Actor Actor => actor;

    /// <summary>How often this person asked for something, bells aside.</summary>
    public int Asked => Volatile.Read(ref _asked);

    /// <summary>How often a bell made them ask.</summary>
    public int Rung => Volatile.Read(ref _rung);

    /// <returns>Lets go those who are held from here on until the next holding, whatever is held then.</returns>
    public TaskCompletionSource HoldAsks() => _asks = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void HoldBells() => _bells = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void LetAsks() => _asks?.TrySetResult();

    public void LetBells() => _bells?.TrySetResult();

    public async ValueTask<Actor?> GetAsync(CancellationToken ct)
    {
        Interlocked.Increment(ref _asked);
        if (_asks is { } held) await held.Task.WaitAsync(ct);
        return actor;
    }

    public async ValueTask<Actor?> GetAfterBellAsync(CancellationToken ct)
    {
        Interlocked.Increment(ref _rung);
        if (_bells is { } held) await held.Task.WaitAsync(ct);
        return actor;
    }
}
