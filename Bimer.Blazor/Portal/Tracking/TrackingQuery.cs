using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Portal.Tracking;

/// <summary>
/// The cases of a verified visitor: those of the same person and the same verified phone, found through the vault's index, which holds
/// no hidden case; a hidden one only for the visit that filed it or asked for it by its own number and phone, and then alone.
/// </summary>
public sealed class TrackingQuery(VisitDoor door, IDbContextFactory<BimerDbContext> dbFactory, IdentityVault vault, OwnCaseReader own)
{
    private const int MostListed = 200;

    /// <summary>Newest first; null when the visitor has to pass the gate first.</summary>
    /// <param name="chosen">The number on the page, if any. A hidden case is listed on its own page alone, and nothing beside it.</param>
    public async Task<IReadOnlyList<OwnCase>?> ListAsync(string? chosen, CancellationToken ct)
    {
        if (await door.VisitAsync(ct) is not { IsVerified: true } visit) return null;
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var number = visit.AskedCase ?? (CaseNumber.Parse(chosen) is { IsAccepted: true, Value: var parsed } ? parsed.CaseId : (CaseId?)null);
        var hidden = Own(db, visit).Where(c => c.Id == number && c.Concealment != IdentityConcealment.None);
        var listed = await hidden.AnyAsync(ct) ? hidden : Own(db, visit).Where(c => c.Concealment == IdentityConcealment.None);
        var rows = await listed.OrderByDescending(c => c.Id).Take(MostListed).AsNoTracking().Select(c => new { c.Id, c.Kind, c.FiledAt, c.ClosedAt }).ToListAsync(ct);
        return [.. rows.Select(c => new OwnCase(new CaseNumber(c.Id).ToString(), c.Kind, c.FiledAt, c.ClosedAt is not null))];
    }

    /// <summary>One of them, or null: what is not the visitor's does not exist.</summary>
    public async Task<OwnCaseDetail?> ReadAsync(string number, CancellationToken ct)
    {
        var parsed = CaseNumber.Parse(number);
        if (!parsed.IsAccepted || await door.VisitAsync(ct) is not { IsVerified: true } visit) return null;
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var id = parsed.Value.CaseId;
        return await own.ReadAsync(db, Own(db, visit).Where(c => c.Id == id), ct);
    }

    /// <summary>A file of a signed answer or of the petition itself; of a hidden one the original leaves the store for nobody.</summary>
    internal async Task<Attachment?> FindFileAsync(Guid file, CancellationToken ct)
    {
        if (await door.VisitAsync(ct) is not { IsVerified: true } visit) return null;
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var (id, cases) = (new AttachmentId(file), Own(db, visit));
        return await db.Attachments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && (a.Reply == null
            ? cases.Any(c => c.Id == a.CaseId && c.Concealment == IdentityConcealment.None)
            : cases.Any(c => c.Id == a.CaseId) && db.Replies.Any(r => r.Id == a.Reply && r.Status == ReplyStatus.Approved)), ct);
    }

    private IQueryable<CaseFile> Own(BimerDbContext db, Visit visit)
    {
        var hash = vault.ByPersonAndPhone(visit.Identity.NationalId ?? "", visit.Identity.Mobile);
        var (asked, filed) = (visit.AskedCase, visit.FiledCase);
        // Whoever came for a hidden case by its number sees that one alone: nothing may join it with the person's others.
        return db.Cases.Where(c => c.Id == asked || c.Id == filed
            || (db.IdentityLookups.Any(l => l.Kind == LookupKind.PersonAndPhone && l.Hash == hash && l.CaseId == c.Id)
                && !db.Cases.Any(a => a.Id == asked && a.Concealment != IdentityConcealment.None)));
    }
}
