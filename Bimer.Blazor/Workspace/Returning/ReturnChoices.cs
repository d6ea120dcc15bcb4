using Bimer.Blazor.Persistence;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Returning;

/// <summary>One place a part can go back to.</summary>
/// <param name="Person">Into whose custody it would come; none when it would lie in the unit's inbox.</param>
/// <param name="IsProposed">The same two units have given it back before, and this one stands above both.</param>
public sealed record ReturnChoice(ReturnTarget Target, UnitId Unit, UserId? Person, bool IsProposed);

/// <summary>Where a part may go back to, from the chain the case knows and the tree it does not.</summary>
public sealed class ReturnChoices(CommonSuperiors superiors, UnitDirectory units)
{
    public async Task<IReadOnlyList<ReturnChoice>> OfAsync(BimerDbContext db, CaseFile caseFile, RoutingId part, DateOnly today, CancellationToken ct)
    {
        var choices = new List<ReturnChoice>();
        var excluded = caseFile.Exclusions.Select(x => x.Unit).ToList();
        var ways = caseFile.ReturnWays(part);
        // A way into a unit the case must not reach is none.
        foreach (var way in ways.Where(w => !excluded.Exists(units.LineageOf(w.Unit).IsWithin)))
        {
            var person = way.Person is { } holder && await IsThereAsync(db, holder, way.Unit, today, ct) ? holder : (UserId?)null;
            choices.Add(new ReturnChoice(way.Target, way.Unit, person, IsProposed: false));
        }

        var here = caseFile.RoutingOf(part).To;
        if (ways is not [var sender, ..] || caseFile.ReturnsBetween(here, sender.Unit) == 0) return choices;
        if (await superiors.OfAsync(db, here, sender.Unit, excluded, today, ct) is { } superior)
        {
            choices.Insert(0, new ReturnChoice(ReturnTarget.CommonSuperior, superior, null, IsProposed: true));
        }

        return choices;
    }

    private static Task<bool> IsThereAsync(BimerDbContext db, UserId person, UnitId unit, DateOnly today, CancellationToken ct) =>
        db.RoleAssignments.AnyAsync(
            a => a.Officer == person && a.Unit == unit && a.Role == OfficerRole.CaseOfficer && a.ValidFrom <= today && (a.ValidUntil == null || a.ValidUntil >= today)
                && db.Officers.Any(o => o.Id == person && o.IsActive), ct);
}
