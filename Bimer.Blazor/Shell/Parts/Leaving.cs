namespace Bimer.Blazor.Shell.Parts;

/// <summary>
/// The end of a screen: what still runs for it is told to stop. The token stays good afterwards; a read that comes back when the
/// screen has gone asks for it once more, and would otherwise be a fault in the log for everybody who clicks on fast.
/// </summary>
public sealed class Leaving : IAsyncDisposable
{
    private readonly CancellationTokenSource _source = new();

    public Leaving() => Token = _source.Token;

    public CancellationToken Token { get; }

    public bool HasBegun => Token.IsCancellationRequested;

    public async ValueTask DisposeAsync()
    {
        await _source.CancelAsync();
        _source.Dispose();
    }
}
