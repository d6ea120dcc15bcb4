namespace Bimer.Blazor.Workspace.Holidays;

/// <summary>The composition of this room: the holiday table and who decides about it.</summary>
public static class HolidaySetup
{
    public static IServiceCollection AddHolidays(this IServiceCollection services) =>
        services.AddScoped<HolidayRights>().AddScoped<HolidayNews>().AddScoped<HolidayDeskQuery>().AddScoped<HolidayRuledHandler>();
}
