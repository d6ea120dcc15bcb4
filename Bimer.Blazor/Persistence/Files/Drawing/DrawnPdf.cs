using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Bimer.Blazor.Persistence.Files.Drawing;

/// <summary>
/// Writes a PDF that is one picture a page and nothing else (ISO 32000-1): no information dictionary, no id, no date. The same pictures
/// are the same bytes.
/// </summary>
internal sealed class DrawnPdf(MemoryStream file)
{
    /// <summary>The long side of a drawn page in pixels: A4 at 150 to the inch.</summary>
    public const int LongSide = 1_754;

    private const double PointsOfAPixel = 842.0 / LongSide;
    private const int Before = 2;    // catalogue and list of pages
    private const int Each = 3;      // page, what is on it, its picture

    private readonly List<long> _places = [];

    public static Stream Of(IReadOnlyList<ReadOnlyMemory<byte>> pictures)
    {
        var file = new MemoryStream();
        var pdf = new DrawnPdf(file);
        pdf.Write("%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n");
        pdf.Object("<< /Type /Catalog /Pages 2 0 R >>");
        pdf.Object(Line($"<< /Type /Pages /Count {pictures.Count} /Kids [{string.Join(' ', pictures.Select((_, i) => Line($"{FirstOf(i)} 0 R")))}] >>"));
        for (var i = 0; i < pictures.Count; i++) pdf.Page(FirstOf(i), pictures[i]);
        pdf.End();
        file.Position = 0;
        return file;
    }

    private static int FirstOf(int page) => Before + 1 + (page * Each);

    private void Page(int number, ReadOnlyMemory<byte> picture)
    {
        var (width, height, colours) = SizeOf(picture.Span);
        var (wide, high) = (Points(width), Points(height));
        Object(Line($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {wide} {high}] /Contents {number + 1} 0 R /Resources << /XObject << /P {number + 2} 0 R >> >> >>"));
        Content("", Encoding.ASCII.GetBytes(Line($"q {wide} 0 0 {high} 0 0 cm /P Do Q")));
        var space = colours == 1 ? "/DeviceGray" : "/DeviceRGB";
        Content(Line($" /Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace {space} /BitsPerComponent 8 /Filter /DCTDecode"), picture.Span);
    }

    private void Object(string body)
    {
        _places.Add(file.Length);
        Write(Line($"{_places.Count} 0 obj\n{body}\nendobj\n"));
    }

    private void Content(string about, ReadOnlySpan<byte> content)
    {
        _places.Add(file.Length);
        Write(Line($"{_places.Count} 0 obj\n<< /Length {content.Length}{about} >>\nstream\n"));
        file.Write(content);
        Write("\nendstream\nendobj\n");
    }

    private void End()
    {
        var at = file.Length;
        Write(Line($"xref\n0 {_places.Count + 1}\n0000000000 65535 f \n"));
        foreach (var place in _places) Write(Line($"{place:D10} 00000 n \n"));
        Write(Line($"trailer\n<< /Size {_places.Count + 1} /Root 1 0 R >>\nstartxref\n{at}\n%%EOF\n"));
    }

    private static (int Width, int Height, int Colours) SizeOf(ReadOnlySpan<byte> jpeg)
    {
        var frame = JpegSegments.Read(jpeg, out _)!.First(segment => segment.IsFrame);
        var facts = jpeg[frame.DataStart..];   // bits, height, width, components
        return (BinaryPrimitives.ReadUInt16BigEndian(facts[3..]), BinaryPrimitives.ReadUInt16BigEndian(facts[1..]), facts[5]);
    }

    private static string Points(int pixels) => (pixels * PointsOfAPixel).ToString("0.##", CultureInfo.InvariantCulture);

    private static string Line(FormattableString text) => FormattableString.Invariant(text);

    private void Write(string text) => file.Write(Encoding.Latin1.GetBytes(text));
}
