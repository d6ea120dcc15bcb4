namespace Bimer.Blazor.Dispatch;

/// <summary>
/// A stop of the program ends an attempt while nothing has left. Once the body leaves the answer is awaited: cutting the
/// conversation there would make every restart produce uncertain messages. Of a stop and a start in the same instant one wins.
/// </summary>
internal sealed class StoppableUntilStarted : IDisposable
{
    private const int Open = 0;
    private const int Started = 1;
    private const int Stopped = 2;

    private readonly CancellationTokenSource _source = new();
    private readonly CancellationTokenRegistration _registration;
    private int _state;

    public StoppableUntilStarted(CancellationToken stopping) =>
        _registration = stopping.Register(() =>
        {
            if (Interlocked.CompareExchange(ref _state, Stopped, Open) == Open) _source.Cancel();
        });

    public CancellationToken Token => _source.Token;

    /// <summary>The message may have left, whatever is thrown from here on.</summary>
    public bool HasStarted => Volatile.Read(ref _state) == Started;

    /// <exception cref="OperationCanceledException">The stop came first; nothing may leave.</exception>
    public void Start()
    {
        if (Interlocked.CompareExchange(ref _state, Started, Open) == Stopped) throw new OperationCanceledException(Token);
    }

    public void Dispose()
    {
        // First: afterwards no stop can reach the disposed source.
        _registration.Dispose();
        _source.Dispose();
    }
}
