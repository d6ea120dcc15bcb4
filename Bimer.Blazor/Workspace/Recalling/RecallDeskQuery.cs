using Bimer.Blazor.Persistence;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Ports;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Recalling;

/// <summary>What the page shows.</summary>
/// <param name="Legs">What the reader sent on and could still take back at <paramref name="At"/>.</param>
public sealed record RecallDesk(CasePreview Case, IReadOnlyList<RecallableLeg> Legs, DateTimeOffset At);

/// <param name="LastInstant">Still counts.</param>
public sealed record RecallableLeg(RoutingId Routing, string Unit, RoutingPurpose Purpose, DateTimeOffset SentAt, DateTimeOffset LastInstant);

/// <summary>What the reader sent on and could still take back.</summary>
public sealed class RecallDeskQuery(IDbContextFactory<BimerDbContext> dbFactory, ICurrentActor currentActor, RecallPolicies policies, UnitDirectory units, TimeProvider clock)
{
    public async Task<Outcome<RecallDesk>> OpenAsync(CaseId id, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return new Refusal.SignedOut();
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        if (await db.PreviewAsync(id, actor, ct) is not { } preview) return new Refusal.NotFound();
        var caseFile = await db.CasesVisibleTo(actor).AsNoTracking().Include(c => c.Routings).SingleAsync(c => c.Id == id, ct);
        var now = clock.GetUtcNow();
        return new RecallDesk(preview, [.. policies.RecallableOf(caseFile, actor, now).Select(Leg)], now);
    }

    /// <summary>What the reader sent out of one part of theirs, taken back since or not.</summary>
    /// <param name="part">The part that ended when it was sent on.</param>
    public async Task<Outcome<IReadOnlyList<RoutingId>>> LegsOfAsync(RoutingId part, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return new Refusal.SignedOut();
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var visible = db.CasesVisibleTo(actor);
        if (await db.Routings.Where(r => r.Id == part && visible.Any(c => c.Id == r.CaseId)).Select(r => (UnitId?)r.To).SingleOrDefaultAsync(ct) is not { } sender) return new Refusal.NotFound();
        var legs = await db.Routings.Where(r => r.CaseId == part.CaseId && r.Parent == part && r.SentBy == actor.UserId).OrderBy(r => r.Id).Select(r => r.Id).ToListAsync(ct);
        return legs.Count == 0 ? new Refusal.NotTheSender(sender) : Outcome<IReadOnlyList<RoutingId>>.FromT(legs);
    }

    private RecallableLeg Leg(Routing leg) => new(leg.Id, units.NameOf(leg.To), leg.Purpose, leg.SentAt, policies.Of(leg.From!.Value).LastInstant(leg.SentAt));
}
