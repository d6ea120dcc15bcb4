using Bimer.Blazor.Persistence.Files;
using Bimer.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Replying.Drafting;

public sealed record RemoveFile(RoutingId Routing, AttachmentId File);

/// <summary>The writer takes a file out of the letter. One that is gone already is fine.</summary>
public sealed class RemoveFileHandler(DraftWork work, FileVault vault)
{
    public async Task<Outcome> HandleAsync(RemoveFile command, CancellationToken ct)
    {
        var removed = await work.ChangeAsync(command.Routing, acting => RemoveAsync(command, acting, ct), ct);
        if (removed.Refusal is { } refusal) return refusal;
        // After the commit: a row without its file would be worse than a file without its row.
        if (removed.Value) vault.Delete(new StoredFileId(command.File.Value));
        return Outcome.Accepted;
    }

    private static async Task<Outcome<bool>> RemoveAsync(RemoveFile command, DraftActing acting, CancellationToken ct)
    {
        var drafted = await acting.Db.DraftFiles.SingleOrDefaultAsync(f => f.Id == command.File && f.Reply == command.Routing, ct);
        if (drafted is not null) acting.Db.Remove(drafted);
        // A file of an earlier round, while the letter is back for revision.
        var attached = await acting.Db.Attachments.SingleOrDefaultAsync(a => a.Id == command.File && a.Reply == command.Routing, ct);
        if (attached is not null) acting.Db.Remove(attached);
        return drafted is not null || attached is not null;
    }
}
