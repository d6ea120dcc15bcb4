namespace Bimer.Blazor.Persistence.Files.Cleaning;

/// <summary>Writes a PNG anew from the chunks that make its picture. Texts, times, EXIF, profiles, animation and what follows the end are left out.</summary>
internal static class PngCleaning
{
    private static readonly HashSet<string> Picture = new(StringComparer.Ordinal)
    {
        "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "bKGD", "pHYs", "cICP",
    };

    /// <returns>False when the row of chunks breaks off.</returns>
    public static bool TryClean(ReadOnlySpan<byte> png, Stream into)
    {
        if (PngChunks.Read(png) is not { } chunks) return false;

        into.Write(png[..PngChunks.SignatureBytes]);
        foreach (var chunk in chunks.Where(chunk => Picture.Contains(chunk.Type))) into.Write(png[chunk.Start..chunk.End]);
        return true;
    }
}
