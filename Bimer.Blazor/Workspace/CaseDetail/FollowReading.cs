using Bimer.Blazor.Persistence;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.CaseDetail;

/// <summary>Whether the reader follows the case, and for which of their units it is followed. Of other people's follows nothing.</summary>
public sealed record FollowLines(bool IsMine, IReadOnlyList<UnitFollowLine> Units)
{
    public static readonly FollowLines None = new(IsMine: false, []);
}

/// <param name="Since">When it began; none while it is not followed for this unit.</param>
public sealed record UnitFollowLine(UnitId Unit, string Name, DateTimeOffset? Since);

internal static class FollowReading
{
    /// <summary>Ask only for a case that was found visible.</summary>
    public static async Task<FollowLines> FollowsAsync(this BimerDbContext db, CaseFile caseFile, Actor actor, UnitDirectory units, CancellationToken ct)
    {
        var isMine = await db.Followers.AnyAsync(f => f.CaseId == caseFile.Id && f.Person == actor.UserId, ct);
        var followed = await db.FollowingUnits.AsNoTracking().Where(f => f.CaseId == caseFile.Id).ToDictionaryAsync(f => f.Unit, f => f.Since, ct);
        var own = actor.Roles.Where(on => on.Role != OfficerRole.Approver).Select(on => on.Unit).Distinct();
        return new FollowLines(isMine, [.. own.Select(u => new UnitFollowLine(u, units.NameOf(u), followed.TryGetValue(u, out var since) ? since : null))]);
    }
}
