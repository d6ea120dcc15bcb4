using Bimer.Blazor.Live;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Workspace.Inbox.Filtering;
using Bimer.Blazor.Workspace.Inbox.Sorting;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Ports;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Inbox;

/// <summary>
/// What a person follows, for themselves or for a unit of theirs (Takip Ettiklerim, S32): what moved last stands first. What they may
/// not see any more is not in it, whoever follows it.
/// </summary>
public sealed class FollowedQuery(BoxDatabase database, ICurrentActor currentActor, DueDays dues, TimeProvider clock)
{
    private const int MostBells = 1_000;

    public async Task<BoxPage?> ReadAsync(BoxSlice slice, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return null;
        await using var db = await database.OpenAsync(slice.Filter, ct);
        var now = clock.GetUtcNow();
        var (all, isCutOff) = await db.MatchingAsync(db.CasesFollowedBy(actor), actor, slice.Filter, dues.At(now, slice.Filter), ct);
        var shown = all.Among(slice.Filter.Kind, c => c.Kind);
        var open = db.CasesOpenTo(actor);
        var unsorted = new Unsorted(KeysOf(db, shown), ids => RowsOf(db, MovedOf(db, Among(shown, ids)), open), CountAsync, IsSettled: true);
        if (await database.Sorting.PageAsync(unsorted, slice, now, ct) is { } sorted) return sorted with { IsCutOff = isCutOff };
        var rows = await RowsOf(db, LastOf(MovedOf(db, shown), slice), open).AsNoTracking().ToListAsync(ct);
        return await BoxReader.FinishAsync(rows, CountAsync, slice, now, backwards: true) with { IsCutOff = isCutOff };

        async Task<KindCounts> CountAsync() => KindCounts.Of(await all.GroupBy(c => c.Kind).ToDictionaryAsync(g => g.Key, g => g.Count(), ct));
    }

    /// <summary>Of what the filter lets through and is not closed; told by the rows where all of them are on the screen.</summary>
    public async Task<BoxAge?> AgeAsync(BoxFilter filter, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return null;
        await using var db = await database.OpenAsync(filter, ct);
        var (all, _) = await db.MatchingAsync(db.CasesFollowedBy(actor), actor, filter, dues.At(clock.GetUtcNow(), filter), ct);
        return await all.Among(filter.Kind, c => c.Kind).AgeAsync(ct);
    }

    /// <summary>The bells of all that is followed: a case moves up by an action of anybody, also one that lies below the last row shown.</summary>
    public async Task<IReadOnlyList<LiveTopic>> BellsAsync(CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return [];
        await using var db = await database.OpenAsync(BoxFilter.None, ct);
        var followed = await db.CasesFollowedBy(actor).OrderByDescending(c => c.Id).Select(c => c.Id).Take(MostBells).ToListAsync(ct);
        return [.. followed.Select(LiveTopic.Case)];
    }

    /// <summary>The bells that ring when something is followed or left; the last is the person's own.</summary>
    public async Task<IReadOnlyList<LiveTopic>> TopicsAsync(CancellationToken ct) =>
        await currentActor.GetAsync(ct) is { } actor ? [.. FollowTopics.Of(actor)] : [];

    private static IQueryable<CaseFile> Among(IQueryable<CaseFile> followed, RoutingId[] asked)
    {
        CaseId[] cases = [.. asked.Select(part => part.CaseId)];
        return followed.Where(c => cases.Contains(c.Id));
    }

    private static IQueryable<Followed> MovedOf(BimerDbContext db, IQueryable<CaseFile> followed) =>
        from c in followed
        join m in db.Movements on new { c.Id, Last = c.MovementCount } equals new { Id = m.CaseId, Last = m.Sequence }
        select new Followed { Case = c, Move = m };

    private static IQueryable<SortKey> KeysOf(BimerDbContext db, IQueryable<CaseFile> followed) =>
        from x in MovedOf(db, followed)
        let c = x.Case
        select new SortKey(RoutingId.Of(c.Id, 1), x.Move.At.UtcTicks, c.Kind, c.Channel, c.Priority, null, c.FiledAt, c.ReceivedOn, c.DueEndsAt, c.ClosedAt != null);

    private static IQueryable<Followed> LastOf(IQueryable<Followed> moved, BoxSlice slice)
    {
        if (slice.After is { } mark)
        {
            var (at, last) = (new DateTimeOffset(mark.Rank, TimeSpan.Zero), mark.Routing.CaseId);
            moved = moved.Where(x => x.Move.At <= at && (x.Move.At < at || x.Case.Id < last));
        }

        return moved.OrderByDescending(x => x.Move.At).ThenByDescending(x => x.Case.Id).Take(slice.Reach);
    }

    private static IQueryable<BoxRow> RowsOf(BimerDbContext db, IQueryable<Followed> moved, IQueryable<CaseFile> open) =>
        from x in moved
        let c = x.Case
        let m = x.Move
        select new BoxRow(
            RoutingId.Of(c.Id, 1), m.At.UtcTicks, c.Kind, c.Channel, RoutingPurpose.Action, c.Priority, c.MaskedName, open.Any(o => o.Id == c.Id) ? c.Summary : "", null,
            c.FiledAt, c.ReceivedOn, c.DueOn, c.DueEndsAt, c.ClosedAt, c.AwaitsFee, c.LegalDueOn)
        {
            Moved = new BoxMove(
                m.Kind, m.At, db.Officers.Where(o => o.Id == m.By).Select(o => o.GivenName + " " + o.Surname).FirstOrDefault(),
                m.From, m.To, m.Purpose, m.Priority),
        };

    /// <summary>A case with the last that happened on it.</summary>
    private sealed class Followed
    {
        public required CaseFile Case { get; init; }

        public required Movement Move { get; init; }
    }
}
