using Bimer.Blazor.Persistence;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;
using Bimer.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace;

/// <summary>What stands in the index of any box.</summary>
internal sealed class BoxKey
{
    public required CaseId Case { get; init; }

    public required long Rank { get; init; }

    public required RoutingPurpose Purpose { get; init; }

    public static IQueryable<BoxKey> Of(IQueryable<Routing> box) => box.Select(r => new BoxKey { Case = r.CaseId, Rank = r.Rank, Purpose = r.Purpose });

    public static IQueryable<BoxKey> Of(IQueryable<Reply> box) => box.Select(r => new BoxKey { Case = r.CaseId, Rank = r.Rank, Purpose = RoutingPurpose.Action });
}

/// <summary>
/// Reads the age of a box. Of open work from the beginning of its index: a letter may be recorded long after it was received, so every row is looked at;
/// of more than a thousand under one law the thousand most urgent, among them all that is late. Of what is settled every row, since nothing in its
/// index tells which of its cases are still open.
/// </summary>
internal static class BoxAges
{
    private const int MostLookedAt = 1_000;

    extension(BimerDbContext db)
    {
        /// <summary>None for an empty box.</summary>
        public async Task<BoxAge?> AgeOfOpenAsync(IQueryable<BoxKey> box, CancellationToken ct)
        {
            // Information requests stand before everything else in a box; the oldest and the nearest may be of either.
            var (ahead, plain) = (box.Where(k => k.Rank < 0), box.Where(k => k.Rank >= 0));
            if (Earlier(await db.OldestAsync(ahead, ct), await db.OldestAsync(plain, ct)) is not { } oldest) return null;
            var (first, other) = (await db.NearestAsync(ahead, ct), await db.NearestAsync(plain, ct));
            return new BoxAge(oldest, first is null || other is not null && other.EndsAt < first.EndsAt ? other : first);
        }

        /// <summary>None where all cases are closed.</summary>
        public async Task<BoxAge?> AgeOfSettledAsync(IQueryable<BoxKey> box, CancellationToken ct)
        {
            var open = from k in box join c in db.Cases on k.Case equals c.Id where c.ClosedAt == null select new { c.Id, c.ReceivedOn, k.Purpose, c.DueEndsAt, c.Basis, c.DueOn, c.AwaitsFee, c.LegalDueOn };
            if (await open.OrderBy(o => o.ReceivedOn).Select(o => (DateOnly?)o.ReceivedOn).FirstOrDefaultAsync(ct) is not { } oldest) return null;
            var owed = open.Where(o => o.Purpose == RoutingPurpose.Action).OrderBy(o => o.DueEndsAt);
            return new BoxAge(oldest, await owed.Select(o => new CaseTime(o.Basis, o.DueOn, o.DueEndsAt, o.AwaitsFee, o.LegalDueOn)).FirstOrDefaultAsync(ct));
        }

        private Task<DateOnly?> OldestAsync(IQueryable<BoxKey> range, CancellationToken ct) =>
            (from k in range.OrderBy(k => k.Rank).Take(MostLookedAt) join c in db.Cases on k.Case equals c.Id select (DateOnly?)c.ReceivedOn).MinAsync(ct);

        private Task<CaseTime?> NearestAsync(IQueryable<BoxKey> range, CancellationToken ct) => (
            from k in range.Where(k => k.Purpose == RoutingPurpose.Action).OrderBy(k => k.Rank).Take(1)
            join c in db.Cases on k.Case equals c.Id
            select new CaseTime(c.Basis, c.DueOn, c.DueEndsAt, c.AwaitsFee, c.LegalDueOn)).FirstOrDefaultAsync(ct);
    }

    /// <summary>The same of cases, with whose days they are.</summary>
    public static async Task<BoxAge?> AgeAsync(this IQueryable<CaseFile> followed, CancellationToken ct)
    {
        var open = followed.Where(c => c.ClosedAt == null);
        if (await open.OrderBy(c => c.ReceivedOn).ThenBy(c => c.Id).Select(c => new { c.Id, c.ReceivedOn }).FirstOrDefaultAsync(ct) is not { } oldest) return null;
        var nearest = await open.OrderBy(c => c.DueEndsAt).ThenBy(c => c.Id).Select(c => new { c.Id, Due = new CaseTime(c.Basis, c.DueOn, c.DueEndsAt, c.AwaitsFee, c.LegalDueOn) }).FirstOrDefaultAsync(ct);
        return new BoxAge(oldest.ReceivedOn, nearest?.Due) { Watched = (oldest.Id, nearest?.Id) };
    }

    private static DateOnly? Earlier(DateOnly? one, DateOnly? other) => one is null || other < one ? other : one;
}
