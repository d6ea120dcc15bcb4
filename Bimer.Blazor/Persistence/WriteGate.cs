namespace Bimer.Blazor.Persistence;

/// <summary>
/// On SQLite all writes of this process queue here, because waiting for the file lock means sleeping: measured, the gate nearly
/// doubles the throughput and takes the worst case from two seconds to below a tenth. On PostgreSQL it is open.
/// Every transaction of a context holds it by itself; only a statement that writes outside of one has to enter by hand.
/// </summary>
public sealed class WriteGate(bool oneAtATime)
{
    private readonly Lock _lock = new();
    private readonly Queue<Waiter> _queue = new();
    private bool _isTaken;

    /// <summary>Waits for the turn; dispose what comes back to let the next one in.</summary>
    public ValueTask<Turn> EnterAsync(CancellationToken ct) => EnterAsync(together: false, ct);

    /// <summary>Waits for the turn of one who can go on where the one before stopped, see <see cref="TryPassOn"/>.</summary>
    internal ValueTask<Turn> EnterTogetherAsync(CancellationToken ct) => EnterAsync(together: true, ct);

    /// <summary>The same for a caller who cannot wait otherwise than by blocking: migrations.</summary>
    internal Turn EnterTogether()
    {
        if (!oneAtATime) return default;
        Stand(together: true)?.Task.GetAwaiter().GetResult();
        return new Turn(this);
    }

    /// <summary>Gives the turn to the next in the queue if that is one who goes on where this one stopped.</summary>
    internal bool TryPassOn()
    {
        lock (_lock)
        {
            while (_queue.TryPeek(out var next) && (next.IsTogether || next.Task.IsCompleted))
            {
                _queue.Dequeue();
                if (next.TrySetResult()) return true;
            }

            return false;
        }
    }

    private async ValueTask<Turn> EnterAsync(bool together, CancellationToken ct)
    {
        if (!oneAtATime) return default;
        ct.ThrowIfCancellationRequested();
        if (Stand(together) is { } waiter)
        {
            await using var leaving = ct.UnsafeRegister(static left => ((Waiter)left!).TrySetCanceled(), waiter);
            await waiter.Task;
        }

        return new Turn(this);
    }

    /// <returns>One's place in the queue; none if it is one's turn.</returns>
    private Waiter? Stand(bool together)
    {
        lock (_lock)
        {
            if (!_isTaken)
            {
                _isTaken = true;
                return null;
            }

            var waiter = new Waiter(together);
            _queue.Enqueue(waiter);
            return waiter;
        }
    }

    private void Leave()
    {
        lock (_lock)
        {
            while (_queue.TryDequeue(out var next))
            {
                if (next.TrySetResult()) return;   // false: they no longer wait
            }

            _isTaken = false;
        }
    }

    public readonly struct Turn(WriteGate? gate) : IDisposable, IEquatable<Turn>
    {
        private readonly WriteGate? _gate = gate;

        public void Dispose() => _gate?.Leave();

        public bool Equals(Turn other) => _gate == other._gate;
        public override bool Equals(object? obj) => obj is Turn other && Equals(other);
        public override int GetHashCode() => _gate?.GetHashCode() ?? 0;
        public static bool operator ==(Turn left, Turn right) => left.Equals(right);
        public static bool operator !=(Turn left, Turn right) => !left.Equals(right);
    }

    private sealed class Waiter(bool isTogether) : TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public bool IsTogether => isTogether;
    }
}
