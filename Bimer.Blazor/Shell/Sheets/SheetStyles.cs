using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Bimer.Blazor.Shell.Sheets;

/// <summary>The looks a cell can have; by number, in the order the schema wants.</summary>
internal static class SheetStyles
{
    public const uint Plain = 0, Title = 1, Head = 2, Words = 3, Figure = 4, Day = 5;

    // Shown by the reader's own Excel: a thousand as 1.000 in a Turkish one.
    private const uint WholeNumber = 3, DayFormat = 164;

    public static Stylesheet Make() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = DayFormat, FormatCode = "dd\\.mm\\.yyyy" }) { Count = 1 },
        new Fonts(FontOf(11), FontOf(14, isBold: true), FontOf(11, isBold: true)) { Count = 3 },
        new Fills(FillOf(PatternValues.None), FillOf(PatternValues.Gray125), new Fill(new PatternFill(new ForegroundColor { Rgb = "FFE8EDF3" }) { PatternType = PatternValues.Solid })) { Count = 3 },
        new Borders(new Border()) { Count = 1 },
        new CellStyleFormats(new CellFormat()) { Count = 1 },
        new CellFormats(
            FormatOf(), FormatOf(font: 1), FormatOf(font: 2, fill: 2, wraps: true), FormatOf(wraps: true), FormatOf(number: WholeNumber), FormatOf(number: DayFormat)) { Count = 6 });

    private static Font FontOf(double size, bool isBold = false) =>
        isBold ? new Font(new Bold(), new FontSize { Val = size }, new FontName { Val = "Calibri" }) : new Font(new FontSize { Val = size }, new FontName { Val = "Calibri" });

    private static Fill FillOf(PatternValues pattern) => new(new PatternFill { PatternType = pattern });

    private static CellFormat FormatOf(uint font = 0, uint fill = 0, uint number = 0, bool wraps = false)
    {
        var format = new CellFormat { FontId = font, FillId = fill, BorderId = 0, NumberFormatId = number, FormatId = 0, ApplyFont = font > 0, ApplyFill = fill > 0, ApplyNumberFormat = number > 0 };
        if (wraps) (format.Alignment, format.ApplyAlignment) = (new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }, true);
        return format;
    }
}
