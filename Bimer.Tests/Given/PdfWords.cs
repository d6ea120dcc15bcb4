using System.Diagnostics;
using Microsoft.Playwright;

namespace Bimer.Tests.Given;

/// <summary>What a reader reads on paper: the words of a PDF by Debian's <c>pdftotext</c>, whatever its fonts make of their letters.</summary>
internal static class PdfWords
{
    /// <summary>Of the page as it would be printed.</summary>
    public static async Task<string> PrintedAsync(IPage page) => await OfAsync(await page.PdfAsync(new() { PreferCSSPageSize = true }));

    /// <summary>A form feed ends each sheet.</summary>
    public static async Task<string> OfAsync(byte[] pdf)
    {
        using var folder = new SqliteFolder();
        var file = folder.At("page.pdf");
        await File.WriteAllBytesAsync(file, pdf);
        using var reader = Process.Start(new ProcessStartInfo("pdftotext", [file, "-"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var text = await reader.StandardOutput.ReadToEndAsync();
        await reader.WaitForExitAsync();
        return text;
    }
}
