namespace Bimer.Blazor.Workspace.Home;

/// <summary>One box on the desk.</summary>
/// <param name="Key">Names its words.</param>
/// <param name="IsHot">Somebody asked for it back.</param>
public sealed record Tile(string Key, string Href, string Icon, int Count, bool IsHot = false)
{
    /// <summary>Others work on it: what is closed in it neither ages nor has time left.</summary>
    public bool IsSettled { get; init; }

    public string Css => IsSettled ? "tile quiet" : IsHot && Count > 0 ? "tile near" : "tile";
}
