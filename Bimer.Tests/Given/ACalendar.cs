using Bimer.Blazor.Facts;
using Bimer.Domain.Time;

namespace Bimer.Tests.Given;

/// <summary>Working calendars over the holidays the product ships, with whatever a test adds.</summary>
public static class ACalendar
{
    public static WorkingCalendar Shipped { get; } = With(new CalendarRules());

    public static WorkingCalendar With(CalendarRules rules, params Holiday[] added) => new(TableWith(added), rules);

    public static HolidayTable TableWith(params Holiday[] added) => new(FactBook.Shipped.Holidays.Select(Row).Concat(added));

    public static Holiday Leave(string day) =>
        new(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), "İdari izin", HolidayKind.AdministrativeLeave, "Genelge 2026/5");

    private static Holiday Row(HolidayFact fact) => new(
        fact.Date,
        fact.Name,
        fact.Kind,
        fact.LegalBasis);
}
