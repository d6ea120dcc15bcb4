using Bimer.Blazor.Persistence;
using Bimer.Domain.Ports;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Inbox;

/// <summary>The letters that wait for the person's signature (Onay Bekleyenler, S49), by their case's deadline.</summary>
public sealed class ApprovalBoxQuery(IDbContextFactory<BimerDbContext> dbFactory, ICurrentActor currentActor, TimeProvider clock)
{
    public async Task<BoxPage?> ReadAsync(BoxSlice slice, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return null;
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        return await db.ReadAsync(db.RepliesAwaiting(actor), slice, clock.GetUtcNow(), ct);
    }
}
