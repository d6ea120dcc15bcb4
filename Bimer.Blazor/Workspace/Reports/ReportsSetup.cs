using System.Globalization;
using Bimer.Blazor.Shell.Frame;
using Bimer.Domain.Kernel;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bimer.Blazor.Workspace.Reports;

/// <summary>The composition of this room: figures for those who coordinate and manage.</summary>
public static class ReportsSetup
{
    public static IServiceCollection AddReports(this IServiceCollection services) => services.AddScoped<InformationYearQuery>().AddScoped<InformationYearSheet>();

    public static void MapReports(this IEndpointRouteBuilder app) => app.MapGet(Addresses.InformationYearFile, FetchAsync).RequireAuthorization();

    private static async Task<Results<FileContentHttpResult, NotFound>> FetchAsync(string? birim, string? yil, string? bicim, InformationYearSheet sheet, CancellationToken ct) =>
        await sheet.ReadAsync(NumberOf(birim) is { } unit ? new UnitId(unit) : null, NumberOf(yil), string.Equals(bicim, YearFiles.Csv, StringComparison.Ordinal), ct) is { } file
            ? TypedResults.File(file.Content, file.ContentType, file.Name)
            : TypedResults.NotFound();

    private static int? NumberOf(string? said) => int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
