using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Audit;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.CaseDetail.Printing;

/// <summary>Opens the address a letter needs, and writes down that it leaves as paper.</summary>
public sealed class LetterLedger(IDbContextFactory<BimerDbContext> dbFactory, Committer committer, IdentityVault vault, TimeProvider clock)
{
    internal Task<BimerDbContext> DbAsync(CancellationToken ct) => dbFactory.CreateDbContextAsync(ct);

    /// <param name="isSeen">Whoever prints it reads the address: that is a reveal like any other (S26).</param>
    /// <returns>Nothing when it is recorded; else why nothing leaves.</returns>
    internal async Task<Refusal?> RecordAsync(PrintLetter command, Actor actor, bool isSeen, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        db.Add(Entry("letter.printed", $"way={command.Way}"));
        if (isSeen) db.Add(Entry("identity.revealed", "letter"));
        var result = await committer.CommitAsync(db, CommandStamp.Of(command.Id, actor.UserId), ct);
        return result == CommitResult.Committed ? null : result.WhyNot() ?? new Refusal.ChangedMeanwhile();

        AuditEntry Entry(string action, string detail) =>
            new() { At = clock.GetUtcNow(), Action = action, Actor = actor.UserId, CaseId = command.Routing.CaseId, Routing = command.Routing, Detail = detail };
    }

    /// <summary>Asked with the seal in one statement: who was hidden since the case was read is not addressed.</summary>
    internal async Task<PostalRecipient?> AddressAsync(CaseFile caseFile, Actor actor, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var found = await (
            from c in AsRead(db, caseFile, actor)
            join s in db.SealedIdentities on c.Applicant equals s.Ref
            select s).AsNoTracking().SingleOrDefaultAsync(ct);
        return found is null ? null : PostalRecipient.Of(vault.Open(found));
    }

    /// <summary>Asked once more when all is made and recorded: making it takes seconds.</summary>
    internal async Task<bool> IsAsReadAsync(CaseFile caseFile, Actor actor, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        return await AsRead(db, caseFile, actor).AnyAsync(ct);
    }

    private static IQueryable<CaseFile> AsRead(BimerDbContext db, CaseFile caseFile, Actor actor) =>
        db.CasesVisibleTo(actor).Where(c => c.Id == caseFile.Id && c.Concealment == caseFile.Concealment && c.ConcealedBy == caseFile.ConcealedBy);
}
