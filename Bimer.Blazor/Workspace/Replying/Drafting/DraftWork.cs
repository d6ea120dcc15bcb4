using System.Runtime.CompilerServices;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Connections;
using Bimer.Domain.Ports;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Replying.Drafting;

/// <summary>The circumstances of one change of a draft: who writes, at which part, over which database context.</summary>
public sealed record DraftActing(Actor Actor, Routing Routing, BimerDbContext Db);

/// <summary>
/// How every change of a draft runs: who acts is asked anew, the part is found through what that person may see, only its holder
/// writes, one save through the gate. A draft is no action on the case: it leaves no movement and rings no bell.
/// </summary>
public sealed class DraftWork(IDbContextFactory<BimerDbContext> dbFactory, ICurrentActor currentActor)
{
    private static readonly KeptQuery<RoutingId, Routing> _visibleLeg = new((db, actor, id) => VisibleLeg(db, db.CasesVisibleTo(actor), id));

    public Task<Outcome<T>> ChangeAsync<T>(RoutingId id, Func<DraftActing, Task<Outcome<T>>> act, CancellationToken ct) =>
        DraftTelling.TellAsync(async () =>
        {
            await using var db = await dbFactory.CreateDbContextAsync(ct);
            return await ChangeAsync(db, id, act, ct);
        });

    /// <summary>The same, one after the other: of many who count and then add, each counts what those before it added.</summary>
    public Task<Outcome<T>> ChangeInTurnAsync<T>(RoutingId id, Func<DraftActing, Task<Outcome<T>>> act, CancellationToken ct) =>
        DraftTelling.TellAsync(async () =>
        {
            await using var db = await dbFactory.CreateDbContextAsync(ct);
            // On SQLite the transaction is the turn; on PostgreSQL it is the row of the part.
            await using var turn = await db.Database.BeginTransactionAsync(ct);
            if (db.Database.IsNpgsql()) await db.Database.ExecuteSqlAsync($"SELECT 1 FROM case_routings WHERE id = {id.Value} FOR UPDATE", ct);
            var outcome = await ChangeAsync(db, id, act, ct);
            if (outcome.IsAccepted) await turn.CommitAsync(CancellationToken.None);
            return outcome;
        });

    /// <summary>The same questions without a change: before the first byte of a file is read.</summary>
    public async Task<Outcome<T>> LookAsync<T>(RoutingId id, Func<DraftActing, Task<Outcome<T>>> look, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var acting = await OpenAsync(db, id, ct);
        return acting.Value is { } found ? await look(found) : acting.Refusal!;
    }

    private async Task<Outcome<T>> ChangeAsync<T>(BimerDbContext db, RoutingId id, Func<DraftActing, Task<Outcome<T>>> act, CancellationToken ct)
    {
        var acting = await OpenAsync(db, id, ct);
        if (acting.Value is not { } found) return acting.Refusal!;
        var outcome = await act(found);
        if (outcome.IsAccepted) await db.SaveChangesAsync(CancellationToken.None);
        return outcome;
    }

    private static IQueryable<Routing> VisibleLeg(BimerDbContext db, IQueryable<CaseFile> visible, StrongBox<RoutingId> id) =>
        db.Routings.AsNoTracking().Where(r => r.Id == id.Value && visible.Any(c => c.Id == r.CaseId));

    private async Task<Outcome<DraftActing>> OpenAsync(BimerDbContext db, RoutingId id, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return new Refusal.SignedOut();
        var routing = await _visibleLeg.Read(db, actor, id).SingleOrDefaultAsync(ct);
        if (routing is null) return new Refusal.NotFound();
        return CaseFile.WhyNotWrite(routing, actor) is { } refusal ? refusal : new DraftActing(actor, routing, db);
    }
}
