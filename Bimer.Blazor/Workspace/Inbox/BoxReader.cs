using Bimer.Blazor.Persistence;
using Bimer.Domain.Cases;
using Bimer.Domain.Replies;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Inbox;

/// <summary>What the lines of a box tell of its keys.</summary>
internal delegate IQueryable<BoxRow> RowShape(IQueryable<Routing> keys);

/// <summary>
/// Reads one part of a box: first the keys, one range of one index, at most a page of them; then their cases by key. However
/// many cases there are, a page costs the same.
/// </summary>
internal static class BoxReader
{
    public static async Task<BoxPage> ReadAsync(this IQueryable<Routing> box, RowShape shape, BoxSlice slice, DateTimeOffset now, CancellationToken ct)
    {
        var from = slice.After is { } mark ? box.Where(r => r.Rank >= mark.Rank && (r.Rank > mark.Rank || r.Id > mark.Routing)) : box;
        var keys = from.OrderBy(r => r.Rank).ThenBy(r => r.Id).Take(slice.Reach);
        return await PageAsync(shape(keys), box.Select(_ => 1), slice, now, ct);
    }

    /// <summary>The same from the other end: what was settled last stands first.</summary>
    public static async Task<BoxPage> ReadBackwardsAsync(this IQueryable<Routing> box, RowShape shape, BoxSlice slice, DateTimeOffset now, CancellationToken ct)
    {
        var from = slice.After is { } mark ? box.Where(r => r.Rank <= mark.Rank && (r.Rank < mark.Rank || r.Id < mark.Routing)) : box;
        var keys = from.OrderByDescending(r => r.Rank).ThenByDescending(r => r.Id).Take(slice.Reach);
        return await PageAsync(shape(keys), box.Select(_ => 1), slice, now, ct, backwards: true);
    }

    /// <summary>The letters of an approval box, each told as the part of the case it answers.</summary>
    public static async Task<BoxPage> ReadAsync(this BimerDbContext db, IQueryable<Reply> box, BoxSlice slice, DateTimeOffset now, CancellationToken ct)
    {
        var from = slice.After is { } mark ? box.Where(r => r.Rank >= mark.Rank && (r.Rank > mark.Rank || r.Id > mark.Routing)) : box;
        var keys = from.OrderBy(r => r.Rank).ThenBy(r => r.Id).Take(slice.Reach);
        var rows = from reply in keys
                   join c in db.Cases on reply.CaseId equals c.Id
                   select new BoxRow(
                       reply.Id, reply.Rank, c.Kind, c.Channel, RoutingPurpose.Action, c.Priority, c.MaskedName, c.Summary, reply.AuthorUnit,
                       c.FiledAt, c.DueOn, c.DueEndsAt, c.ClosedAt);
        return await PageAsync(rows, box.Select(_ => 1), slice, now, ct);
    }

    internal static IQueryable<BoxRow> RowsOf(this BimerDbContext db, IQueryable<Routing> keys) =>
        from r in keys
        join c in db.Cases on r.CaseId equals c.Id
        select new BoxRow(
            r.Id, r.Rank, c.Kind, c.Channel, r.Purpose, r.Priority, c.MaskedName, c.Summary, r.From, c.FiledAt, c.DueOn, c.DueEndsAt, c.ClosedAt);

    /// <summary>What was sent on, with where it went: the part's own successors, found by the key of its case.</summary>
    internal static IQueryable<BoxRow> ForwardedRowsOf(this BimerDbContext db, IQueryable<Routing> keys) =>
        from r in keys
        join c in db.Cases on r.CaseId equals c.Id
        select new BoxRow(
            r.Id, r.Rank, c.Kind, c.Channel, r.Purpose, r.Priority, c.MaskedName, c.Summary, r.From, c.FiledAt, c.DueOn, c.DueEndsAt, c.ClosedAt)
        {
            Onward = new BoxOnward(
                db.Routings.Where(n => n.CaseId == r.CaseId && n.Parent == r.Id).OrderBy(n => n.Id).Select(n => n.To).First(),
                db.Routings.Count(n => n.CaseId == r.CaseId && n.Parent == r.Id) - 1, null, r.EndedAt!.Value),
        };

    /// <summary>What was answered, with the letter's approver: who decided and when, before that who was asked and when.</summary>
    internal static IQueryable<BoxRow> AnsweredRowsOf(this BimerDbContext db, IQueryable<Routing> keys) =>
        from r in keys
        join c in db.Cases on r.CaseId equals c.Id
        join letter in db.Replies on r.Id equals letter.Id
        join approver in db.Officers on letter.DecidedBy ?? letter.Approver equals approver.Id
        select new BoxRow(
            r.Id, r.Rank, c.Kind, c.Channel, r.Purpose, r.Priority, c.MaskedName, c.Summary, r.From, c.FiledAt, c.DueOn, c.DueEndsAt, c.ClosedAt)
        {
            Onward = new BoxOnward(letter.ApproverUnit, 0, approver.GivenName + " " + approver.Surname, letter.DecidedAt ?? letter.SubmittedAt),
        };

    private static async Task<BoxPage> PageAsync(
        IQueryable<BoxRow> rows, IQueryable<int> all, BoxSlice slice, DateTimeOffset now, CancellationToken ct, bool backwards = false) =>
        await FinishAsync(await rows.AsNoTracking().ToListAsync(ct), () => all.Take(BoxPage.MostCounted).CountAsync(ct), slice, now, backwards);

    internal static async Task<BoxPage> FinishAsync(List<BoxRow> read, Func<Task<int>> countAsync, BoxSlice slice, DateTimeOffset now, bool backwards = false)
    {
        read.Sort((a, b) => backwards ? b.Mark.CompareTo(a.Mark) : a.Mark.CompareTo(b.Mark));   // a join keeps no order
        var hasMore = read.Count == slice.Reach;
        if (hasMore) read.RemoveAt(read.Count - 1);

        // The whole box is on the screen: no need to count what was just read.
        var total = slice.After is null && !hasMore ? read.Count : await countAsync();
        return new BoxPage(read, hasMore, total, now);
    }
}
