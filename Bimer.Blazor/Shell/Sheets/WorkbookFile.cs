using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SheetList = DocumentFormat.OpenXml.Spreadsheet.Sheets;

namespace Bimer.Blazor.Shell.Sheets;

/// <summary>
/// A report as a workbook (decision 0112): a cover, and each table on a sheet with its head frozen and repeated on paper. Cells are typed; every text is a string cell, and nothing writes a formula.
/// Reports of some thousand rows: a part is held in memory until it is closed.
/// </summary>
public static class WorkbookFile
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const double CoverLabels = 24, CoverTexts = 90;

    public static byte[] Write(SheetCover cover, params IReadOnlyList<SheetTable> tables)
    {
        ArgumentNullException.ThrowIfNull(cover);
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = SheetStyles.Make();
            string[] names = [.. tables.Select(table => table.Name).Prepend(cover.Name).Select(SheetText.NameOf)];
            List<WorksheetPart> parts = [PartOf(book, [CoverLabels, CoverTexts], isFrozen: false, RowsOf(cover))];
            parts.AddRange(tables.Select(table => PartOf(book, [.. table.Columns.Select(column => column.Width)], isFrozen: true, RowsOf(table))));
            var sheets = parts.Select((part, at) => (OpenXmlElement)new Sheet { Id = book.GetIdOfPart(part), SheetId = (uint)at + 1, Name = names[at] });
            // The head on every printed page.
            var titles = tables.Select((_, at) => (OpenXmlElement)new DefinedName($"'{names[at + 1]}'!$1:$1") { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)at + 1 });
            book.Workbook = tables.Count == 0 ? new Workbook(new SheetList(sheets)) : new Workbook(new SheetList(sheets), new DefinedNames(titles));
        }

        return file.ToArray();
    }

    private static IEnumerable<Row> RowsOf(SheetCover cover)
    {
        yield return new Row(Text(cover.Title, SheetStyles.Title));
        yield return new Row();
        foreach (var (label, text) in cover.Lines) yield return new Row(Text(label, SheetStyles.Head), Text(text, SheetStyles.Words));
    }

    private static IEnumerable<Row> RowsOf(SheetTable table)
    {
        yield return new Row(table.Columns.Select(column => Text(column.Head, SheetStyles.Head)));
        foreach (var row in table.Rows) yield return new Row(row.Select(CellOf));
    }

    private static WorksheetPart PartOf(WorkbookPart book, IReadOnlyList<double> widths, bool isFrozen, IEnumerable<Row> rows)
    {
        var part = book.AddNewPart<WorksheetPart>();
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        writer.WriteElement(new SheetViews(ViewOf(isFrozen)));
        writer.WriteElement(new Columns(widths.Select((width, at) => new Column { Min = (uint)at + 1, Max = (uint)at + 1, Width = width, CustomWidth = true })));
        writer.WriteStartElement(new SheetData());
        foreach (var row in rows) writer.WriteElement(row);
        writer.WriteEndElement();
        writer.WriteElement(new PageMargins { Left = 0.6, Right = 0.6, Top = 0.7, Bottom = 0.7, Header = 0.3, Footer = 0.3 });
        writer.WriteElement(new PageSetup { PaperSize = 9, Orientation = OrientationValues.Portrait, FitToWidth = 1, FitToHeight = 0 });
        writer.WriteElement(new HeaderFooter(new OddFooter("&L&A&R&P / &N")));
        writer.WriteEndElement();
        return part;
    }

    private static SheetView ViewOf(bool isFrozen)
    {
        var view = new SheetView { WorkbookViewId = 0 };
        if (isFrozen) view.Append(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen });
        return view;
    }

    private static Cell CellOf(SheetCell cell) => cell switch
    {
        SheetCell.Figure figure => new Cell { CellValue = new CellValue(figure.Value.ToString(CultureInfo.InvariantCulture)), DataType = CellValues.Number, StyleIndex = SheetStyles.Figure },
        SheetCell.Day day => new Cell { CellValue = new CellValue(day.Value.ToDateTime(TimeOnly.MinValue).ToOADate().ToString(CultureInfo.InvariantCulture)), DataType = CellValues.Number, StyleIndex = SheetStyles.Day },
        _ => Text(cell.Plain, SheetStyles.Words),
    };

    private static Cell Text(string text, uint style) => new()
    {
        DataType = CellValues.InlineString, StyleIndex = style, InlineString = new InlineString(new Text(SheetText.Clean(text)) { Space = SpaceProcessingModeValues.Preserve }),
    };
}
