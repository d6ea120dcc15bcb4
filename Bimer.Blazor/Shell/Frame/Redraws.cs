namespace Bimer.Blazor.Shell.Frame;

/// <summary>
/// Draws at once what several parts of one screen read after the same bell. Each drawing is a message to the browser and an answer
/// back, and one bell may wake a thousand screens. Used on the circuit's dispatcher alone, so it needs no lock.
/// </summary>
public sealed class Redraws(TimeProvider clock)
{
    /// <summary>How long a part that has read waits for one that has not: reads may be slow, and in a storm some part is always reading.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    private readonly List<Action> _ready = [];
    private int _reading;

    /// <summary>Draws what <see cref="Take"/> hands out as one; none while nobody has it on the screen.</summary>
    internal Action? DrawAll { get; set; }

    /// <summary>Reads, then draws: together with every other part of this screen that is reading now and is done soon.</summary>
    /// <param name="read">True when there is something else to show.</param>
    /// <param name="draw">The part's own StateHasChanged.</param>
    public async Task AfterAsync(Func<Task<bool>> read, Action draw)
    {
        _reading++;
        try
        {
            if (await read() && !_ready.Contains(draw)) _ready.Add(draw);
        }
        finally
        {
            if (--_reading == 0) Draw();
        }

        if (!_ready.Contains(draw)) return;
        await Task.Delay(Patience, clock);
        Draw();
    }

    internal IReadOnlyList<Action> Take()
    {
        Action[] ready = [.. _ready];
        _ready.Clear();
        return ready;
    }

    private void Draw()
    {
        if (_ready.Count == 0) return;
        if (DrawAll is { } all) all();
        else foreach (var draw in Take()) draw();
    }
}
