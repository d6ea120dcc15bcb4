using System.Globalization;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Microsoft.Extensions.Options;

namespace Bimer.Blazor.Persistence.Files.Drawing;

/// <summary>
/// Draws the pages of a document (sayfa görüntüsü): what comes out are pictures of what a reader sees, in a new file that holds nothing
/// else of the old one; no author, no program, no change history, no script, no attachment. By poppler; office files and scans by way of LibreOffice.
/// </summary>
public sealed class PageDrawing(IOptions<DrawingOptions> options, DataFolder folder, TimeProvider clock, ILogger<PageDrawing> log) : IDisposable
{
    private const string Program = "pdftoppm";

    private readonly DrawingOptions _limits = options.Value;
    private readonly OfficeConversion _office = new(folder, options.Value, clock, log);
    private readonly SemaphoreSlim _turns = new(options.Value.AtOnce);

    /// <summary>The pages as a PDF of pictures, or <see cref="Refusal.AttachmentNotDrawn"/>: too long, broken, or no tool for it on this machine.</summary>
    public async Task<Outcome<Stream>> DrawAsync(AttachmentType type, Stream original, CancellationToken ct) =>
        await PagesAsync(type, original, ct) is { Count: > 0 } pages ? DrawnPdf.Of(pages) : new Refusal.AttachmentNotDrawn(type);

    /// <summary>The pages one by one, each a JPEG; none where <see cref="DrawAsync"/> refuses.</summary>
    public async Task<IReadOnlyList<ReadOnlyMemory<byte>>> PagesAsync(AttachmentType type, Stream original, CancellationToken ct)
    {
        await _turns.WaitAsync(ct);
        try
        {
            return PicturesIn(await DrawnAsync(type, original, ct)) is { } pages && pages.Count <= _limits.MostPages ? pages : [];
        }
        finally
        {
            _turns.Release();
        }
    }

    public void Dispose() => _turns.Dispose();

    private async Task<byte[]?> DrawnAsync(AttachmentType type, Stream original, CancellationToken ct)
    {
        var poppler = new LimitedProcess(_limits);
        if (type == AttachmentType.Pdf) return await poppler.RunAsync(Program, Arguments, original, ct);
        if (await _office.ToPdfAsync(type, original, ct) is not { } pdf) return null;
        using var made = new MemoryStream(pdf, writable: false);
        return await poppler.RunAsync(Program, Arguments, made, ct);
    }

    // One page more than may be: that it is there tells that the document is too long. Scaled, so that no page is larger than a sheet.
    private string[] Arguments =>
        ["-q", "-jpeg", "-jpegopt", "quality=80", "-scale-to", DrawnPdf.LongSide.ToString(CultureInfo.InvariantCulture), "-l", (_limits.MostPages + 1).ToString(CultureInfo.InvariantCulture), "-"];

    /// <summary>The pictures that stand one behind the other, or null when that is not what it is.</summary>
    private static List<ReadOnlyMemory<byte>>? PicturesIn(byte[]? drawn)
    {
        List<ReadOnlyMemory<byte>> pictures = [];
        for (var at = 0; at < drawn?.Length;)
        {
            if (JpegSegments.Read(drawn.AsSpan(at), out var length) is null) return null;
            pictures.Add(drawn.AsMemory(at, length));
            at += length;
        }

        return pictures.Count > 0 ? pictures : null;
    }
}
