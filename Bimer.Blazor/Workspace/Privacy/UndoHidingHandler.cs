using Bimer.Blazor.Live;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Intake;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Domain.Applicants;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Privacy;

public sealed record UndoHiding(CommandId Id, CaseId CaseId);

/// <summary>
/// Vazgeç: the officer who has just hidden an identity takes it back. The vault is opened to write the index rows and the stars anew;
/// nothing of it leaves the server. The files keep their neutral names; copies of its mail tell their sender again.
/// </summary>
public sealed class UndoHidingHandler(CaseWork work, IdentityVault vault, LiveFeed feed)
{
    public async Task<Outcome> HandleAsync(UndoHiding command, CancellationToken ct)
    {
        IReadOnlyList<UnitId> desks = [];
        var undone = await work.ChangeAsync(command.Id, command.CaseId, async (caseFile, acting) =>
        {
            if (caseFile.Concealment != IdentityConcealment.ByOfficer || caseFile.ConcealedBy != acting.Actor.UserId)
                return caseFile.UndoHiding(maskedName: null, acting.Actor, acting.Now);
            var identity = vault.Open(await acting.Db.SealedIdentities.AsNoTracking().SingleAsync(s => s.Ref == caseFile.Applicant, ct));
            var outcome = caseFile.UndoHiding(MaskedIdentity.OfWords(identity.Entity?.Title ?? identity.FullName), acting.Actor, acting.Now);
            if (!outcome.IsAccepted) return outcome;
            acting.Db.AddRange(vault.LookupsOf(caseFile.Id, identity));
            desks = await MailSiblings.TellAgainAsync(acting.Db, caseFile.Id, acting.Actor.UserId, acting.Now, ct);
            return outcome;
        }, ct);
        if (undone.IsAccepted) feed.Publish(desks.Select(LiveTopic.UnitMails));
        return undone;
    }
}
