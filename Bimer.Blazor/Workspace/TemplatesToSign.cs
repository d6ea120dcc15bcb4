using Bimer.Blazor.Persistence;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Ports;
using Bimer.Domain.Replies;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace;

/// <summary>How many templates wait for one approver (onay bekleyen şablon, S46): as many as the list marks for them.</summary>
public sealed class TemplatesToSign(IDbContextFactory<BimerDbContext> dbFactory, ICurrentActor currentActor, TemplateReaches reaches)
{
    /// <returns>None for whoever approves nowhere.</returns>
    public async Task<int?> CountAsync(CancellationToken ct) => await CountAsync(await currentActor.GetAsync(ct), ct);

    /// <summary>After the bell, see <see cref="ICurrentActor.GetAfterBellAsync"/>.</summary>
    public async Task<int?> CountAgainAsync(CancellationToken ct) => await CountAsync(await currentActor.GetAfterBellAsync(ct), ct);

    private async Task<int?> CountAsync(Actor? actor, CancellationToken ct)
    {
        if (actor is null || !actor.Roles.Any(on => on.Role == OfficerRole.Approver)) return null;
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        if (reaches.SignedBy(db, actor) is not { } signed) return null;
        var person = actor.UserId;
        return await signed.CountAsync(t => t.RetiredAt == null && t.Wordings.Any(w => w.State == WordingState.Proposed && w.WrittenBy != person), ct);
    }
}
