using Bimer.Blazor.Shell;
using Bimer.Blazor.Workspace.CaseDetail.Clocking;
using Bimer.Blazor.Workspace.CaseDetail.Fees;
using Bimer.Blazor.Workspace.CaseDetail.Jointly;
using Bimer.Blazor.Workspace.CaseDetail.Papers;
using Bimer.Blazor.Workspace.CaseDetail.Printing;

namespace Bimer.Blazor.Workspace.CaseDetail;

/// <summary>The composition of this room: the case page, its place beside the lists.</summary>
public static class CaseDetailSetup
{
    public static IServiceCollection AddCaseDetail(this IServiceCollection services)
    {
        services.AddScoped<CaseQuery>().AddScoped<SightReader>(provider => provider.GetRequiredService<CaseQuery>().SightAsync);
        services.AddScoped<RevealIdentityHandler>();
        services.AddScoped<EarlierCasesHandler>().AddScoped<AddPaperHandler>();
        services.AddScoped<ResolveUncertainHandler>().AddScoped<TellBySmsHandler>();
        services.AddScoped<UncertainQuery>().AddScoped<RecordFeePaidHandler>();
        services.AddScoped<CaseClock>().AddScoped<LedgerReader>();
        services.AddSingleton<CaseTimes>().AddSingleton<CaseFileStates>();
        services.AddSingleton<RevealWindow>();
        services.AddPrinting();
        services.AddJointOpening();
        return services.Configure<ShellSlots>(slots => slots.Case = typeof(CaseView));
    }

    public static IEndpointRouteBuilder MapCaseDetail(this IEndpointRouteBuilder app)
    {
        app.MapPrinting();
        app.MapPapers();
        return app;
    }

    private static void AddJointOpening(this IServiceCollection services)
    {
        services.AddOptions<JointOpeningOptions>().BindConfiguration(JointOpeningOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<JointOpeningSwitch>().AddScoped<JointOpeningQuery>().AddScoped<JointSteps>().AddScoped<OpenJointlyHandler>();
    }

    private static void AddPrinting(this IServiceCollection services)
    {
        services.AddScoped<PrintReportHandler>();
        services.AddScoped<VerifyPrintHandler>().AddScoped<NameWorkstationHandler>();
        services.AddScoped<ReportWriter>();
        services.AddScoped<ReportRefusals>();
        services.AddScoped<PrintLetterHandler>().AddScoped<LetterPress>().AddScoped<LetterLaying>();
        services.AddSingleton<LetterLedger>().AddSingleton<PostRoom>();
        services.AddSingleton<PrintLedger>();
        services.AddSingleton<PrintBook>();
        services.AddSingleton<ReportMeans>();
    }
}
