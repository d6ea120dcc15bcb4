using Bimer.Domain.Time;

namespace Bimer.Blazor.Facts;

/// <summary>What the shipped facts give everybody else.</summary>
public static class FactSetup
{
    /// <summary>The working calendar over the shipped holidays, with the two questions the law leaves open as settings.</summary>
    public static IServiceCollection AddFacts(this IServiceCollection services, IConfiguration configuration)
    {
        var rules = configuration.GetSection("Bimer:Calendar").Get<CalendarRules>() ?? new CalendarRules();
        services.AddSingleton(FactBook.Shipped);
        services.AddSingleton(provider => new WorkingCalendar(HolidaysOf(provider.GetRequiredService<FactBook>()), rules));
        return services;
    }

    private static HolidayTable HolidaysOf(FactBook facts) => new(facts.Holidays.Select(h => new Holiday(h.Date, h.Name, h.Kind, h.LegalBasis)));
}
