namespace Bimer.Blazor.Workspace.Approving;

public static class ApprovingSetup
{
    public static IServiceCollection AddApproving(this IServiceCollection services)
    {
        services.AddScoped<ApproveReplyHandler>();
        services.AddScoped<ReturnForRevisionHandler>();
        services.AddScoped<DecidedMeanwhile>();
        services.AddScoped<ApprovalDeskWriter>();
        services.AddSingleton<EarlierRounds>().AddSingleton<LetterProof>();
        services.AddScoped<ApprovalDeskQuery>();
        services.AddScoped<BundleQuery>().AddScoped<ApproveBundleHandler>();
        return services;
    }
}
