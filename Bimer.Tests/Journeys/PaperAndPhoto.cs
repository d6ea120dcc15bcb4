using System.Text;
using Bimer.Tests.Persistence.Files;
using Microsoft.Playwright;

namespace Bimer.Tests.Journeys;

/// <summary>A document and a photograph as people really send them: made by a browser, the photograph with the place it was taken at.</summary>
internal sealed record PaperAndPhoto(byte[] Paper, byte[] Photo)
{
    /// <summary>Stands in the photograph's description of its place.</summary>
    public const string Place = "KANARYA-39.9208N-32.8541E";

    /// <summary>The tag that leads to latitude and longitude (EXIF 2.3, GPSInfo), as it stands in a little-endian block.</summary>
    public static readonly byte[] PlaceTag = [0x25, 0x88, 0x04, 0x00];

    private const string Draw = """
        () => {
          const sheet = Object.assign(document.createElement('canvas'), { width: 640, height: 480 }), pen = sheet.getContext('2d');
          for (let x = 0; x < 640; x += 8) { pen.fillStyle = `hsl(${x / 2} 70% 50%)`; pen.fillRect(x, 0, 8, 480); }
          return sheet.toDataURL('image/jpeg', 0.8).split(',')[1];
        }
        """;

    public static async Task<PaperAndPhoto> MakeAsync(IBrowserContext browser)
    {
        var page = await browser.NewPageAsync();
        await page.SetContentAsync("<!doctype html><html lang=tr><title>Tutanak</title><h1>Şikâyet tutanağı</h1><p>Gül Sokak’taki ığüşöç İĞÜŞÖÇ “çukurlar”.</p></html>");
        var paper = await page.PdfAsync();
        var drawn = Convert.FromBase64String(await page.EvaluateAsync<string>(Draw));
        await page.CloseAsync();
        return new PaperAndPhoto(paper, [.. drawn[..2], .. Gps(), .. drawn[2..]]);
    }

    /// <summary>An EXIF block behind the first two bytes: one directory that leads to another with the place in words.</summary>
    private static byte[] Gps()
    {
        byte[] place = [.. Encoding.ASCII.GetBytes(Place), 0];
        byte[] tiff =
        [
            .. "II*\0"u8, .. Four(8), .. Two(1), .. PlaceTag, .. Four(1), .. Four(26), .. Four(0),
            .. Two(1), .. Two(0x1C), .. Two(7), .. Four(place.Length), .. Four(44), .. Four(0),
            .. place,
        ];
        return Pictures.Segment(0xE1, [.. "Exif\0\0"u8, .. tiff]);
    }

    private static byte[] Two(int value) => [(byte)value, (byte)(value >> 8)];

    private static byte[] Four(int value) => [.. Two(value & 0xFFFF), .. Two(value >> 16)];
}
