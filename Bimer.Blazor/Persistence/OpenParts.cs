using System.Linq.Expressions;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Persistence;

/// <summary>A part by what its place in a box needs.</summary>
internal readonly record struct PartKey(long Rank, RoutingId Id, CaseKind Kind);

/// <summary>
/// The ways to what is open within a wide reach. Every one begins at <see cref="CaseVisibility"/>; the spans and the order only say in which
/// part of which index to look first.
/// </summary>
internal static class OpenParts
{
    // All of them, so that an index that begins with the kind is a few ranges.
    private static readonly CaseKind[] _kinds = Enum.GetValues<CaseKind>();

    extension(IQueryable<Routing> open)
    {
        /// <summary>Those in all spans, to be narrowed further.</summary>
        public IQueryable<Routing> In(Subtree subtree) => open.Where(r => _kinds.Contains(r.CaseKind)).Where(WithinAny(subtree.Spans));
    }

    extension(BimerDbContext db)
    {
        /// <summary>How much is open below the person.</summary>
        public async Task<int> CountOpenAsync(Subtree subtree, Actor actor, CancellationToken ct)
        {
            var open = 0;
            foreach (var span in subtree.Spans) open += await db.OpenRoutingsBelow(actor, span).CountAsync(ct);
            return open;
        }

        /// <summary>The same by kind; a kind comes once for each span.</summary>
        /// <param name="legs">Which of it is counted.</param>
        public async Task<List<KindOpen>> KindsOfOpenAsync(Subtree subtree, Actor actor, Func<IQueryable<Routing>, IQueryable<Routing>> legs, CancellationToken ct)
        {
            var kinds = new List<KindOpen>();
            foreach (var span in subtree.Spans)
                kinds.AddRange(await legs(db.OpenRoutingsBelow(actor, span)).GroupBy(r => r.CaseKind).Select(kind => new KindOpen(kind.Key, kind.Count())).ToListAsync(ct));
            return kinds;
        }

        /// <summary>How old it is, by kind and span.</summary>
        /// <param name="legs">Which of it is asked.</param>
        public async Task<List<KindAge>> AgesOfOpenAsync(Subtree subtree, Actor actor, Func<IQueryable<Routing>, IQueryable<Routing>> legs, CancellationToken ct)
        {
            var ages = new List<KindAge>();
            foreach (var span in subtree.Spans)
                ages.AddRange(await legs(db.OpenRoutingsBelow(actor, span)).GroupBy(r => r.CaseKind).Select(kind => new KindAge
                {
                    Kind = kind.Key, Oldest = kind.Min(r => r.CaseId),
                    NearestAhead = kind.Min(r => r.Purpose == RoutingPurpose.Action && r.Rank < 0 ? r.Rank : (long?)null),
                    NearestPlain = kind.Min(r => r.Purpose == RoutingPurpose.Action && r.Rank >= 0 ? r.Rank : (long?)null),
                }).ToListAsync(ct));
            return ages;
        }

        /// <summary>The keys of all in these spans, in no order; reading stops at <paramref name="most"/>.</summary>
        /// <param name="legs">Which of them are read.</param>
        public async Task<List<PartKey>> KeysOfOpenAsync(Subtree subtree, Actor actor, Func<IQueryable<Routing>, IQueryable<Routing>> legs, int most, CancellationToken ct)
        {
            var keys = new List<PartKey>();
            foreach (var span in subtree.Spans)
            {
                if (keys.Count < most) keys.AddRange(await legs(db.OpenRoutingsBelow(actor, span)).Take(most - keys.Count).Select(r => new PartKey(r.Rank, r.Id, r.CaseKind)).ToListAsync(ct));
            }

            return keys;
        }

        /// <summary>The rank up to which one walks, so that nobody walks the country in vain; none where it ends before.</summary>
        /// <param name="after">The place one walks from.</param>
        /// <param name="steps">How many open parts, whosever, are passed at most.</param>
        public Task<long?> RankAheadAsync(long? after, int steps, CancellationToken ct)
        {
            var open = db.Routings.Where(r => r.EndedAt == null);
            if (after is { } from) open = open.Where(r => r.Rank >= from);
            return open.OrderBy(r => r.Rank).ThenBy(r => r.Id).Skip(steps).Select(r => (long?)r.Rank).FirstOrDefaultAsync(ct);
        }
    }

    // Always as many as there can be, so that every subtree asks the same question.
    private static Expression<Func<Routing, bool>> WithinAny(IReadOnlyList<UnitSpan> spans)
    {
        var (a, b, c, d) = (SpanAt(0), SpanAt(1), SpanAt(2), SpanAt(3));
        return r => (r.To >= a.First && r.To <= a.Last) || (r.To >= b.First && r.To <= b.Last) || (r.To >= c.First && r.To <= c.Last) || (r.To >= d.First && r.To <= d.Last);

        UnitSpan SpanAt(int place) => place < spans.Count ? spans[place] : new UnitSpan(new UnitId(1), new UnitId(0));
    }
}
