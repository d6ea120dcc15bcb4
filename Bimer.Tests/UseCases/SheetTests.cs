using System.Globalization;
using System.IO.Compression;
using System.Text;
using Bimer.Blazor.Shell;
using Bimer.Blazor.Shell.Sheets;
using Bimer.Blazor.Workspace.Reports;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Xunit;

namespace Bimer.Tests.UseCases;

/// <summary>Reports as files for other programs: sound, typed, and without a formula whatever the data holds (H3, decision 0112).</summary>
public sealed class SheetTests
{
    private static readonly string[] _hostile =
        ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\0=1", "＝1+1", " =HYPERLINK(\"http://x\")", "=cmd|' /C calc'!A0", "a\u0001b", "yarım \ud83d", "&<>\"'", "şğıİ 😀", new string('x', 40_000)];

    private static SheetTable Hostile =>
        new("Şüpheli: [ad] *?/\\ otuz bir harften uzun", [new("=Baş", 20), new("Sayı", 10), new("Gün", 12)], _hostile.Select(text => (IReadOnlyList<SheetCell>)[SheetCell.Of(text), SheetCell.Of(1234.5m), SheetCell.Of(new DateOnly(2026, 11, 23))]));

    [Fact]
    public void A_workbook_is_sound_and_holds_no_formula_whatever_the_data_begins_with()
    {
        using var file = new MemoryStream(WorkbookFile.Write(new SheetCover("Kapak", "=Başlık", [("=Süzgeç", "=2+2")]), Hostile));
        using (var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true))
            foreach (var entry in zip.Entries.Where(e => e.FullName.Contains("sheet", StringComparison.Ordinal)))
                new StreamReader(entry.Open()).ReadToEnd().Should().NotContain("<x:f>").And.NotContain("<f>");

        file.Position = 0;
        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        new OpenXmlValidator().Validate(document).Select(error => $"{error.Path?.XPath}: {error.Description}").Should().BeEmpty();
        var cells = document.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet.Descendants<Cell>()).ToList();
        cells.Where(cell => cell.CellFormula is not null).Should().BeEmpty();
        cells.Select(cell => cell.InlineString?.InnerText).OfType<string>().Should().Contain(["=1+1", "=2+2", "=Baş", "＝1+1", "ab", "yarım ", "şğıİ 😀"]);
        cells.Where(cell => cell.DataType?.Value == CellValues.Number).Select(cell => cell.CellValue!.Text).Distinct(StringComparer.Ordinal).Should().Equal("1234.5", "46349");
    }

    [Fact]
    public void The_head_stays_in_sight_and_stands_on_every_printed_page()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(WorkbookFile.Write(new SheetCover("Kapak", "Rapor", []), Hostile)), isEditable: false);
        var book = document.WorkbookPart!;
        var sheets = book.Workbook.Descendants<Sheet>().ToList();
        var table = ((WorksheetPart)book.GetPartById(sheets[1].Id!)).Worksheet;

        sheets.Select(s => s.Name!.Value!.Length).Should().OnlyContain(length => length <= 31);
        table.Descendants<Pane>().Single().State!.Value.Should().Be(PaneStateValues.Frozen);
        book.Workbook.Descendants<DefinedName>().Single().Text.Should().Be($"'{sheets[1].Name}'!$1:$1");
        (table.Descendants<PageSetup>().Single().FitToWidth!.Value, table.Descendants<PageSetup>().Single().PaperSize!.Value).Should().Be((1u, 9u));
    }

    [Fact]
    public void A_csv_is_read_as_text_by_whatever_opens_it()
    {
        var text = Encoding.UTF8.GetString(CsvText.Write(Hostile));

        text.Should().StartWith("\ufeff'=Baş,Sayı,Gün\r\n").And.Contain("\r\n'=1+1,1234.5,2026-11-23\r\n").And.Contain("\"' =HYPERLINK(\"\"http://x\"\")\"");
        text[1..].Split("\r\n").Should().OnlyContain(line => line.Length == 0 || !"=+-@＝".Contains(line[0], StringComparison.Ordinal));
    }

    [Theory, InlineData(Kind.Sqlite), InlineData(Kind.Postgres)]
    public async Task The_yearly_report_is_a_workbook_that_says_who_counted_what_and_when_and_nothing_for_a_stranger(Kind kind)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        var manager = await answers.Office.HireAsync(7, OfficerRole.Executive, answers.Unit);
        await answers.AskedAsync(ItemStories.Budget);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("tr-TR");

        (await SheetOf(answers.Office, answers.Writer).ReadAsync(unit: null, year: null, isCsv: false, default)).Should().BeNull();
        var file = (await SheetOf(answers.Office, manager).ReadAsync(answers.Unit, 2026, isCsv: false, default))!;
        using var document = SpreadsheetDocument.Open(new MemoryStream(file.Content), isEditable: false);
        new OpenXmlValidator().Validate(document).Should().BeEmpty();
        var words = document.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet.Descendants<InlineString>()).Select(text => text.InnerText).ToList();
        words.Should().Contain(["Bilgi Edinme Yıllık Raporu", "Ankara Valiliği", "Ad7 Soyad", "Ücret bildirilen", "Bilinmiyor"]).And.Contain(text => text.Contains("4982 sayılı Kanunun 30", StringComparison.Ordinal));
        var csv = Encoding.UTF8.GetString((await SheetOf(answers.Office, manager).ReadAsync(answers.Unit, 2026, isCsv: true, default))!.Content);
        csv.Should().Contain("\r\nBilgi edinme başvurusu,1\r\n").And.Contain("\r\nHenüz sevk edilmeyen ve cevaplanmayan,1\r\n");
    }

    private static InformationYearSheet SheetOf(Office office, Actor actor) =>
        ActivatorUtilities.CreateInstance<InformationYearSheet>(office.Services, new Office.Acts(actor), office.For<InformationYearQuery>(actor), office.Services.GetRequiredService<IStringLocalizer<ReportWords>>(), ActivatorUtilities.CreateInstance<CaseWords>(office.Services));
}
