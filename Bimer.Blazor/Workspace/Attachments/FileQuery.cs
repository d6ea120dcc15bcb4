using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Files;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Ports;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Attachments;

/// <summary>A file on its way to somebody who may see it; dispose the content.</summary>
public sealed record ServedFile(string Name, string ContentType, Stream Content);

/// <summary>Opens a file of a case, of a letter, or of one's own draft. The id is random and gives no right: the case decides.</summary>
public sealed class FileQuery(IDbContextFactory<BimerDbContext> dbFactory, ICurrentActor currentActor, FileVault vault)
{
    /// <summary>None when there is no such file or none this person may see.</summary>
    public async Task<ServedFile?> OpenAsync(AttachmentId id, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return null;
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var visible = db.CasesVisibleTo(actor);
        var attached = await db.Attachments.AsNoTracking().Where(a => a.Id == id && visible.Any(c => c.Id == a.CaseId))
            .Select(a => new { a.Name, a.ContentType }).SingleOrDefaultAsync(ct);
        // A draft's files are its writer's alone until the letter is sent.
        var held = db.RoutingsHeldBy(actor);
        var found = attached ?? await db.DraftFiles.AsNoTracking().Where(f => f.Id == id && held.Any(r => r.Id == f.Reply))
            .Select(f => new { f.Name, f.ContentType }).SingleOrDefaultAsync(ct);
        return found is null ? null : new ServedFile(found.Name, found.ContentType, await vault.OpenAsync(new StoredFileId(id.Value), ct));
    }
}
