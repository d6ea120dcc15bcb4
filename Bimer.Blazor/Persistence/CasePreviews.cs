using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Persistence;

/// <summary>Reads the petition that lies beside a desk's work.</summary>
internal static class CasePreviews
{
    /// <summary>None when there is no such case or none this person may see.</summary>
    public static async Task<CasePreview?> PreviewAsync(this BimerDbContext db, CaseId id, Actor actor, CancellationToken ct)
    {
        var found = await db.CasesVisibleTo(actor).AsNoTracking().Where(c => c.Id == id)
            .Select(c => new { c.Kind, c.Basis, c.Priority, c.FiledAt, c.DueOn, c.DueEndsAt, c.Summary, c.Petition!.Text, c.Petition.Markup, c.ItemList, c.ReceivedOn, c.Ledger }).SingleOrDefaultAsync(ct);
        if (found is null) return null;
        var files = await db.FilesOfAsync(id, reply: null, ct);
        return new CasePreview(id, found.Kind, found.Basis, found.Priority, found.FiledAt, found.DueOn, found.DueEndsAt, found.Summary, found.Text, files) 
        {
            Markup = found.Markup, Items = found.Basis == LegalBasis.InformationAct ? RequestedItems.Of(found.ItemList) : RequestedItems.None,
            Terms = DeadlineTerms.Kept(found.Ledger, found.Basis, found.ReceivedOn), LegalEnd = DeadlineLedger.LegalEndOf(found.Ledger, (found.DueOn, found.DueEndsAt)),
        };
    }

    /// <summary>The files of a letter, or the applicant's own. Ask only for a case that was found visible.</summary>
    public static async Task<IReadOnlyList<AttachmentLine>> FilesOfAsync(this BimerDbContext db, CaseId id, RoutingId? reply, CancellationToken ct) =>
        await db.Attachments.AsNoTracking().Where(a => a.CaseId == id && a.Reply == reply)
            .OrderBy(a => a.Ordinal).Select(a => new AttachmentLine(a.Id, a.Name, a.Length)).ToListAsync(ct);
}
