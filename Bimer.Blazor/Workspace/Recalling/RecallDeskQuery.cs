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

    private RecallableLeg Leg(Routing leg) => new(leg.Id, units.NameOf(leg.To), leg.Purpose, leg.SentAt, policies.Of(leg.From!.Value).LastInstant(leg.SentAt));
}
