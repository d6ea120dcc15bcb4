using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Ports;
using Bimer.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.CaseDetail.Jointly;

public sealed record OpenJointly(CommandId Id, CaseId CaseId);

/// <summary>
/// The eye of two (iki yetkiliyle açma): the step, the record that names both and the message to the citizen are committed before the seal is broken. Opened once;
/// if the circuit dies after the record, two have to decide anew.
/// </summary>
public sealed class OpenJointlyHandler(
    JointSteps opening, IDbContextFactory<BimerDbContext> dbFactory, ICurrentActor currentActor, IdentityVault vault, TimeProvider clock)
{
    public async Task<Outcome<RevealedIdentity>> HandleAsync(OpenJointly command, CancellationToken ct)
    {
        if ((await opening.OpenAsync(command.Id, command.CaseId, ct)).Refusal is { } refusal) return refusal;
        if (await currentActor.GetAsync(ct) is not { } actor) return new Refusal.SignedOut();
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        return await OpenableAsync(db, command.CaseId, actor, ct) is { } record ? RevealedIdentity.Of(vault.Open(record)) : new Refusal.ChangedMeanwhile();
    }

    /// <summary>Asked once more in the statement that reads the seal: still hidden by that officer, and that officer still gone.</summary>
    private async Task<SealedIdentity?> OpenableAsync(BimerDbContext db, CaseId id, Domain.Organisation.Actor actor, CancellationToken ct)
    {
        if (await db.CasesVisibleTo(actor).Where(c => c.Id == id).Select(c => c.ConcealedBy).SingleOrDefaultAsync(ct) is not { } hider) return null;
        var here = db.HiderRoles(id, hider, IstanbulTime.LegalDay(clock.GetUtcNow()));
        return await (
            from c in db.CasesVisibleTo(actor)
            join s in db.SealedIdentities on c.Applicant equals s.Ref
            where c.Id == id && c.Concealment == IdentityConcealment.ByOfficer && c.ConcealedBy == hider && !here.Any()
            select s).AsNoTracking().SingleOrDefaultAsync(ct);
    }
}
