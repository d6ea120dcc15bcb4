using Bimer.Blazor.Persistence;
using Bimer.Blazor.Workspace.Inbox.Filtering;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Ports;
using Bimer.Domain.Replies;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Inbox;

/// <summary>The approvers a filter offers: read from the letters of what the person may see, so it names nobody that no row would.</summary>
public sealed class ApproverChoices(BoxDatabase database, ICurrentActor currentActor)
{
    private const int Most = 200;

    /// <summary>Who decides or decided about letters of what lies in this box, by name in Turkish order.</summary>
    public async Task<IReadOnlyList<(UserId Officer, string Name)>> OfAsync(Box box, CancellationToken ct)
    {
        if (!BoxFilter.TellsApprover(box) || await currentActor.GetAsync(ct) is not { } actor) return [];
        await using var db = await database.OpenAsync(BoxFilter.None, ct);
        var ids = await LettersOf(db, actor, box).Select(l => l.DecidedBy ?? l.Approver).Distinct().OrderBy(id => id).Take(Most).ToListAsync(ct);
        var names = await db.Officers.AsNoTracking().Where(o => ids.Contains(o.Id)).Select(o => new { o.Id, Name = o.GivenName + " " + o.Surname }).ToListAsync(ct);
        return [.. names.Select(o => (o.Id, o.Name)).OrderBy(o => TurkishSortKey.Of(o.Name), StringComparer.Ordinal).ThenBy(o => o.Id.Value)];
    }

    /// <summary>The name of one; none of somebody who decides about no letter of this box: an address could ask for anybody's.</summary>
    public async Task<string?> NameAsync(Box box, UserId approver, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return null;
        await using var db = await database.OpenAsync(BoxFilter.None, ct);
        if (!await LettersOf(db, actor, box).AnyAsync(l => (l.DecidedBy ?? l.Approver) == approver, ct)) return null;
        return await db.Officers.Where(o => o.Id == approver).Select(o => o.GivenName + " " + o.Surname).FirstOrDefaultAsync(ct);
    }

    private static IQueryable<Reply> LettersOf(BimerDbContext db, Actor actor, Box box)
    {
        if (box.State is { } state)
        {
            var parts = db.RoutingsHeldBy(actor).Where(r => r.State == state);
            return db.Replies.Where(l => parts.Any(r => r.Id == l.Id));
        }

        var (followed, open) = (db.CasesFollowedBy(actor), db.CasesOpenTo(actor));
        return db.Replies.Where(l => (l.DecidedBy == null || l.Status == ReplyStatus.Approved) && followed.Any(c => c.Id == l.CaseId) && open.Any(c => c.Id == l.CaseId));
    }
}
