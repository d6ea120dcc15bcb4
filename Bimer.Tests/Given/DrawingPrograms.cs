namespace Bimer.Tests.Given;

/// <summary>The programs of Debian that draw the pages of documents. Where one is missing nothing is skipped: the tests fail and say what to install.</summary>
internal static class DrawingPrograms
{
    /// <summary>A file the tests need and the package that brings it; test.sh asks for the same.</summary>
    public static readonly IReadOnlyList<(string File, string Package)> Needed =
    [
        ("/usr/bin/pdftoppm", "poppler-utils"),
        ("/usr/lib/libreoffice/program/libswlo.so", "libreoffice-writer-nogui"),
        ("/usr/lib/libreoffice/program/libsclo.so", "libreoffice-calc-nogui"),
        ("/usr/lib/libreoffice/program/libsdlo.so", "libreoffice-draw-nogui"),
        ("/usr/lib/chromium/chromium", "chromium"),
        ("/usr/bin/zbarimg", "zbar-tools"),
    ];

    public static void Demand() => Demand(File.Exists);

    public static void Demand(Func<string, bool> isThere)
    {
        var missing = Needed.Where(needed => !isThere(needed.File)).Select(needed => needed.Package).ToList();
        if (missing.Count > 0)
            throw new InvalidOperationException($"What draws the pages of documents is not here. Install it with ./test.sh or `apt-get install {string.Join(' ', missing)}`; these tests are not skipped without it.");
    }
}
