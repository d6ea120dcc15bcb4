using Bimer.Blazor.Persistence;
using Bimer.Blazor.Shell;
using Bimer.Blazor.Shell.Parts;
using Bimer.Blazor.Shell.Sheets;
using Bimer.Domain.Kernel;
using Bimer.Domain.Ports;
using Bimer.Domain.Replies;
using Microsoft.Extensions.Localization;

namespace Bimer.Blazor.Workspace.Reports;

/// <summary>A file of the report, as it stands at the moment it is asked for.</summary>
public sealed record ReportFile(string Name, string ContentType, byte[] Content);

/// <summary>The yearly report as a workbook or as CSV: the figures of the page, of the same reader, with the same words.</summary>
public sealed class InformationYearSheet(InformationYearQuery query, ICurrentActor currentActor, OfficerDirectory officers, IStringLocalizer<ReportWords> words, CaseWords terms)
{
    private const double Words = 70, Figures = 14;

    /// <returns>Nothing for whoever coordinates and manages nothing.</returns>
    public async Task<ReportFile?> ReadAsync(UnitId? unit, int? year, bool isCsv, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor || await query.ReadAsync(unit, year, ct) is not { } report) return null;
        var name = $"bilgi-edinme-{report.Year.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
        if (isCsv) return new ReportFile(name + ".csv", "text/csv", CsvText.Write(TableOf(report)));
        var who = await officers.NameOfAsync(actor.UserId, ct);
        return new ReportFile(name + ".xlsx", WorkbookFile.ContentType, WorkbookFile.Write(CoverOf(report, who), TableOf(report)));
    }

    private SheetCover CoverOf(InformationYearReport report, string who) => new(words["SheetCover"], words["YearTitle"],
    [
        (words["Unit"], report.Unit.Name), (words["Year"], report.Year.ToString(System.Globalization.CultureInfo.InvariantCulture)), (words["SheetBy"], who), (words["SheetAt"], Moments.DayAndHour(report.At)),
        (words["SheetLaw"], words["YearLaw"]), (words["SheetCounted"], words["YearFoot", Moments.DayAndHour(report.At)]), (words["RoutingCaption"], words["RoutingText"]), (words["Figure.Objected"], words["UnknownText"]),
    ]);

    private SheetTable TableOf(InformationYearReport report) =>
        new(words["SheetFigures"], [new SheetColumn(words["Figure"], Words), new SheetColumn(words["Count"], Figures)], RowsOf(report.Figures));

    private IEnumerable<IReadOnlyList<SheetCell>> RowsOf(InformationYear figures)
    {
        foreach (var (key, count) in YearRows.Of(figures)) yield return [SheetCell.Of(words["Figure." + key]), SheetCell.Of(count)];
        foreach (var article in figures.Articles) yield return [SheetCell.Of(words["ByArticle", terms.LawOf(article.Reason), article.Reason.Text]), SheetCell.Of(article.Requests)];
        if (figures.WithoutArticle > 0) yield return [SheetCell.Of(words["Figure.WithoutArticle"]), SheetCell.Of(figures.WithoutArticle)];
        yield return [SheetCell.Of(words["Figure.Objected"]), SheetCell.Of(words["Unknown"])];
        foreach (var (key, count) in YearRows.Of(figures.FirstRouting)) yield return [SheetCell.Of(words["Figure." + key]), count is { } days ? SheetCell.Of(days) : SheetCell.Of(words["NoFigure"])];
    }
}
