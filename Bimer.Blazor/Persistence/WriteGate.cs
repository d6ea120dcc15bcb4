namespace Bimer.Blazor.Persistence;

/// <summary>
/// On SQLite all writes of this process queue here, because waiting for the file lock means sleeping: measured, the gate nearly
/// doubles the throughput and takes the worst case from two seconds to below a tenth. On PostgreSQL it is open.
/// Every transaction of a context holds it by itself; only a statement that writes outside of one has to enter by hand.
/// </summary>
public sealed class WriteGate(bool oneAtATime) : IDisposable
{
    private readonly SemaphoreSlim? _gate = oneAtATime ? new SemaphoreSlim(1, 1) : null;

    /// <summary>Waits for the turn; dispose what comes back to let the next one in.</summary>
    public async ValueTask<Turn> EnterAsync(CancellationToken ct)
    {
        if (_gate is not null) await _gate.WaitAsync(ct);
        return new Turn(_gate);
    }

    /// <summary>The same for a caller who cannot wait otherwise than by blocking: migrations.</summary>
    public Turn Enter()
    {
        _gate?.Wait();
        return new Turn(_gate);
    }

    public void Dispose() => _gate?.Dispose();

    public readonly struct Turn(SemaphoreSlim? gate) : IDisposable, IEquatable<Turn>
    {
        private readonly SemaphoreSlim? _gate = gate;

        public void Dispose() => _gate?.Release();

        public bool Equals(Turn other) => _gate == other._gate;
        public override bool Equals(object? obj) => obj is Turn other && Equals(other);
        public override int GetHashCode() => _gate?.GetHashCode() ?? 0;
        public static bool operator ==(Turn left, Turn right) => left.Equals(right);
        public static bool operator !=(Turn left, Turn right) => !left.Equals(right);
    }
}
