using Bimer.Blazor.Persistence;
using Bimer.Blazor.Workspace.Inbox.Filtering;
using Bimer.Blazor.Workspace.Inbox.Sorting;
using Bimer.Domain.Cases;
using Bimer.Domain.Organisation;
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
    /// <param name="box">What the filter lets through, whatever its kind.</param>
    public static async Task<BoxPage> ReadAsync(
        this IQueryable<Routing> box, RowShape shape, IQueryable<KindCount> kinds, BoxSlice slice, DateTimeOffset now, CancellationToken ct)
    {
        var shown = box.OfKind(slice.Filter.Kind);
        var from = slice.After is { } mark ? shown.Where(r => r.Rank >= mark.Rank && (r.Rank > mark.Rank || r.Id > mark.Routing)) : shown;
        var keys = from.OrderBy(r => r.Rank).ThenBy(r => r.Id).Take(slice.Reach);
        return await FinishAsync(await shape(keys).AsNoTracking().ToListAsync(ct), async () => KindCounts.Of(await kinds.ToListAsync(ct)), slice, now);
    }

    /// <summary>The same from the other end: what was settled last stands first.</summary>
    public static async Task<BoxPage> ReadBackwardsAsync(
        this IQueryable<Routing> box, RowShape shape, IQueryable<KindCount> kinds, BoxSlice slice, DateTimeOffset now, CancellationToken ct)
    {
        var shown = box.OfKind(slice.Filter.Kind);
        var from = slice.After is { } mark ? shown.Where(r => r.Rank <= mark.Rank && (r.Rank < mark.Rank || r.Id < mark.Routing)) : shown;
        var keys = from.OrderByDescending(r => r.Rank).ThenByDescending(r => r.Id).Take(slice.Reach);
        return await FinishAsync(await shape(keys).AsNoTracking().ToListAsync(ct), async () => KindCounts.Of(await kinds.ToListAsync(ct)), slice, now, backwards: true);
    }

    /// <summary>What the parts of a box are put in order by, where another order than its own is asked for.</summary>
    internal static IQueryable<SortKey> SortKeysOf(this BimerDbContext db, IQueryable<Routing> box, bool byPlace = false) =>
        from r in box
        join c in db.Cases on r.CaseId equals c.Id
        select new SortKey(r.Id, r.Rank, c.Kind, c.Channel, r.Priority, byPlace ? r.To : r.From, c.FiledAt, c.ReceivedOn, c.DueEndsAt, c.ClosedAt != null);

    /// <summary>The letters of an approval box, each told as the part of the case it answers.</summary>
    public static async Task<BoxPage> ReadAsync(
        this BimerDbContext db, IQueryable<Reply> box, IQueryable<KindCount> kinds, BoxSlice slice, DateTimeOffset now, CancellationToken ct)
    {
        var shown = box.Among(slice.Filter.Kind, r => r.CaseKind);
        var rest = slice.After is { } mark ? shown.Where(r => r.Rank >= mark.Rank && (r.Rank > mark.Rank || r.Id > mark.Routing)) : shown;
        var rows = db.LettersOf(rest.OrderBy(r => r.Rank).ThenBy(r => r.Id).Take(slice.Reach));
        return await FinishAsync(await rows.AsNoTracking().ToListAsync(ct), async () => KindCounts.Of(await kinds.ToListAsync(ct)), slice, now);
    }

    /// <summary>Letters, each told as the part of the case it answers.</summary>
    internal static IQueryable<BoxRow> LettersOf(this BimerDbContext db, IQueryable<Reply> letters) =>
        from reply in letters
        join c in db.Cases on reply.CaseId equals c.Id
        select new BoxRow(
            reply.Id, reply.Rank, c.Kind, c.Channel, RoutingPurpose.Action, c.Priority, c.MaskedName, c.Summary, reply.AuthorUnit,
            c.FiledAt, c.ReceivedOn, c.DueOn, c.DueEndsAt, c.ClosedAt, c.AwaitsFee, c.LegalDueOn);

    /// <summary>
    /// How many rows of each kind a box has: a count per kind, written once and asked for each. Six of them side by side cost
    /// PostgreSQL half as much again, and the program six times the parameters.
    /// </summary>
    /// <param name="once">One row, whichever: a query must begin at a table.</param>
    /// <param name="box">The kinds of its rows.</param>
    internal static IQueryable<KindCount> KindsOf(IQueryable<Officer> once, IQueryable<CaseKind> box) =>
        from one in once
        join kind in new[] { CaseKind.Request, CaseKind.Complaint, CaseKind.TipOff, CaseKind.Opinion, CaseKind.InformationRequest, CaseKind.Thanks } on 1 equals 1
        select new KindCount(kind, box.Where(k => k == kind).Count());

    internal static IQueryable<Routing> OfKind(this IQueryable<Routing> box, Several<CaseKind>? kinds) => box.Among(kinds, r => r.CaseKind);

    /// <summary>What nobody has opened tells nothing of its inside: as long as its sender may take it back as unread, nobody has read it.</summary>
    internal static IQueryable<BoxRow> RowsOf(this BimerDbContext db, IQueryable<Routing> keys) =>
        from r in keys
        join c in db.Cases on r.CaseId equals c.Id
        select new BoxRow(
            r.Id, r.Rank, c.Kind, c.Channel, r.Purpose, r.Priority, c.MaskedName, r.Custodian != null || r.LookedAt != null ? c.Summary : "", r.From, c.FiledAt, c.ReceivedOn, c.DueOn, c.DueEndsAt, c.ClosedAt, c.AwaitsFee, c.LegalDueOn)
        {
            WantedBy = r.EndedAt == null ? r.WantedBy : null,
        };

    /// <summary>What is open somewhere, with where and with whom. What nobody has read tells nothing of its inside: those who only reach it have no box that would.</summary>
    internal static IQueryable<BoxRow> LyingRowsOf(this BimerDbContext db, IQueryable<Routing> keys) =>
        from r in keys
        join c in db.Cases on r.CaseId equals c.Id
        select new BoxRow(
            r.Id, r.Rank, c.Kind, c.Channel, r.Purpose, r.Priority, c.MaskedName, r.Custodian != null || r.LookedAt != null ? c.Summary : "", r.From, c.FiledAt, c.ReceivedOn, c.DueOn,
            c.DueEndsAt, c.ClosedAt, c.AwaitsFee, c.LegalDueOn)
        {
            WantedBy = r.EndedAt == null ? r.WantedBy : null,
            Lies = new BoxLies(
                r.To, r.State, db.Officers.Where(o => o.Id == r.Custodian).Select(o => o.GivenName + " " + o.Surname).FirstOrDefault(),
                db.Officers.Where(o => o.Id == r.LookedBy).Select(o => o.GivenName + " " + o.Surname).FirstOrDefault(),
                r.OpenedAt ?? r.SentAt),
        };

    /// <summary>
    /// What was sent on, with where it went: the part's own successors, found by the key of its case, without those taken back. A part of which
    /// all were taken back lies in no such box (<see cref="RoutingState.ForwardUndone"/>).
    /// </summary>
    internal static IQueryable<BoxRow> ForwardedRowsOf(this BimerDbContext db, IQueryable<Routing> keys) =>
        from r in keys
        join c in db.Cases on r.CaseId equals c.Id
        select new BoxRow(
            r.Id, r.Rank, c.Kind, c.Channel, r.Purpose, r.Priority, c.MaskedName, c.Summary, r.From, c.FiledAt, c.ReceivedOn, c.DueOn, c.DueEndsAt, c.ClosedAt, c.AwaitsFee, c.LegalDueOn)
        {
            WantedBy = db.Routings.Where(n => n.CaseId == r.CaseId && n.Parent == r.Id && n.EndedAt == null).Min(n => n.WantedBy),
            Onward = new BoxOnward(
                db.Routings.Where(n => n.CaseId == r.CaseId && n.Parent == r.Id && n.State != RoutingState.Recalled).OrderBy(n => n.Id).Select(n => n.To).First(),
                db.Routings.Count(n => n.CaseId == r.CaseId && n.Parent == r.Id && n.State != RoutingState.Recalled) - 1, null, r.EndedAt!.Value),
        };

    /// <summary>What is on hold, with the days its holder named.</summary>
    internal static IQueryable<BoxRow> HeldBackRowsOf(this BimerDbContext db, IQueryable<Routing> keys) =>
        from r in keys
        join c in db.Cases on r.CaseId equals c.Id
        join h in db.Holds.Where(h => h.EndedAt == null) on r.Id equals h.Routing
        select new BoxRow(
            r.Id, r.Rank, c.Kind, c.Channel, r.Purpose, r.Priority, c.MaskedName, c.Summary, r.From, c.FiledAt, c.ReceivedOn, c.DueOn, c.DueEndsAt, c.ClosedAt, c.AwaitsFee, c.LegalDueOn)
        {
            WantedBy = r.EndedAt == null ? r.WantedBy : null,
            Hold = new BoxHold(h.ExpectedOn, h.RemindOn),
        };

    /// <summary>What was answered, with the letter's approver: who decided and when, before that who was asked and when.</summary>
    internal static IQueryable<BoxRow> AnsweredRowsOf(this BimerDbContext db, IQueryable<Routing> keys) =>
        from r in keys
        join c in db.Cases on r.CaseId equals c.Id
        join letter in db.Replies on r.Id equals letter.Id
        join approver in db.Officers on letter.DecidedBy ?? letter.Approver equals approver.Id
        select new BoxRow(
            r.Id, r.Rank, c.Kind, c.Channel, r.Purpose, r.Priority, c.MaskedName, c.Summary, r.From, c.FiledAt, c.ReceivedOn, c.DueOn, c.DueEndsAt, c.ClosedAt, c.AwaitsFee, c.LegalDueOn)
        {
            WantedBy = r.EndedAt == null ? r.WantedBy : null,
            Onward = new BoxOnward(letter.ApproverUnit, 0, approver.GivenName + " " + approver.Surname, letter.DecidedAt ?? letter.SubmittedAt),
        };

    internal static async Task<BoxPage> FinishAsync(
        List<BoxRow> read, Func<Task<KindCounts>> countAsync, BoxSlice slice, DateTimeOffset now, bool backwards = false)
    {
        read.Sort((a, b) => backwards ? b.Mark.CompareTo(a.Mark) : a.Mark.CompareTo(b.Mark));   // a join keeps no order
        var hasMore = read.Count == slice.Reach;
        if (hasMore) read.RemoveAt(read.Count - 1);

        // All of it is on the screen: no need to count what was just read, unless other kinds are left out.
        var (isWhole, asked, told) = (slice.After is null && !hasMore, slice.Filter.Kind, KindCounts.Of(read));
        var kinds = isWhole && asked is null ? told : await countAsync();
        if (isWhole && asked is not null) kinds = asked.Values.Aggregate(kinds, (counts, kind) => counts.With(kind, told.Of(kind)));
        return new BoxPage(read, hasMore, kinds.Of(asked), now) { Kinds = kinds };
    }
}
