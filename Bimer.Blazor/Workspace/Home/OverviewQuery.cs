using Bimer.Blazor.Persistence;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Ports;
using Bimer.Domain.Replies;
using Bimer.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Home;

/// <summary>
/// Reads the first page of the day. The lists are the beginnings of ranges of one index, so they cost the same for full boxes; the spread
/// walks the index over all the person has to do, because a number on the page is a fact.
/// </summary>
public sealed class OverviewQuery(
    IDbContextFactory<BimerDbContext> dbFactory, ICurrentActor currentActor, UnitDirectory units, OfficerDirectory officers, TimeProvider clock)
{
    /// <summary>The most lines of each list.</summary>
    public const int Most = 6;

    // What is looked through for what moved last is what the page listens to: a movement nobody rings for would be told late. Some thousand bells, as of what one follows.
    private const int WatchedOfEach = 140;
    private static readonly RoutingState[] _open = [RoutingState.Held, RoutingState.InRevision, RoutingState.CameBack, RoutingState.OnHold];
    private static readonly RoutingState[] _told = [.. _open, RoutingState.AwaitingApproval, RoutingState.Answered, RoutingState.Forwarded];

    public async Task<Overview?> ReadAsync(CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return null;
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var watched = await WatchedAsync(db, actor, ct);
        var now = clock.GetUtcNow();
        return new Overview(await DueAsync(db, actor, ct), await SpreadAsync(db, actor, now, ct), await NewsAsync(db, await MovedLastAsync(db, actor, ct), ct), watched, now)
        {
            Unpaid = await db.UnpaidAsync(db.OpenHeldBy(actor), IstanbulTime.LegalDay(now), ct),
        };
    }

    /// <summary>Counted in the database from the index alone: the rank is the day.</summary>
    private static async Task<DueSpread> SpreadAsync(BimerDbContext db, Actor actor, DateTimeOffset now, CancellationToken ct)
    {
        var spread = await CountAsync(db.RepliesAwaiting(actor).Select(r => r.Rank), now, ct);
        foreach (var state in _open) spread += await CountAsync(ToDo(db, actor, state).Select(r => r.Rank), now, ct);
        return spread;
    }

    private static async Task<DueSpread> CountAsync(IQueryable<long> ranks, DateTimeOffset now, CancellationToken ct)
    {
        var (late, soon) = (Routing.RanksOf(now), Routing.RanksOf(now.AddDays(DueSpread.SoonDays)));
        var counted = await ranks.GroupBy(_ => 1).Select(box => new
        {
            Late = box.Count(rank => rank < 0 ? rank <= late.Ahead : rank <= late.Plain),
            UntilSoon = box.Count(rank => rank < 0 ? rank <= soon.Ahead : rank <= soon.Plain),
            All = box.Count(),
        }).SingleOrDefaultAsync(ct);
        return counted is null ? new DueSpread(0, 0, 0) : new DueSpread(counted.Late, counted.UntilSoon - counted.Late, counted.All - counted.UntilSoon);
    }

    private static async Task<IReadOnlyList<DueLine>> DueAsync(BimerDbContext db, Actor actor, CancellationToken ct)
    {
        var due = new List<DueLine>();
        foreach (var state in _open)
        {
            var held = ToDo(db, actor, state);
            // Information requests stand before everything else in a box (S53); here the nearest day comes first, whatever the law.
            due.AddRange(await FirstAsync(db, held.Where(r => r.Rank < 0), ct));
            due.AddRange(await FirstAsync(db, held.Where(r => r.Rank >= 0), ct));
        }

        var letters = db.RepliesAwaiting(actor);
        due.AddRange(await FirstAsync(db, letters.Where(r => r.Rank < 0), ct));
        due.AddRange(await FirstAsync(db, letters.Where(r => r.Rank >= 0), ct));
        return [.. due.OrderBy(d => d.Time.EndsAt).ThenBy(d => d.Case).Take(Most)];
    }

    /// <summary>What came for information is nobody's lateness: whoever has it owes no answer.</summary>
    private static IQueryable<Routing> ToDo(BimerDbContext db, Actor actor, RoutingState state) =>
        db.RoutingsHeldBy(actor).Where(r => r.State == state && r.Purpose == RoutingPurpose.Action);

    private static Task<List<DueLine>> FirstAsync(BimerDbContext db, IQueryable<Routing> range, CancellationToken ct) => (
        from r in range.OrderBy(r => r.Rank).ThenBy(r => r.Id).Take(Most)
        join c in db.Cases on r.CaseId equals c.Id
        select new DueLine(c.Id, c.Kind, c.MaskedName, c.Summary, new CaseTime(c.Basis, c.DueOn, c.DueEndsAt, c.AwaitsFee, c.LegalDueOn), r.State, false)).AsNoTracking().ToListAsync(ct);

    private static Task<List<DueLine>> FirstAsync(BimerDbContext db, IQueryable<Reply> range, CancellationToken ct) => (
        from r in range.OrderBy(r => r.Rank).ThenBy(r => r.Id).Take(Most)
        join c in db.Cases on r.CaseId equals c.Id
        select new DueLine(c.Id, c.Kind, c.MaskedName, c.Summary, new CaseTime(c.Basis, c.DueOn, c.DueEndsAt, c.AwaitsFee, c.LegalDueOn), RoutingState.AwaitingApproval, true)).AsNoTracking().ToListAsync(ct);

    /// <summary>The first of each box: of what is settled the latest, of what is open the nearest day.</summary>
    private static async Task<IReadOnlyList<CaseId>> WatchedAsync(BimerDbContext db, Actor actor, CancellationToken ct)
    {
        var watched = new List<CaseId>();
        foreach (var state in _told) watched.AddRange(await FirstOf(db, actor, state).Select(r => r.CaseId).ToListAsync(ct));
        return [.. watched.Distinct()];
    }

    private static IQueryable<Routing> FirstOf(BimerDbContext db, Actor actor, RoutingState state)
    {
        var box = db.RoutingsHeldBy(actor).AsNoTracking().Where(r => r.State == state);
        return (state >= RoutingState.Answered ? box.OrderByDescending(r => r.Rank) : box.OrderBy(r => r.Rank)).Take(WatchedOfEach);
    }

    /// <summary>The cases in which something happened last, whatever their day: the latest movements of all lie in as many cases at most.</summary>
    private static async Task<IReadOnlyList<CaseId>> MovedLastAsync(BimerDbContext db, Actor actor, CancellationToken ct)
    {
        var moved = new Dictionary<CaseId, DateTimeOffset>();
        foreach (var state in _told)
        {
            var last = from r in FirstOf(db, actor, state)
                       join c in db.Cases on r.CaseId equals c.Id
                       join m in db.Movements on new { c.Id, Last = c.MovementCount } equals new { Id = m.CaseId, Last = m.Sequence }
                       orderby m.At descending, c.Id descending
                       select new { c.Id, m.At };
            foreach (var one in await last.Take(Most).ToListAsync(ct)) moved[one.Id] = one.At;
        }

        return [.. moved.OrderByDescending(one => one.Value).Take(Most).Select(one => one.Key)];
    }

    private async Task<IReadOnlyList<NewsLine>> NewsAsync(BimerDbContext db, IReadOnlyList<CaseId> moved, CancellationToken ct)
    {
        // The end of a case is told by the signature that brought it.
        var last = db.Movements.Where(m => moved.Contains(m.CaseId) && m.Kind != MovementKind.Closed)
            .OrderByDescending(m => m.At).ThenByDescending(m => m.Sequence).ThenBy(m => m.CaseId).Take(Most);
        var found = await (from m in last join c in db.Cases on m.CaseId equals c.Id select new { Movement = m, c.Summary }).AsNoTracking().ToListAsync(ct);
        await officers.LoadAsync(found.Select(f => f.Movement.By).OfType<UserId>(), ct);
        return [.. found.OrderByDescending(f => f.Movement.At).ThenByDescending(f => f.Movement.Sequence).ThenBy(f => f.Movement.CaseId).Select(f => Line(f.Movement, f.Summary))];
    }

    private NewsLine Line(Movement m, string summary) => new(
        m.CaseId, summary, m.Sequence, m.Kind, m.At, m.By is { } by ? officers.NameOf(by) : null, NameOf(m.From), NameOf(m.To), m.Purpose, m.Priority);

    private string? NameOf(UnitId? unit) => unit is { } id ? units.NameOf(id) : null;
}
