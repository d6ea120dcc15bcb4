using System.Globalization;
using System.Text;

namespace Bimer.Blazor.Facts.Demo;

/// <summary>One page with a few lines of Turkish in the reader's own Helvetica.</summary>
internal static class PlainPdf
{
    /// <summary>Windows-1254 differs from the PDF's WinAnsi in these six places.</summary>
    private const string Turkish = "/Encoding<</Type/Encoding/BaseEncoding/WinAnsiEncoding/Differences[208/Gbreve 221/Idotaccent/Scedilla 240/gbreve 253/dotlessi/scedilla]>>";

    public static byte[] Of(IEnumerable<string> lines)
    {
        var page = "BT /F 13 Tf 22 TL 72 760 Td " + string.Concat(lines.Select(line => $"({Escaped(line)}) Tj T* ")) + "ET";
        string[] objects =
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
            string.Create(CultureInfo.InvariantCulture, $"<</Length {page.Length}>>stream\n{page}\nendstream"),
            $"<</Type/Font/Subtype/Type1/BaseFont/Helvetica{Turkish}>>",
        ];
        return Encoding.Latin1.GetBytes(Whole(objects));
    }

    private static string Whole(string[] objects)
    {
        var file = new StringBuilder("%PDF-1.4\n");
        List<int> places = [];
        for (var number = 1; number <= objects.Length; number++)
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{number} 0 obj{objects[number - 1]}endobj\n");
        }

        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var place in places) file.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
        return file.Append(CultureInfo.InvariantCulture, $"trailer<</Size {objects.Length + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n").ToString();
    }

    private static string Escaped(string line) => string.Concat(line.Select(letter => letter switch
    {
        'Ğ' => "\u00D0", 'İ' => "\u00DD", 'Ş' => "\u00DE", 'ğ' => "\u00F0", 'ı' => "\u00FD", 'ş' => "\u00FE",
        '(' or ')' or '\\' => $"\\{letter}",
        _ => letter.ToString(),
    }));
}
