using Bimer.Blazor.Persistence;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.CaseDetail.Jointly;

/// <summary>Where opening by two stands, read for the rules: only of a case that an officer hid.</summary>
internal static class JointOpeningReading
{
    /// <param name="caseFile">Read before, so that what happens in between is found out when it is saved.</param>
    /// <returns>None where no officer hid it.</returns>
    public static async Task<JointOpening?> JointOpeningAsync(this BimerDbContext db, CaseFile caseFile, UnitDirectory units, DateOnly today, CancellationToken ct)
    {
        if (caseFile is not { Concealment: IdentityConcealment.ByOfficer, ConcealedBy: { } hider }) return null;
        var steps = await db.Movements.AsNoTracking()
            .Where(m => m.CaseId == caseFile.Id && (m.Kind == MovementKind.IdentityHidden || JointOpening.Kinds.Contains(m.Kind))).OrderBy(m => m.Sequence).ToListAsync(ct);
        if (steps.FindLast(m => m.Kind == MovementKind.IdentityHidden) is not { To: { } unit } hidden) return null;
        var isGone = !await db.HiderRoles(caseFile.Id, hider, today).AnyAsync(ct);
        List<Movement> since = [.. steps.Where(m => m.Sequence > hidden.Sequence)];
        return new JointOpening(units.LineageOf(unit), isGone, since) { Here = await HereAsync(db, since, today, ct) };
    }

    private static async Task<List<Actor>> HereAsync(BimerDbContext db, List<Movement> since, DateOnly today, CancellationToken ct)
    {
        List<Actor> here = [];
        foreach (var person in since.Select(m => m.By).OfType<UserId>().Distinct())
            if (await ActorReader.ReadAsync(db, person, today, ct) is { } actor) here.Add(actor);
        return here;
    }

    /// <summary>
    /// The roles by which who hid it is still there: valid today, in a unit the case came through or above one. Whether the case is kept from there is not asked.
    /// </summary>
    public static IQueryable<RoleAssignment> HiderRoles(this BimerDbContext db, CaseId id, UserId hider, DateOnly today) =>
        from role in db.RoleAssignments
        where role.Officer == hider && role.ValidFrom <= today && (role.ValidUntil == null || role.ValidUntil >= today)
            && db.Officers.Any(o => o.Id == hider && o.IsActive)
            && db.Routings.Any(r => r.CaseId == id && db.UnitClosure.Any(k => k.Superior == role.Unit && (k.Below == r.To || k.Below == r.From)))
        select role;
}
