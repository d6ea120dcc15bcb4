using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Files;
using Bimer.Domain.Kernel;
using Bimer.Domain.Ports;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.CaseDetail;

/// <summary>A file on its way to its reader; the reader disposes the content.</summary>
public sealed record AttachmentContent(Stream Content, string ContentType, string Name);

/// <summary>
/// A file of a case for whoever may read the case at this moment: asked anew at every download. What one may not have does not
/// exist, and an envelope hands nothing out.
/// </summary>
public sealed class AttachmentQuery(IDbContextFactory<BimerDbContext> dbFactory, ICurrentActor currentActor, UnitDirectory units, FileVault vault)
{
    public async Task<AttachmentContent?> OpenAsync(AttachmentId id, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return null;
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var file = await db.Attachments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct);
        if (file is null || await db.ReadCaseAsync(file.CaseId, actor, ct) is not { } caseFile) return null;
        if (CaseStanding.Of(caseFile, actor, units.LineageOf).Stand is CaseStand.Envelope or CaseStand.Sealed) return null;
        return new AttachmentContent(await vault.OpenAsync(new StoredFileId(id.Value), ct), file.ContentType, file.Name);
    }
}
