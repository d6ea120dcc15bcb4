using System.Globalization;
using Bimer.Blazor.Persistence.Holidays;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Persistence.Audit;

/// <summary>Recorded facts about the holiday table, which belongs to no case.</summary>
internal static class HolidayFacts
{
    public static AuditEntry Ruled(RuledHoliday ruled) => new()
    {
        At = ruled.At, Action = "calendar.holiday-ruled", Actor = ruled.By,
        Detail = string.Create(CultureInfo.InvariantCulture, $"ruling={ruled.Sequence};day={ruled.Day:yyyy-MM-dd};kind={ruled.Kind?.ToString() ?? "none"};cases={ruled.Total}"),
    };

    public static AuditEntry Followed(RuledHoliday ruled, DateTimeOffset at) => new()
    {
        At = at, Action = "calendar.deadlines-moved", Detail = string.Create(CultureInfo.InvariantCulture, $"ruling={ruled.Sequence};cases={ruled.Moved}"),
    };
}
