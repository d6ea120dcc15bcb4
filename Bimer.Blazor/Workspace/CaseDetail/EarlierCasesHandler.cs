using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Audit;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Ports;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.CaseDetail;

public sealed record FindEarlierCases(CommandId Id, CaseId CaseId);

/// <summary>An earlier case of the same person, as its outside tells it (S27).</summary>
/// <param name="Unit">Where its last part lies or lay.</param>
/// <param name="MayOpen">The reader may see the case itself.</param>
public sealed record EarlierCase(CaseId Id, CaseKind Kind, DateTimeOffset FiledAt, UnitId Unit, RoutingState State, bool IsClosed, bool MayOpen)
{
    /// <summary>What it is about, by the codes of the list (konu, alt konu).</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];
}

/// <summary>
/// Evveliyat (S27): the earlier cases of the person whose case somebody holds, through the vault's keyed index. Looking for a person is
/// recorded before it is answered. A hidden case joins nothing, from either side: it has no row in the index.
/// </summary>
public sealed class EarlierCasesHandler(IDbContextFactory<BimerDbContext> dbFactory, ICurrentActor currentActor, Committer committer, UnitDirectory units, TimeProvider clock)
{
    /// <summary>The latest of them; nobody reads further.</summary>
    public const int Most = 200;

    public async Task<Outcome<IReadOnlyList<EarlierCase>>> HandleAsync(FindEarlierCases command, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return new Refusal.SignedOut();
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        if (await WhyNotAsync(db, command.CaseId, actor, ct) is { } refusal) return refusal;
        db.Add(new AuditEntry { At = clock.GetUtcNow(), Action = "identity.searched", Actor = actor.UserId, CaseId = command.CaseId, Unit = await UnitOfAsync(db, command.CaseId, actor, ct) });
        var recorded = await committer.CommitAsync(db, CommandStamp.Of(command.Id, actor.UserId), ct);
        if (recorded is not (CommitResult.Committed or CommitResult.Repeated)) return recorded.WhyNot() ?? new Refusal.ChangedMeanwhile();
        return await FindAsync(db, command.CaseId, actor, ct);
    }

    /// <summary>The same list again after a bell, for whoever has it on the screen: no new search.</summary>
    public async Task<IReadOnlyList<EarlierCase>> AgainAsync(CaseId id, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return [];
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        return await WhyNotAsync(db, id, actor, ct) is null ? await FindAsync(db, id, actor, ct) : [];
    }

    // Where the searcher holds it: the citizen is told of that office.
    private static Task<UnitId?> UnitOfAsync(BimerDbContext db, CaseId id, Actor actor, CancellationToken ct) =>
        db.RoutingsHeldBy(actor).Where(r => r.CaseId == id && r.EndedAt == null).Select(r => (UnitId?)r.To).FirstOrDefaultAsync(ct);

    private async Task<Refusal?> WhyNotAsync(BimerDbContext db, CaseId id, Actor actor, CancellationToken ct)
    {
        if (await db.ReadCaseAsync(id, actor, ct) is not { } caseFile) return new Refusal.NotFound();
        if (CaseStanding.Of(caseFile, actor, units.LineageOf) is var (stand, part) && stand != CaseStand.Mine)
            return part is { Custodian: { } holder, OpenedAt: { } since } ? new Refusal.AlreadyOpened(holder, since) : new Refusal.NotOpened(part.To);
        return caseFile.Concealment switch
        {
            IdentityConcealment.ByApplicant => new Refusal.IdentityConcealed(),
            IdentityConcealment.ByOfficer => new Refusal.ConcealedByOfficer(),
            _ => null,
        };
    }

    private static async Task<List<EarlierCase>> FindAsync(BimerDbContext db, CaseId id, Actor actor, CancellationToken ct)
    {
        var visible = db.CasesVisibleTo(actor);
        var found = from own in db.IdentityLookups
                    where own.CaseId == id && own.Kind == LookupKind.NationalId
                    join other in db.IdentityLookups on own.Hash equals other.Hash
                    where other.Kind == LookupKind.NationalId && other.CaseId < id
                    join c in db.CasesNotKeptFrom(actor) on other.CaseId equals c.Id
                    where c.Concealment == IdentityConcealment.None
                    let last = db.Routings.Where(r => r.CaseId == c.Id).OrderByDescending(r => r.Id).First()
                    orderby c.Id descending
                    select new EarlierCase(c.Id, c.Kind, c.FiledAt, last.To, last.State, c.ClosedAt != null, visible.Any(v => v.Id == c.Id))
                    {
                        Topics = c.Topics.OrderBy(t => t.Ordinal).Select(t => t.Code).ToList(),
                    };
        return await found.Take(Most).AsNoTracking().ToListAsync(ct);
    }
}
