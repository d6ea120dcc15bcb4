using System.Text;
using System.Xml;

namespace Bimer.Blazor.Shell.Sheets;

/// <summary>Words as a file for other programs may hold them.</summary>
internal static class SheetText
{
    /// <summary>More than a cell holds makes a workbook that Excel repairs.</summary>
    public const int LongestCell = 32_767, LongestName = 31;

    private const string FormulaSigns = "=+-@\t\r\0＝＋－＠";

    /// <summary>Without what XML cannot carry, cut where a cell ends.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(Math.Min(text.Length, LongestCell));
        for (var i = 0; i < text.Length && clean.Length < LongestCell - 1; i++)
        {
            if (char.IsSurrogatePair(text, i)) clean.Append(text[i]).Append(text[++i]);
            else if (XmlConvert.IsXmlChar(text[i])) clean.Append(text[i]);
        }

        return clean.ToString();
    }

    /// <summary>A sheet's name: at most 31 signs, none of those Excel refuses.</summary>
    public static string NameOf(string name)
    {
        var clean = string.Concat(Clean(name).Select(sign => "[]:*?/\\'".Contains(sign, StringComparison.Ordinal) ? ' ' : sign)).Trim();
        return clean.Length <= LongestName ? clean : clean[..LongestName].TrimEnd();
    }

    /// <summary>A program that opens a CSV takes such a beginning for a formula, also behind blanks.</summary>
    public static bool LooksLikeFormula(string text) => text.AsSpan().TrimStart(' ') is [var first, ..] && FormulaSigns.Contains(first, StringComparison.Ordinal);
}
