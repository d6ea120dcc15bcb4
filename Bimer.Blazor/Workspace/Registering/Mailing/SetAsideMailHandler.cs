using Bimer.Blazor.Persistence.Files;
using Bimer.Blazor.Persistence.Intake;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Registering.Mailing;

public sealed record SetAsideMail(Guid Mail, SetAsideReason Reason);

/// <summary>A mail is no petition (ayır): it leaves the queue and the desk, with a reason, and can be taken back.</summary>
public sealed class SetAsideMailHandler(MailWork work, FileVault vault, TimeProvider clock)
{
    public async Task<Outcome> HandleAsync(SetAsideMail command, CancellationToken ct)
    {
        List<AttachmentId> files = [];
        var outcome = await work.DecideAsync(command.Mail, "mail.set-aside", async (acting, now) =>
        {
            if (acting.WithColleague is { } elsewhere) return elsewhere;
            if (acting.Mail.State != MailState.Waiting || !Enum.IsDefined(command.Reason)) return new Refusal.NotFound();
            if (acting.Desk is { } desk)
            {
                acting.Db.Remove(desk);
                // What the officer laid beside it goes; what came with it stays with it.
                var added = await acting.Db.DraftFiles.Where(f => f.Intake == desk.Id && f.StoredAt > acting.Mail.TakenAt).ToListAsync(ct);
                acting.Db.RemoveRange(added);
                files.AddRange(added.Select(file => file.Id));
            }

            acting.Mail.SetAside(command.Reason, acting.Actor.UserId, now);
            return $"why={command.Reason}";
        }, clock.GetUtcNow(), ct);
        if (outcome.Refusal is { } refusal) return refusal;
        foreach (var file in files) vault.Delete(new StoredFileId(file.Value));
        return Outcome.Accepted;
    }
}
