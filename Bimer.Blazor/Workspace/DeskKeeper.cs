namespace Bimer.Blazor.Workspace;

/// <summary>
/// Saves the newest state of one desk after a pause in the typing, and while nobody pauses often enough that two seconds at most could be
/// lost; one save at a time, one that failed again by itself, and at once when the desk is left. For one screen, on its dispatcher.
/// </summary>
/// <param name="clock">Of the pause.</param>
/// <param name="keep">Saves; true when there is nothing left to try, false when it failed.</param>
/// <param name="onKept">Told after each try.</param>
public sealed class DeskKeeper<T>(TimeProvider clock, Func<T, CancellationToken, Task<bool>> keep, Func<Task> onKept) : IAsyncDisposable
{
    /// <summary>Well within the two seconds that are promised; the longest leaves half a second for the save itself.</summary>
    private static readonly TimeSpan Idle = TimeSpan.FromMilliseconds(700), Longest = TimeSpan.FromMilliseconds(1_500);

    private static readonly int[] SecondsBeforeTry = [1, 2, 4, 8, 15];

    private readonly SemaphoreSlim _one = new(1);
    private CancellationTokenSource? _pause;
    private (bool Is, T? Content) _wanted;
    private long _firstAt;
    private int _failures;
    private bool _isOver;

    /// <summary>After the work was sent or the desk was left it changes nothing: the last click of a series may still be on its way.</summary>
    public void Change(T content)
    {
        if (_isOver) return;
        Want(content);
        var left = Longest - clock.GetElapsedTime(_firstAt);
        _ = SaveAfterAsync(left < TimeSpan.Zero ? TimeSpan.Zero : left < Idle ? left : Idle);
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

    private void Want(T content)
    {
        if (!_wanted.Is) _firstAt = clock.GetTimestamp();
        _wanted = (true, content);
    }

    private async Task SaveAfterAsync(TimeSpan pause)
    {
        _pause?.Cancel();
        var ct = (_pause = new CancellationTokenSource()).Token;
        await Task.Delay(pause, clock, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
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
            if (await keep(content, CancellationToken.None)) _failures = 0;
            else TryAgain(content);
            await onKept();
        }
        finally
        {
            _one.Release();
        }
    }

    // What was typed during the try is newer, and its own pause runs.
    private void TryAgain(T content)
    {
        if (_isOver || _wanted.Is) return;
        Want(content);
        _ = SaveAfterAsync(TimeSpan.FromSeconds(SecondsBeforeTry[Math.Min(_failures++, SecondsBeforeTry.Length - 1)]));
    }
}
