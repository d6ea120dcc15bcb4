using System.Text;

namespace Bimer.Blazor.Shell.Sheets;

/// <summary>A table as CSV (RFC 4180): commas, CRLF, UTF-8 with its mark so that Excel reads Turkish letters.</summary>
public static class CsvText
{
    public static byte[] Write(SheetTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var text = new StringBuilder();
        Line(text, table.Columns.Select(column => SheetCell.Of(column.Head)));
        foreach (var row in table.Rows) Line(text, row);
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static void Line(StringBuilder text, IEnumerable<SheetCell> cells) => text.AppendJoin(',', cells.Select(Field)).Append("\r\n");

    private static string Field(SheetCell cell)
    {
        if (cell is not SheetCell.Words) return cell.Plain;
        // Before the cleaning: a sign that is taken out must not have hidden the one behind it.
        var text = SheetText.Clean(cell.Plain);
        if (SheetText.LooksLikeFormula(cell.Plain) || SheetText.LooksLikeFormula(text)) text = "'" + text;
        return text.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? '"' + text.Replace("\"", "\"\"", StringComparison.Ordinal) + '"' : text;
    }
}
