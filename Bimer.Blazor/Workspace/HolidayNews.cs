using System.Globalization;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Accounts;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace;

/// <param name="Moved">How many petitions in the person's hands got another last day since they were last told.</param>
/// <param name="EndsWith">The last year of a table that runs out; told to whoever keeps it, else none.</param>
public sealed record HolidayTold(int Moved, int? EndsWith)
{
    public static readonly HolidayTold Nothing = new(0, null);
}

/// <summary>What of the holidays a person is told on their desk: that dates of theirs moved, once; and who keeps the table, that it runs out.</summary>
public sealed class HolidayNews(IDbContextFactory<BimerDbContext> dbFactory, HolidayRights rights, WorkingCalendar calendar, TimeProvider clock)
{
    private const string Key = "holiday-news";

    public async Task<HolidayTold> ReadAsync(CancellationToken ct)
    {
        if (await rights.ActorAsync(ct) is not { } actor) return HolidayTold.Nothing;
        var (table, today) = (calendar.Holidays, IstanbulTime.LegalDay(clock.GetUtcNow()));
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        return new HolidayTold(await MovedAsync(db, actor.UserId, ct), rights.MayRule(actor) && table.RunsOut(today) ? table.LastYear ?? today.Year : null);
    }

    /// <summary>Read: it is told no more. Of two windows either says so.</summary>
    public async Task<Outcome> AcknowledgeAsync(CancellationToken ct)
    {
        if (await rights.ActorAsync(ct) is not { } actor) return new Refusal.SignedOut();
        try
        {
            await using var db = await dbFactory.CreateDbContextAsync(ct);
            var kept = await db.OfficerPreferences.SingleOrDefaultAsync(p => p.Officer == actor.UserId && p.Key == Key, ct);
            if (kept is null) db.Add(kept = new OfficerPreference { Officer = actor.UserId, Key = Key });
            kept.Value = clock.GetUtcNow().UtcTicks.ToString(CultureInfo.InvariantCulture);
            await db.SaveChangesAsync(CancellationToken.None);
            return Outcome.Accepted;
        }
        catch (Exception fault) when (fault is DbUpdateException || fault.IsPassing())
        {
            return new Refusal.ChangedMeanwhile();
        }
    }

    // The few decisions first: of most days there is none to tell, and nobody's petitions have to be gone through.
    private static async Task<int> MovedAsync(BimerDbContext db, UserId person, CancellationToken ct)
    {
        var kept = await db.OfficerPreferences.Where(p => p.Officer == person && p.Key == Key).Select(p => p.Value).SingleOrDefaultAsync(ct);
        var told = new DateTimeOffset(long.TryParse(kept, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) ? ticks : 0, TimeSpan.Zero);
        var ruled = await db.RuledHolidays.Where(h => h.FinishedAt > told && h.Moved > 0).Select(h => h.At).ToListAsync(ct);
        if (ruled.Count == 0) return 0;
        var since = ruled.Min();
        return await (from part in db.Routings
                      where part.Custodian == person && part.EndedAt == null
                      join movement in db.Movements on part.CaseId equals movement.CaseId
                      where movement.Kind == MovementKind.DueMoved && movement.At >= since
                      select part.CaseId).Distinct().CountAsync(ct);
    }
}
