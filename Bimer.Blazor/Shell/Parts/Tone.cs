namespace Bimer.Blazor.Shell.Parts;

/// <summary>What a colour means here. Colour is kept for what needs a decision and never stands alone.</summary>
public enum Tone
{
    Plain,
    Info,
    Calm,
    Near,
    Late,
    Sealed,
}

public static class ToneCss
{
    /// <summary>The class of <c>parts.css</c> that paints this tone.</summary>
    public static string Css(this Tone tone) => tone switch
    {
        Tone.Info => "info",
        Tone.Calm => "calm",
        Tone.Near => "near",
        Tone.Late => "late",
        Tone.Sealed => "sealed",
        _ => "plain",
    };
}
