using System.Globalization;

namespace Bimer.Blazor.Shell.Parts;

/// <summary>The size of a file as people read it: "640 KB", "1,4 MB". A kilobyte is 1,024 bytes, as the limits count.</summary>
public static class Sizes
{
    private const double Kilo = 1024;

    public static string Of(long bytes) => bytes switch
    {
        < 1024 => string.Create(CultureInfo.CurrentCulture, $"{bytes} B"),
        < 1024 * 1024 => string.Create(CultureInfo.CurrentCulture, $"{bytes / Kilo:0} KB"),
        _ => string.Create(CultureInfo.CurrentCulture, $"{bytes / (Kilo * Kilo):0.#} MB"),
    };
}
