using Bimer.Blazor.Persistence;
using Bimer.Blazor.Workspace.Inbox.Filtering;
using Bimer.Domain.Kernel;
using Bimer.Domain.Ports;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Inbox;

/// <summary>The letters that wait for the person's signature (Onay Bekleyenler, S49), by their case's deadline.</summary>
public sealed class ApprovalBoxQuery(BoxDatabase database, ICurrentActor currentActor, DueDays dues, TimeProvider clock)
{
    public async Task<BoxPage?> ReadAsync(BoxSlice slice, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return null;
        await using var db = await database.OpenAsync(slice.Filter, ct);
        var now = clock.GetUtcNow();
        return await db.ReadAsync(db.Matching(db.RepliesAwaiting(actor), actor, slice.Filter, dues.At(now)), slice, now, ct);
    }

    /// <summary>Who wrote what lies here, for the filter.</summary>
    public async Task<IReadOnlyList<UnitId?>> SendersAsync(CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return [];
        await using var db = await database.OpenAsync(BoxFilter.None, ct);
        return await db.RepliesAwaiting(actor).Select(r => (UnitId?)r.AuthorUnit).Distinct().Take(FilteredBox.MostSenders).ToListAsync(ct);
    }
}
