using Bimer.Blazor.Live;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Workspace.Inbox.Filtering;
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
        var rows = await RowsOf(db, shown, db.CasesOpenTo(actor), slice).AsNoTracking().ToListAsync(ct);
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

    private static IQueryable<BoxRow> RowsOf(BimerDbContext db, IQueryable<CaseFile> followed, IQueryable<CaseFile> open, BoxSlice slice)
    {
        var moved = from c in followed
                    join m in db.Movements on new { c.Id, Last = c.MovementCount } equals new { Id = m.CaseId, Last = m.Sequence }
                    select new { Case = c, Move = m };
        if (slice.After is { } mark)
        {
            var (at, last) = (new DateTimeOffset(mark.Rank, TimeSpan.Zero), mark.Routing.CaseId);
            moved = moved.Where(x => x.Move.At <= at && (x.Move.At < at || x.Case.Id < last));
        }

        return from x in moved.OrderByDescending(x => x.Move.At).ThenByDescending(x => x.Case.Id).Take(slice.Reach)
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
    }
}
