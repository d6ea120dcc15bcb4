namespace Bimer.Blazor.Workspace.Describing;

/// <summary>The composition of this room.</summary>
public static class DescribingSetup
{
    public static IServiceCollection AddDescribing(this IServiceCollection services) => services.AddScoped<DescribeCaseHandler>().AddScoped<CaseDescribing>().AddScoped<CorrectRecordHandler>().AddScoped<RecordCorrecting>().AddScoped<ChangeItemsHandler>().AddScoped<CaseItems>();
}
