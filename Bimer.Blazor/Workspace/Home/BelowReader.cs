using Bimer.Blazor.Persistence;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using Bimer.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Home;

/// <summary>What was read of a wide reach: its units one by one, by kind, and the rows with the least time left.</summary>
public sealed record BelowFigures(IReadOnlyList<UnitFigures> Units, DateOnly? OldestOn, IReadOnlyList<BelowLine> Urgent, IReadOnlyList<ReturnedLine> Returned, DateTimeOffset At)
{
    public IReadOnlyList<UnpaidLine> Unpaid { get; init; } = [];
}

/// <summary>
/// Counts what is open below somebody by unit, in one pass along the index of what is open. The most urgent are not looked for: each count tells
/// the nearest day of its unit, so the nearest six of all lie in at most six units, and not behind the sixth of those days.
/// </summary>
public sealed class BelowReader(IDbContextFactory<BimerDbContext> dbFactory, SubtreeSpans subtrees, TimeProvider clock)
{
    private static readonly CaseKind[] _kinds = Enum.GetValues<CaseKind>();

    /// <summary>None for whoever coordinates and manages nothing.</summary>
    public async Task<BelowFigures?> ReadAsync(Actor actor, CancellationToken ct)
    {
        if (subtrees.Of(actor) is not { } subtree) return null;
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var now = clock.GetUtcNow();
        var (figures, days) = (new List<UnitFigures>(), OpenDays.At(now, DueSpread.SoonDays));
        foreach (var span in subtree.Spans)
        {
            // Kind by kind: of one kind the index goes from unit to unit, and nothing is sorted to be counted.
            foreach (var kind in _kinds) figures.AddRange(await db.OpenFiguresBelow(actor, span, kind, days).ToListAsync(ct));
        }

        return new BelowFigures(figures, await OldestAsync(db, figures, ct), await UrgentAsync(db, actor, figures, ct), await ReturnedAsync(db, actor, ct), now)
        {
            Unpaid = await db.UnpaidAsync(db.OpenRoutingsBelow(actor), IstanbulTime.LegalDay(now), ct),
        };
    }

    private static async Task<DateOnly?> OldestAsync(BimerDbContext db, List<UnitFigures> figures, CancellationToken ct)
    {
        if (figures.Count == 0) return null;
        var oldest = figures.MinBy(f => f.Oldest.Value)!.Oldest;
        return await db.Cases.Where(c => c.Id == oldest).Select(c => (DateOnly?)c.ReceivedOn).FirstOrDefaultAsync(ct);
    }

    private static async Task<IReadOnlyList<BelowLine>> UrgentAsync(BimerDbContext db, Actor actor, List<UnitFigures> figures, CancellationToken ct)
    {
        var (ahead, plain) = (NearestOf(figures, f => f.NearestAhead), NearestOf(figures, f => f.NearestPlain));
        List<BelowLine> urgent = [.. await FirstAsync(db, actor, ahead, r => r.Where(x => x.Rank < 0), ct), .. await FirstAsync(db, actor, plain, r => r.Where(x => x.Rank >= 0), ct)];
        return [.. urgent.OrderBy(line => line.Time.EndsAt).ThenBy(line => line.Case).Take(OverviewQuery.Most)];
    }

    // Each letter of a part is sent once and comes back once: how many there were is how often it came back in a row.
    private static async Task<IReadOnlyList<ReturnedLine>> ReturnedAsync(BimerDbContext db, Actor actor, CancellationToken ct) => await (
        from r in db.OpenRoutingsBelow(actor).Where(r => r.State == RoutingState.InRevision)
        join letter in db.Replies.Where(l => l.Status == ReplyStatus.ReturnedForRevision && l.Version >= Reply.ReturnsToTell) on r.Id equals letter.Id
        orderby letter.Version descending, letter.DecidedAt, letter.Id
        select new ReturnedLine(
            r.CaseId, r.To, db.Officers.Where(o => o.Id == letter.Author).Select(o => o.GivenName + " " + o.Surname).FirstOrDefault() ?? "",
            db.Officers.Where(o => o.Id == letter.DecidedBy).Select(o => o.GivenName + " " + o.Surname).FirstOrDefault() ?? "", letter.Version, letter.DecidedAt ?? letter.SubmittedAt))
        .AsNoTracking().Take(OverviewQuery.Most).ToListAsync(ct);

    private static (UnitId Unit, long Rank)[] NearestOf(List<UnitFigures> figures, Func<UnitFigures, long?> nearest) =>
        [.. figures.Where(f => nearest(f) is not null).Select(f => (f.Unit, Rank: nearest(f)!.Value)).OrderBy(f => f.Rank).ThenBy(f => f.Unit).Take(OverviewQuery.Most)];

    private static async Task<List<BelowLine>> FirstAsync(
        BimerDbContext db, Actor actor, (UnitId Unit, long Rank)[] nearest, Func<IQueryable<Routing>, IQueryable<Routing>> side, CancellationToken ct)
    {
        if (nearest.Length == 0) return [];
        var (units, last) = (nearest.Select(n => n.Unit).Distinct().ToArray(), nearest.Length < OverviewQuery.Most ? long.MaxValue : nearest[^1].Rank);
        var owed = side(db.OpenRoutingsBelow(actor)).Where(r => _kinds.Contains(r.CaseKind) && units.Contains(r.To) && r.Purpose == RoutingPurpose.Action && r.Rank <= last);
        return await (
            from r in owed.OrderBy(r => r.Rank).ThenBy(r => r.Id).Take(OverviewQuery.Most)
            join c in db.Cases on r.CaseId equals c.Id
            select new BelowLine(
                c.Id, c.Kind, c.MaskedName, r.Custodian != null || r.LookedAt != null ? c.Summary : "", new CaseTime(c.Basis, c.DueOn, c.DueEndsAt, c.AwaitsFee, c.LegalDueOn), r.To,
                db.Officers.Where(o => o.Id == r.Custodian).Select(o => o.GivenName + " " + o.Surname).FirstOrDefault())).AsNoTracking().ToListAsync(ct);
    }
}
