using Bimer.Blazor.Persistence;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Ports;
using Bimer.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Holding;

/// <summary>What the page opens with.</summary>
/// <param name="Current">The terms of the hold it is on; none when it is not.</param>
public sealed record HoldDesk(CasePreview Case, RoutingId Routing, HoldTerms? Current, DateOnly Today);

/// <summary>Opens the page for the holder of a part.</summary>
public sealed class HoldDeskQuery(IDbContextFactory<BimerDbContext> dbFactory, ICurrentActor currentActor, TimeProvider clock)
{
    /// <returns>Refused like a missing case when the person may not see it, else by what the domain would say.</returns>
    public async Task<Outcome<HoldDesk>> OpenAsync(CaseId id, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return new Refusal.SignedOut();
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        if (await db.PreviewAsync(id, actor, ct) is not { } preview) return new Refusal.NotFound();
        var own = await db.HeldPartAsync(id, actor, ct);
        if (own.Value is not { } part) return own.Refusal!;
        var hold = await db.Holds.AsNoTracking().SingleOrDefaultAsync(h => h.Routing == part.Id && h.EndedAt == null, ct);
        return new HoldDesk(preview, part.Id, hold?.Terms, IstanbulTime.LegalDay(clock.GetUtcNow()));
    }

    /// <summary>How many of these, as far as they are seen, have to be answered before this day: what came for information and what is closed owes no answer.</summary>
    public async Task<int> DueBeforeAsync(IReadOnlyList<RoutingId> parts, DateOnly day, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return 0;
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var owed = from part in db.Routings
                   join c in db.CasesVisibleTo(actor) on part.CaseId equals c.Id
                   where parts.Contains(part.Id) && part.Purpose == RoutingPurpose.Action && c.ClosedAt == null && (c.LegalDueOn ?? c.DueOn) < day
                   select part.Id;
        return await owed.CountAsync(ct);
    }
}
