using Bimer.Blazor.Live;
using Bimer.Blazor.Persistence.Files;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Registering.Drafting;

public sealed record DropIntake(IntakeKey Key);

/// <summary>The officer throws away what was begun and starts with an empty form (taslağı sil); a mail waits again.</summary>
public sealed class DropIntakeHandler(IntakeWork work, FileVault vault, LiveFeed feed)
{
    public async Task<Outcome> HandleAsync(DropIntake command, CancellationToken ct)
    {
        List<AttachmentId> files = [];
        List<UnitId> units = [];
        var dropped = await work.ChangeAsync<bool>(command.Key, async acting =>
        {
            if (acting.Row is not { } row) return false;
            // A mail goes back to the queue with the files it came with.
            var rows = await acting.Db.DraftFiles.Where(f => f.Intake == row.Id && !acting.Db.ReceivedMails.Any(m => m.Id == row.Id && f.StoredAt <= m.TakenAt)).ToListAsync(ct);
            files.AddRange(rows.Select(file => file.Id));
            acting.Db.RemoveRange(rows);
            acting.Db.Remove(row);
            units.AddRange(acting.Actor.UnitsAs(OfficerRole.CaseOfficer));
            return true;
        }, ct);
        if (dropped.Refusal is { } refusal) return refusal;
        foreach (var file in files) vault.Delete(new StoredFileId(file.Value));
        if (command.Key.Channel == IntakeChannel.Email) feed.Publish(units.Select(LiveTopic.UnitMails));
        return Outcome.Accepted;
    }
}
