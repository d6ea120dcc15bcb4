namespace Bimer.Blazor.Workspace.Following;

/// <summary>The composition of this room.</summary>
public static class FollowingSetup
{
    public static IServiceCollection AddFollowing(this IServiceCollection services) =>
        services.AddScoped<FollowCaseHandler>().AddScoped<UnfollowCaseHandler>().AddScoped<CaseFollowing>();
}
