using Bimer.Blazor.Live;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Files;
using Bimer.Blazor.Persistence.Intake;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Privacy;

public sealed record HideIdentity(CommandId Id, RoutingId Routing);

/// <summary>
/// Başvuran Bilgilerini Gizle (S33). With the state goes, in one transaction, all by which the person could be found or guessed: the
/// rows of the identity indexes, the masked name, the sender's own names of the files, and the sender in every copy of the mail it came by.
/// </summary>
public sealed class HideIdentityHandler(CaseWork work, MailSiblings mails, JoinedWords words, LiveFeed feed)
{
    /// <returns>As the domain refuses; or <see cref="Refusal.MailCopyTellsOfSender"/>.</returns>
    public async Task<Outcome> HandleAsync(HideIdentity command, CancellationToken ct)
    {
        IReadOnlyList<UnitId> desks = [];
        var hidden = await work.ChangeAsync(command.Id, command.Routing.CaseId, async (caseFile, acting) =>
        {
            var outcome = caseFile.HideIdentity(command.Routing, acting.Actor, acting.Now);
            if (!outcome.IsAccepted) return outcome;
            var withheld = await mails.WithholdAsync(acting.Db, caseFile.Id, acting.Actor.UserId, acting.Now, ct);
            if (withheld.Refusal is { } telling) return telling;
            desks = withheld.Value!;
            await words.ForgetNamesAsync(acting.Db, caseFile.Id, ct);
            await ForgetAsync(acting.Db, caseFile.Id, ct);
            return outcome;
        }, ct);
        // Whoever has a copy open reads its sender until their desk is drawn anew.
        if (hidden.IsAccepted) feed.Publish(desks.Select(LiveTopic.UnitMails));
        return hidden;
    }

    private static async Task ForgetAsync(BimerDbContext db, CaseId id, CancellationToken ct)
    {
        db.RemoveRange(await db.IdentityLookups.Where(l => l.CaseId == id).ToListAsync(ct));
        foreach (var file in await db.Attachments.Where(a => a.CaseId == id && a.Reply == null).ToListAsync(ct))
            file.CallBy(AttachmentName.Neutral(file.Ordinal, AttachmentTypes.OfMediaType(file.ContentType)));
    }
}
