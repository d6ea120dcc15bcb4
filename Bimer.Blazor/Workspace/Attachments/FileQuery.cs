using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Files;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Ports;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Attachments;

/// <summary>A file on its way to somebody who may see it; dispose the content.</summary>
public sealed record ServedFile(string Name, string ContentType, Stream Content);

/// <summary>Opens a file of a case, of a letter, or of one's own draft. The id is random and gives no right: the case decides.</summary>
public sealed class FileQuery(IDbContextFactory<BimerDbContext> dbFactory, ICurrentActor currentActor, UnitDirectory units, FileVault vault)
{
    /// <summary>None when there is no such file or none this person may see.</summary>
    public async Task<ServedFile?> OpenAsync(AttachmentId id, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return null;
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        return await FindAsync(db, id, actor, ct) is { } file
            ? new ServedFile(file.Name, file.ContentType, await vault.OpenAsync(new StoredFileId(id.Value), ct))
            : null;
    }

    private async Task<AttachmentKind?> FindAsync(BimerDbContext db, AttachmentId id, Actor actor, CancellationToken ct)
    {
        var attached = await db.Attachments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct);
        if (attached is not null)
        {
            // An envelope hands nothing out: whoever may not read the text yet may not read its files.
            var caseFile = await db.ReadCaseAsync(attached.CaseId, actor, ct);
            var mayRead = caseFile is not null && CaseStanding.Of(caseFile, actor, units.LineageOf).Stand is not (CaseStand.Envelope or CaseStand.Sealed);
            return mayRead ? new AttachmentKind(attached.Name, attached.ContentType) : null;
        }

        // A draft's files are its writer's alone until the letter is sent.
        var held = db.RoutingsHeldBy(actor);
        return await db.DraftFiles.AsNoTracking().Where(f => f.Id == id && held.Any(r => r.Id == f.Reply))
            .Select(f => new AttachmentKind(f.Name, f.ContentType)).SingleOrDefaultAsync(ct);
    }

    private sealed record AttachmentKind(string Name, string ContentType);
}
