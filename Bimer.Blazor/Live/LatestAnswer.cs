namespace Bimer.Blazor.Live;

/// <summary>
/// Of two reads of one thing under way at once the one asked later is the truer, whichever answers first. For one screen, on its
/// dispatcher.
/// </summary>
public sealed class LatestAnswer
{
    private int _asked;
    private int _shown;

    /// <summary>The number of the question that is asked now.</summary>
    public int Ask() => ++_asked;

    /// <summary>True when the answer to this question is to be shown: none to a later one has been.</summary>
    public bool IsToBeShown(int question)
    {
        if (question < _shown) return false;
        _shown = question;
        return true;
    }
}
