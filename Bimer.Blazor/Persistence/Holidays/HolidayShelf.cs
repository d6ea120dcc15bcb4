using Bimer.Blazor.Persistence.Audit;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Persistence.Holidays;

/// <summary>Keeps the decisions about days, one at a time: the next is taken once the open cases have followed the last.</summary>
public sealed class HolidayShelf(IDbContextFactory<BimerDbContext> dbFactory, Committer committer)
{
    public async Task<bool> WasDoneAsync(CommandStamp stamp, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        return await Committer.WasDoneAsync(db, stamp, ct);
    }

    /// <param name="was">The names of the day's holidays until then.</param>
    /// <returns>Refused with <see cref="Refusal.HolidayMoveRuns"/>, or with <see cref="Refusal.ChangedMeanwhile"/> where somebody else decided in the same moment.</returns>
    public async Task<Outcome> AddAsync(HolidayRuling ruling, string was, Actor actor, CommandStamp stamp, DateTimeOffset now, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        if (await db.RuledHolidays.AsNoTracking().FirstOrDefaultAsync(h => h.FinishedAt == null, ct) is { } running) return new Refusal.HolidayMoveRuns(running.Day);
        var ruled = new RuledHoliday
        {
            Sequence = (await db.RuledHolidays.MaxAsync(h => (int?)h.Sequence, ct) ?? 0) + 1, Day = ruling.Day, Kind = ruling.Becomes?.Kind,
            Name = ruling.Becomes?.Name ?? "", Article = ruling.Becomes?.Article ?? "", Was = was, By = actor.UserId, At = now,
            Total = await db.OpenOver(ruling.Day).CountAsync(ct),
        };
        db.Add(ruled);
        db.Add(HolidayFacts.Ruled(ruled));
        return await committer.CommitAsync(db, stamp, ct) switch
        {
            CommitResult.Committed or CommitResult.Repeated => Outcome.Accepted,
            CommitResult.LostRace => new Refusal.ChangedMeanwhile(),
            var result => result.WhyNot()!,
        };
    }

    /// <summary>The oldest decision the open cases have not followed to the end.</summary>
    public async Task<RuledHoliday?> NextAsync(CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        return await db.RuledHolidays.AsNoTracking().Where(h => h.FinishedAt == null).OrderBy(h => h.Sequence).FirstOrDefaultAsync(ct);
    }

    /// <summary>How far it has come; at its end a recorded fact too.</summary>
    public async Task KeepAsync(RuledHoliday ruled, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        db.Update(ruled);
        if (ruled.FinishedAt is { } at) db.Add(HolidayFacts.Followed(ruled, at));
        await db.SaveChangesAsync(ct);
    }
}
