using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Audit;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Ports;
using Bimer.Domain.Replies;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.CaseDetail;

public sealed record RevealIdentity(CommandId Id, CaseId CaseId);

/// <summary>
/// The applicant in the clear, for one screen and a minute: all that the vault holds (S26). Empty is what nobody gave.
/// <see cref="ToString"/> tells nothing, so no log can.
/// </summary>
/// <param name="Phone">As many numbers as there are.</param>
/// <param name="Address">iletişim adresi, as the person gave it.</param>
/// <param name="RegisterAddress">kayıtlı adres, as the register of persons gave it.</param>
/// <param name="Education">A code of the education list.</param>
public sealed record RevealedIdentity(string FullName, string NationalId, string Phone, string? Email, string? Address, string? RegisterAddress, string? Education)
{
    /// <summary>For whom the person applies (tüzel kişi); none where for themselves.</summary>
    public RevealedEntity? Entity { get; init; }

    public override string ToString() => nameof(RevealedIdentity);

    internal static RevealedIdentity Of(ApplicantIdentity identity) => new(
        identity.FullName, identity.NationalId, string.Join(", ", new[] { identity.Mobile, identity.Telephone }.Where(number => !string.IsNullOrEmpty(number))),
        identity.Email, identity.ContactAddress, identity.RegisterAddress, identity.Education)
    {
        Entity = identity.Entity is { } entity ? new RevealedEntity(entity.Title, entity.TaxId, entity.Address, entity.Email) : null,
    };
}

/// <summary>A legal entity in the clear.</summary>
public sealed record RevealedEntity(string Title, string TaxId, string Address, string? Email)
{
    public override string ToString() => nameof(RevealedEntity);
}

/// <summary>
/// The eye (göz simgesi, S26): the record of who looked is committed before the seal is broken. If the record cannot be written
/// nothing is shown; if the circuit dies after it, the record stays although nobody saw anything.
/// </summary>
public sealed class RevealIdentityHandler(
    IDbContextFactory<BimerDbContext> dbFactory, ICurrentActor currentActor, Committer committer, IdentityVault vault, TimeProvider clock)
{
    public async Task<Outcome<RevealedIdentity>> HandleAsync(RevealIdentity command, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return new Refusal.SignedOut();
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        if (await db.ReadCaseAsync(command.CaseId, actor, ct) is not { } caseFile) return new Refusal.NotFound();
        if (caseFile.MayReveal(actor).Refusal is { } refusal) return refusal;
        if (await RecordAsync(db, command, actor, UnitOf(caseFile, actor), ct) is { } notRecorded) return notRecorded;

        return await OpenableAsync(db, caseFile, actor, ct) is { } record ? RevealedIdentity.Of(vault.Open(record)) : new Refusal.ChangedMeanwhile();
    }

    /// <summary>Asked once more in the same statement that reads the seal: what somebody has hidden since is not opened.</summary>
    private static Task<SealedIdentity?> OpenableAsync(BimerDbContext db, CaseFile caseFile, Actor actor, CancellationToken ct) => (
        from c in db.CasesVisibleTo(actor)
        join s in db.SealedIdentities on c.Applicant equals s.Ref
        where c.Id == caseFile.Id
            && (c.Concealment == IdentityConcealment.None || (c.Concealment == IdentityConcealment.ByOfficer && c.ConcealedBy == actor.UserId))
        select s).AsNoTracking().SingleOrDefaultAsync(ct);

    // In whose name they looked: where they hold it, or where they sign for it. The citizen is told of that office.
    private static UnitId? UnitOf(CaseFile caseFile, Actor actor) =>
        caseFile.Routings.FirstOrDefault(part => part.IsOpen && part.Custodian == actor.UserId)?.To
        ?? caseFile.Replies.FirstOrDefault(letter => letter.Status == ReplyStatus.AwaitingApproval && actor.Is(OfficerRole.Approver, letter.ApproverUnit))?.ApproverUnit;

    private async Task<Refusal?> RecordAsync(BimerDbContext db, RevealIdentity command, Actor actor, UnitId? unit, CancellationToken ct)
    {
        db.Add(new AuditEntry { At = clock.GetUtcNow(), Action = "identity.revealed", Actor = actor.UserId, CaseId = command.CaseId, Unit = unit });
        return await committer.CommitAsync(db, CommandStamp.Of(command.Id, actor.UserId), ct) switch
        {
            CommitResult.Committed or CommitResult.Repeated => null,
            var result => result.WhyNot() ?? new Refusal.ChangedMeanwhile(),
        };
    }
}
