namespace Bimer.Blazor.Workspace.Privacy;

/// <summary>The composition of this room.</summary>
public static class PrivacySetup
{
    public static IServiceCollection AddPrivacy(this IServiceCollection services) =>
        services
        .AddScoped<HideIdentityHandler>().AddScoped<UndoHidingHandler>().AddScoped<CaseHiding>()
        .AddScoped<LiftExclusionHandler>().AddScoped<ExclusionLifting>();
}
