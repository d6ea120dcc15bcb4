using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Portal.Tracking;

/// <summary>A line of the person's own list.</summary>
public sealed record OwnCase(string Number, CaseKind Kind, DateTimeOffset FiledAt, bool IsClosed);

/// <summary>A signed answer, with the files that came with it.</summary>
public sealed record OwnAnswer(string Html, DateTimeOffset SignedAt, IReadOnlyList<OwnFile> Files);

/// <summary>A file of an answer; its id is random and opens for this visitor alone.</summary>
public sealed record OwnFile(Guid Id, string Name);

/// <summary>What a citizen sees of a case: no staff, no inner notes.</summary>
/// <param name="DueEndsAt">The end of the legal time (exclusive).</param>
/// <param name="WaitsAt">The units it waits at; of a hidden case their institutions, so that nobody learns who investigates (S11).</param>
public sealed record OwnCaseDetail(
    string Number, CaseKind Kind, DateTimeOffset FiledAt, DateOnly DueOn, DateTimeOffset DueEndsAt, bool IsClosed, bool IsOpened, IReadOnlyList<string> WaitsAt,
    IReadOnlyList<OwnAnswer> Answers);

/// <summary>
/// The cases of a verified visitor: those of the same person and the same verified phone, found through the vault's index, which holds
/// no hidden case; a hidden one only for the visit that filed it or asked for it by its own number and phone, and then alone.
/// </summary>
public sealed class TrackingQuery(VisitDoor door, IDbContextFactory<BimerDbContext> dbFactory, IdentityVault vault, UnitDirectory units)
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
        var caseFile = await Own(db, visit).Where(c => c.Id == id).Include(c => c.Routings).Include(c => c.Replies).AsSplitQuery().AsNoTracking().SingleOrDefaultAsync(ct);
        if (caseFile is null) return null;

        var files = await db.Attachments.Where(a => a.CaseId == id && a.Reply != null).OrderBy(a => a.Ordinal).AsNoTracking().ToListAsync(ct);
        return DetailOf(caseFile, files);
    }

    /// <summary>The file of an answer the visitor may read, or null.</summary>
    internal async Task<Attachment?> FindFileAsync(Guid file, CancellationToken ct)
    {
        if (await door.VisitAsync(ct) is not { IsVerified: true } visit) return null;
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var (id, own) = (new AttachmentId(file), Own(db, visit).Select(c => c.Id));
        return await db.Attachments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && own.Contains(a.CaseId)
            && db.Replies.Any(r => r.Id == a.Reply && r.Status == ReplyStatus.Approved), ct);
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

    private OwnCaseDetail DetailOf(CaseFile c, IReadOnlyList<Attachment> files)
    {
        var hidden = c.Concealment != IdentityConcealment.None;
        var waiting = c.Routings.Where(r => r.IsOpen && r.Purpose == RoutingPurpose.Action).OrderBy(r => r.Id).ToList();
        var answers = c.Replies.Where(r => r.Status == ReplyStatus.Approved).OrderBy(r => r.DecidedAt)
            .Select(r => new OwnAnswer(r.Html, r.DecidedAt!.Value, [.. files.Where(f => f.Reply == r.Id).Select(f => new OwnFile(f.Id.Value, f.Name))]));
        return new(
            new CaseNumber(c.Id).ToString(), c.Kind, c.FiledAt, c.DueOn, c.DueEndsAt, c.ClosedAt is not null, waiting.Exists(r => r.OpenedAt is not null),
            [.. waiting.Select(r => hidden ? InstitutionOf(r.To) : units.NameOf(r.To)).Distinct(StringComparer.Ordinal)], [.. answers]);
    }

    private string InstitutionOf(UnitId unit) => units.InstitutionOf(unit) is { } institution ? UnitDirectory.Label(institution) : units.Centre.Name;
}
