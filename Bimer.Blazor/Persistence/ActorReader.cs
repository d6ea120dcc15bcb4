using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Persistence;

/// <summary>Reads a person's roles as they stand on a day.</summary>
internal static class ActorReader
{
    public static async Task<Actor?> ReadAsync(BimerDbContext db, UserId user, DateOnly today, CancellationToken ct)
    {
        var roles = await db.RoleAssignments.AsNoTracking()
            .Where(a => a.Officer == user && a.ValidFrom <= today && (a.ValidUntil == null || a.ValidUntil >= today)
                && db.Officers.Any(o => o.Id == user && o.IsActive))
            .Select(a => new RoleOn(a.Role, a.Unit)).ToListAsync(ct);
        return roles.Count == 0 ? null : new Actor(user, roles, today);
    }
}
