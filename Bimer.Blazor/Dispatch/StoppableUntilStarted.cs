namespace Bimer.Blazor.Dispatch;

/// <summary>
/// A stop of the program ends an attempt while nothing has left. Once the body leaves the answer is awaited: cutting the
/// conversation there would make every restart produce uncertain messages.
/// </summary>
internal sealed class StoppableUntilStarted : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly CancellationTokenRegistration _registration;
    private volatile bool _started;

    public StoppableUntilStarted(CancellationToken stopping) =>
        _registration = stopping.Register(() =>
        {
            if (!_started) _source.Cancel();
        });

    public CancellationToken Token => _source.Token;

    public void Start() => _started = true;

    public void Dispose()
    {
        // First: afterwards no stop can reach the disposed source.
        _registration.Dispose();
        _source.Dispose();
    }
}
