using Bimer.Blazor.Persistence;
using Bimer.Domain.Ports;
using Bimer.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Approving;

/// <summary>
/// A letter leaves every approver's box the moment one of them decides; the other, still reading it, is told who decided and when
/// instead of "there is no such case".
/// </summary>
public sealed class DecidedMeanwhile(IDbContextFactory<BimerDbContext> dbFactory, ICurrentActor currentActor)
{
    public async Task<Outcome> ExplainAsync(Outcome outcome, RoutingId routing, CancellationToken ct)
    {
        if (outcome.Refusal is not Refusal.NotFound || await currentActor.GetAsync(ct) is not { } actor) return outcome;
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var decided = await db.RepliesDecidedBeside(actor).Where(r => r.Id == routing).Select(r => new { r.DecidedBy, r.DecidedAt }).SingleOrDefaultAsync(ct);
        return decided is null ? outcome : new Refusal.NotAwaitingApproval(decided.DecidedBy, decided.DecidedAt);
    }
}
