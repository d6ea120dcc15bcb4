using Bimer.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Persistence.Holidays;

/// <summary>The holiday table of this institution: the shipped one and what was decided since. The calendar everybody counts by follows it.</summary>
public sealed class HolidayBook(IDbContextFactory<BimerDbContext> dbFactory, WorkingCalendar calendar)
{
    private readonly HolidayTable _shipped = calendar.Holidays;

    public WorkingCalendar Calendar => calendar;

    /// <summary>Reads the decisions: at the start, after one was made, and now and then for those made by another node.</summary>
    public async Task ReloadAsync(CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await ReloadAsync(db, ct);
    }

    internal async Task ReloadAsync(BimerDbContext db, CancellationToken ct)
    {
        var ruled = await db.RuledHolidays.AsNoTracking().OrderBy(h => h.Sequence).ToListAsync(ct);
        calendar.Adopt(_shipped.With(ruled.Select(h => h.Ruling)));
    }
}
