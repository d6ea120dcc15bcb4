using Bimer.Blazor.Persistence.Files;
using Bimer.Blazor.Persistence.Intake;
using Bimer.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Registering.Drafting;

public sealed record RemoveIntakeFile(IntakeKey Key, AttachmentId File);

/// <summary>The officer takes a file out again. One that is gone already is fine.</summary>
public sealed class RemoveIntakeFileHandler(IntakeWork work, FileVault vault)
{
    public async Task<Outcome> HandleAsync(RemoveIntakeFile command, CancellationToken ct)
    {
        var removed = await work.ChangeAsync<bool>(command.Key, async acting =>
        {
            var file = await acting.Db.DraftFiles.Papers().SingleOrDefaultAsync(f => f.Id == command.File && f.Intake == command.Key.Id && acting.Row != null, ct);
            if (file is null) return false;
            var isOfMail = await acting.Db.ReceivedMails.AnyAsync(m => m.Id == command.Key.Id && m.TakenAt >= file.StoredAt, ct);
            if (isOfMail) file.Name = MailOriginal.LeftOut;   // a second petition of the same mail may need it
            else acting.Db.Remove(file);
            return !isOfMail;
        }, ct);
        // After the commit: a row without its file would be worse than a file without its row.
        if (removed.Value) vault.Delete(new StoredFileId(command.File.Value));
        return removed.Refusal is { } refusal ? refusal : Outcome.Accepted;
    }
}
