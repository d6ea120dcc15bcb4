using System.Globalization;
using System.Text;

namespace Bimer.Tests.Persistence.Files;

/// <summary>Files that say who made them, in every place that is not for reading.</summary>
internal static class TellingFiles
{
    /// <summary>Stands wherever a maker's name can stand.</summary>
    public const string Maker = "KANARYA-AYSE-YILMAZ";

    /// <summary>A document of so many pages with an author, a script and an attached note.</summary>
    public static byte[] Pdf(int pages = 2, string maker = Maker)
    {
        List<string> objects = ["<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert\\('" + maker + "'\\)) >> >>"];
        objects.Add(Line($"<< /Type /Pages /Count {pages} /Kids [{string.Join(' ', Enumerable.Range(0, pages).Select(i => Line($"{4 + (i * 2)} 0 R")))}] >>"));
        objects.Add($"<< /Author ({maker}) /Producer ({maker}) /Title ({maker}) >>");
        for (var i = 0; i < pages; i++)
        {
            objects.Add(Line($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + (i * 2)} 0 R /Resources << >> >>"));
            const string square = "0.2 0.4 0.8 rg 100 600 200 100 re f";
            objects.Add(Line($"<< /Length {square.Length} >>\nstream\n{square}\nendstream"));
        }

        return Whole(objects);
    }

    private static byte[] Whole(List<string> objects)
    {
        var file = new StringBuilder("%PDF-1.4\n");
        List<int> places = [];
        foreach (var (index, body) in objects.Index())
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n{body}\nendobj\n");
        }

        var at = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places) file.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R /Info 3 0 R >>\nstartxref\n{at}\n%%EOF\n");
        return Ascii(file.ToString());
    }

    private static string Line(FormattableString text) => FormattableString.Invariant(text);

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);
}
