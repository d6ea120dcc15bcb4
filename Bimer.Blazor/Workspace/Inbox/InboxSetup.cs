using Bimer.Blazor.Workspace.Inbox.Filtering;
using Bimer.Blazor.Workspace.Inbox.Sorting;

namespace Bimer.Blazor.Workspace.Inbox;

/// <summary>The composition of this room.</summary>
public static class InboxSetup
{
    public static IServiceCollection AddInbox(this IServiceCollection services)
    {
        services.AddScoped<UnitInboxQuery>();
        services.AddScoped<MyInboxQuery>();
        services.AddScoped<ApprovalBoxQuery>().AddScoped<ApprovalOrder>().AddScoped<LetterAfter>(scope => scope.GetRequiredService<ApprovalOrder>().NextAsync);
        services.AddScoped<FollowedQuery>().AddScoped<ApproverChoices>();
        services.AddSingleton(new BelowLimits()).AddSingleton<BelowQuery>().AddScoped<BelowChoices>().AddScoped<BelowBox>();
        services.AddScoped<PersonalBoxes>();
        services.AddScoped<BoxSource>();
        services.AddScoped<BoxPreferences>();
        services.AddScoped<SavedViews>();
        services.AddSingleton(new SortLimits()).AddSingleton<BoxSorting>();
        services.AddSingleton<DueDays>().AddSingleton<BoxDatabase>();
        services.AddSingleton<BoxFilters>();
        services.AddSingleton<FilterNames>().AddSingleton<FilterWords>();
        services.AddSingleton<LineWriter>();
        services.AddSingleton<BoxLines>();
        services.AddScoped<BoxDepths>();
        return services;
    }
}
