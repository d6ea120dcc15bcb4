using Bimer.Blazor.Shell;

namespace Bimer.Blazor.Workspace.Counters;

/// <summary>The composition of this room: the menu that counts.</summary>
public static class CountersSetup
{
    public static IServiceCollection AddCounters(this IServiceCollection services) =>
        services.Configure<ShellSlots>(slots => slots.Menu = typeof(CountedMenu));
}
