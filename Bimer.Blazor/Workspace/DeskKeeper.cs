namespace Bimer.Blazor.Workspace;

/// <summary>
/// Saves the newest state of one desk after a pause in the typing, one save at a time, and at once when the desk is left. For one
/// screen, on its dispatcher.
/// </summary>
/// <param name="clock">Of the pause.</param>
/// <param name="keep">Saves; answers when it did.</param>
/// <param name="onKept">Told after each save.</param>
public sealed class DeskKeeper<T>(TimeProvider clock, Func<T, CancellationToken, Task<DateTimeOffset?>> keep, Func<DateTimeOffset?, Task> onKept) : IAsyncDisposable
{
    /// <summary>Well within the two seconds that are promised.</summary>
    private static readonly TimeSpan Idle = TimeSpan.FromMilliseconds(700);

    private readonly SemaphoreSlim _one = new(1);
    private CancellationTokenSource? _pause;
    private (bool Is, T? Content) _wanted;
    private bool _isOver;

    /// <summary>After the work was sent or the desk was left it changes nothing: the last click of a series may still be on its way.</summary>
    public void Change(T content)
    {
        if (_isOver) return;
        _wanted = (true, content);
        _pause?.Cancel();
        _pause = new CancellationTokenSource();
        _ = SaveAfterPauseAsync(_pause.Token);
    }

    /// <summary>The work was sent: what is not saved yet must not come after it.</summary>
    public async Task StopAsync()
    {
        (_isOver, _wanted) = (true, default);
        if (_pause is not null) await _pause.CancelAsync();
        await _one.WaitAsync();
        _one.Release();
    }

    public async ValueTask DisposeAsync()
    {
        _isOver = true;
        if (_pause is not null) await _pause.CancelAsync();
        await SaveAsync();
        await _one.WaitAsync();   // a save that was under way already must find its turn still there when it ends
        _one.Dispose();
        _pause?.Dispose();
    }

    private async Task SaveAfterPauseAsync(CancellationToken ct)
    {
        await Task.Delay(Idle, clock, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        if (!ct.IsCancellationRequested) await SaveAsync();
    }

    private async Task SaveAsync()
    {
        if (!_wanted.Is) return;
        await _one.WaitAsync();
        try
        {
            if (!_wanted.Is) return;
            var content = _wanted.Content!;
            _wanted = default;
            await onKept(await keep(content, CancellationToken.None));
        }
        finally
        {
            _one.Release();
        }
    }
}
