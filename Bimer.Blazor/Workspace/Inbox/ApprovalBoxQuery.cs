using System.Runtime.CompilerServices;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Workspace.Inbox.Filtering;
using Bimer.Blazor.Workspace.Inbox.Sorting;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Ports;
using Bimer.Domain.Replies;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Inbox;

/// <summary>The letters that wait for the person's signature (Onay Bekleyenler, S49), by their case's deadline.</summary>
public sealed class ApprovalBoxQuery(BoxDatabase database, ICurrentActor currentActor, DueDays dues, TimeProvider clock)
{
    public async Task<BoxPage?> ReadAsync(BoxSlice slice, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return null;
        await using var db = await database.OpenAsync(slice.Filter, ct);
        var (now, page) = (clock.GetUtcNow(), default(BoxPage));
        if (await SortedAsync(db, actor, slice, now, ct) is { } sorted) return sorted;
        foreach (var unit in actor.UnitsAs(OfficerRole.Approver))
        {
            // Unit by unit, nearly always one: over several at once the whole box would be sorted for each page.
            var box = db.Matching(db.RepliesAwaitingAt(new StrongBox<UnitId>(unit), actor), actor, slice.Filter, dues.At(now, slice.Filter));
            var kinds = BoxReader.KindsOf(db.Officers.Where(o => o.Id == actor.UserId), box.Select(r => r.CaseKind));
            var part = await db.ReadAsync(box, kinds, slice, now, ct);
            page = page is null ? part : page.With(part, slice);
        }

        return page ?? new BoxPage([], false, 0, now);
    }

    /// <summary>
    /// The case of the letter that follows, round the end to the first; none when there is no other. After a letter that still waits another case
    /// comes: a case opens at its most urgent letter, and whoever goes on would come back to the one they left.
    /// </summary>
    /// <param name="after">A letter of this box, or one that left it by a decision; none for the beginning.</param>
    public async Task<CaseId?> NextAsync(BoxFilter filter, RoutingId? after, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return null;
        await using var db = await database.OpenAsync(filter, ct);
        var box = db.Matching(db.RepliesAwaiting(actor), actor, filter, dues.At(clock.GetUtcNow(), filter)).Among(filter.Kind, r => r.CaseKind);
        // Only its place is read of a letter that was decided: whoever sees its case no longer learns nothing of it.
        var left = after is { } letter ? await KeysOf(db, db.Replies.Where(r => r.Id == letter)).SingleOrDefaultAsync(ct) : null;
        var passed = left is not null && await db.RepliesAwaiting(actor).AnyAsync(r => r.Id == left.Id, ct) ? left.Id.CaseId : (CaseId?)null;
        if (filter.Order is { } order && await database.Sorting.OrderAsync(KeysOf(db, box), left, order, ct) is { } sorted)
            return sorted.Where(id => id.CaseId != passed).Select(id => (CaseId?)id.CaseId).FirstOrDefault();
        var others = box.Where(r => passed == null || r.CaseId != passed).OrderBy(r => r.Rank).ThenBy(r => r.Id);
        var next = left is null ? null : await others.Where(r => r.Rank > left.Rank || (r.Rank == left.Rank && r.Id > left.Id)).Select(r => (CaseId?)r.CaseId).FirstOrDefaultAsync(ct);
        return next ?? await others.Select(r => (CaseId?)r.CaseId).FirstOrDefaultAsync(ct);
    }

    private Task<BoxPage?> SortedAsync(BimerDbContext db, Actor actor, BoxSlice slice, DateTimeOffset now, CancellationToken ct)
    {
        var box = db.Matching(db.RepliesAwaiting(actor), actor, slice.Filter, dues.At(now, slice.Filter));
        var keys = KeysOf(db, box.Among(slice.Filter.Kind, r => r.CaseKind));
        var kinds = box.GroupBy(r => r.CaseKind).Select(kind => new KindCount(kind.Key, kind.Count()));
        return database.Sorting.PageAsync(
            new Unsorted(keys, ids => db.LettersOf(box.Where(r => ids.Contains(r.Id))), async () => KindCounts.Of(await kinds.ToListAsync(ct))), slice, now, ct);
    }

    private static IQueryable<SortKey> KeysOf(BimerDbContext db, IQueryable<Reply> letters) =>
        from r in letters
        join c in db.Cases on r.CaseId equals c.Id
        select new SortKey(r.Id, r.Rank, c.Kind, c.Channel, c.Priority, r.AuthorUnit, c.FiledAt, c.ReceivedOn, c.DueEndsAt, c.ClosedAt != null);

    /// <summary>Of what the filter lets through; told by the rows where all of them are on the screen.</summary>
    public async Task<BoxAge?> AgeAsync(BoxFilter filter, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return null;
        await using var db = await database.OpenAsync(filter, ct);
        var box = db.Matching(db.RepliesAwaiting(actor), actor, filter, dues.At(clock.GetUtcNow(), filter));
        return await db.AgeOfOpenAsync(BoxKey.Of(box.Among(filter.Kind, r => r.CaseKind)), ct);
    }

    /// <summary>Who wrote what lies here, for the filter.</summary>
    public async Task<BoxSenders> SendersAsync(CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return BoxSenders.None;
        await using var db = await database.OpenAsync(BoxFilter.None, ct);
        var senders = await db.RepliesAwaiting(actor).Select(r => (UnitId?)r.AuthorUnit).Distinct().Take(BoxSenders.Most + 1).ToListAsync(ct);
        return new BoxSenders([.. senders.Take(BoxSenders.Most)], senders.Count > BoxSenders.Most);
    }
}
