namespace Bimer.Blazor.Workspace.Reports;

/// <summary>The composition of this room: figures for those who coordinate and manage.</summary>
public static class ReportsSetup
{
    public static IServiceCollection AddReports(this IServiceCollection services) => services.AddScoped<InformationYearQuery>();
}
