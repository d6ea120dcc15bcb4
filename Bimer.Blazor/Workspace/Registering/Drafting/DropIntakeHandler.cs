using Bimer.Blazor.Persistence.Files;
using Bimer.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Registering.Drafting;

public sealed record DropIntake(IntakeKey Key);

/// <summary>The officer throws away what was begun and starts with an empty form (taslağı sil).</summary>
public sealed class DropIntakeHandler(IntakeWork work, FileVault vault)
{
    public async Task<Outcome> HandleAsync(DropIntake command, CancellationToken ct)
    {
        List<AttachmentId> files = [];
        var dropped = await work.ChangeAsync<bool>(command.Key, async acting =>
        {
            if (acting.Row is not { } row) return false;
            var rows = await acting.Db.DraftFiles.Where(f => f.Intake == row.Id).ToListAsync(ct);
            files.AddRange(rows.Select(file => file.Id));
            acting.Db.RemoveRange(rows);
            acting.Db.Remove(row);
            return true;
        }, ct);
        if (dropped.Refusal is { } refusal) return refusal;
        foreach (var file in files) vault.Delete(new StoredFileId(file.Value));
        return Outcome.Accepted;
    }
}
