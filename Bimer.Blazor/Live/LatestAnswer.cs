namespace Bimer.Blazor.Live;

/// <summary>What a screen does with the answer to one of its questions.</summary>
public enum AnswerUse
{
    /// <summary>The answer to a later question is shown already.</summary>
    Drop = 1,

    Show = 2,

    /// <summary>The reader may see less since: nothing stays that is not in this answer.</summary>
    ShowNothingElse = 3,
}

/// <summary>
/// Of two reads of one thing under way at once the one asked later is the truer, whichever answers first. For one screen, on its
/// dispatcher.
/// </summary>
public sealed class LatestAnswer
{
    private int _asked;
    private int _shown;
    private int _firstAfterBlinding;

    /// <summary>The number of the question that is asked now.</summary>
    public int Ask() => ++_asked;

    /// <summary>Nothing was asked since: for a screen that shows the answer to what is chosen on it now and to nothing else.</summary>
    public bool IsLatest(int question) => question == _asked;

    /// <summary>The reader may see less from now on: whichever answer to a question from here on comes first takes away what is not in it.</summary>
    public void Blind() => _firstAfterBlinding = _asked + 1;

    /// <summary>A later question is answered already, or the reader may see less since: what this one tells may have gone.</summary>
    public bool IsOutrun(int question) => question < _shown || question < _firstAfterBlinding;

    public AnswerUse UseOf(int question)
    {
        if (question < _shown) return AnswerUse.Drop;
        var isBlinded = _shown < _firstAfterBlinding && question >= _firstAfterBlinding;
        _shown = question;
        return isBlinded ? AnswerUse.ShowNothingElse : AnswerUse.Show;
    }
}
