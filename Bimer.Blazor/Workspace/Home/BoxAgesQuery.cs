using Bimer.Blazor.Persistence;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Ports;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Home;

/// <summary>What a box of the desk holds longest, and whose legal time in it ends next (S19).</summary>
/// <param name="OldestOn">The day its oldest petition was received.</param>
/// <param name="Nearest">The nearest end of a legal time; none where everything in it came for information.</param>
public sealed record BoxAge(DateOnly OldestOn, NearestDue? Nearest);

/// <param name="EndsAt">The first instant that is too late.</param>
public sealed record NearestDue(CaseKind Kind, DateOnly DueOn, DateTimeOffset EndsAt);

/// <summary>
/// Reads for each open box that is not empty its oldest petition and its nearest day, from the beginning of its index: a letter may be recorded
/// long after it was received, so every row is looked at; of more than a thousand the thousand most urgent, among them all that is late.
/// </summary>
public sealed class BoxAgesQuery(IDbContextFactory<BimerDbContext> dbFactory, ICurrentActor currentActor)
{
    private static readonly Dictionary<string, RoutingState> _held = new(StringComparer.Ordinal)
    {
        ["MyInbox"] = RoutingState.Held, ["Returned"] = RoutingState.CameBack, ["SentBack"] = RoutingState.InRevision, ["OnHold"] = RoutingState.OnHold,
        ["Submitted"] = RoutingState.AwaitingApproval,
    };

    /// <returns>By the key of the box.</returns>
    public async Task<IReadOnlyDictionary<string, BoxAge>> ReadAsync(CancellationToken ct)
    {
        var ages = new Dictionary<string, BoxAge>(StringComparer.Ordinal);
        if (await currentActor.GetAsync(ct) is not { } actor) return ages;
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        foreach (var (key, box) in BoxesOf(db, actor))
        {
            if (await AgeOfAsync(db, box, ct) is { } age) ages[key] = age;
        }

        return ages;
    }

    private static IEnumerable<(string Key, IQueryable<BoxKey> Box)> BoxesOf(BimerDbContext db, Actor actor)
    {
        if (actor.UnitsAs(OfficerRole.CaseOfficer).Any())
        {
            yield return ("UnitInbox", KeysOf(db.RoutingsAtUnitsOf(actor).Where(r => r.State == RoutingState.Waiting)));
            foreach (var (key, state) in _held) yield return (key, KeysOf(db.RoutingsHeldBy(actor).Where(r => r.State == state)));
        }

        if (actor.UnitsAs(OfficerRole.Approver).Any())
            yield return ("Approvals", db.RepliesAwaiting(actor).Select(r => new BoxKey { Case = r.CaseId, Rank = r.Rank, Purpose = RoutingPurpose.Action }));
    }

    private static IQueryable<BoxKey> KeysOf(IQueryable<Routing> box) => box.Select(r => new BoxKey { Case = r.CaseId, Rank = r.Rank, Purpose = r.Purpose });

    private static async Task<BoxAge?> AgeOfAsync(BimerDbContext db, IQueryable<BoxKey> box, CancellationToken ct)
    {
        var first = box.OrderBy(k => k.Rank).Take(BoxCounts.Most);
        var oldest = await (from k in first join c in db.Cases on k.Case equals c.Id select (DateOnly?)c.ReceivedOn).MinAsync(ct);
        if (oldest is not { } receivedOn) return null;

        // Information requests stand before everything else in a box; the nearest day may be of either.
        var owed = box.Where(k => k.Purpose == RoutingPurpose.Action);
        var (ahead, plain) = (await NearestAsync(db, owed.Where(k => k.Rank < 0), ct), await NearestAsync(db, owed.Where(k => k.Rank >= 0), ct));
        return new BoxAge(receivedOn, ahead is null || plain is not null && plain.EndsAt < ahead.EndsAt ? plain : ahead);
    }

    private static Task<NearestDue?> NearestAsync(BimerDbContext db, IQueryable<BoxKey> range, CancellationToken ct) => (
        from k in range.OrderBy(k => k.Rank).Take(1)
        join c in db.Cases on k.Case equals c.Id
        select new NearestDue(c.Kind, c.DueOn, c.DueEndsAt)).FirstOrDefaultAsync(ct);

    /// <summary>What stands in the index of any box.</summary>
    private sealed class BoxKey
    {
        public required CaseId Case { get; init; }

        public required long Rank { get; init; }

        public required RoutingPurpose Purpose { get; init; }
    }
}
