using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Files;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Privacy;

public sealed record HideIdentity(CommandId Id, RoutingId Routing);

/// <summary>
/// Başvuran Bilgilerini Gizle (S33). With the state goes, in one transaction, all by which the person could be found or guessed: the
/// rows of the identity indexes, the masked name, the sender's own names of the files.
/// </summary>
public sealed class HideIdentityHandler(CaseWork work)
{
    public Task<Outcome> HandleAsync(HideIdentity command, CancellationToken ct) =>
        work.ChangeAsync(command.Id, command.Routing.CaseId, async (caseFile, acting) =>
        {
            var outcome = caseFile.HideIdentity(command.Routing, acting.Actor, acting.Now);
            if (outcome.IsAccepted) await ForgetAsync(acting.Db, caseFile.Id, ct);
            return outcome;
        }, ct);

    private static async Task ForgetAsync(BimerDbContext db, CaseId id, CancellationToken ct)
    {
        db.RemoveRange(await db.IdentityLookups.Where(l => l.CaseId == id).ToListAsync(ct));
        foreach (var file in await db.Attachments.Where(a => a.CaseId == id && a.Reply == null).ToListAsync(ct))
            file.CallBy(AttachmentName.Neutral(file.Ordinal, AttachmentTypes.OfMediaType(file.ContentType)));
    }
}
