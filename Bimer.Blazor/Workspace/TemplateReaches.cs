using System.Linq.Expressions;
using Bimer.Blazor.Persistence;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace;

/// <summary>Who reads, writes and approves which templates (decision 0087): by the units of a person's roles, and the institutions of those.</summary>
public sealed class TemplateReaches(UnitDirectory units)
{
    public TemplateReach Of(Actor actor)
    {
        var centre = units.Centre.Id;
        HashSet<TemplateHome> homes = [TemplateHome.Own];
        foreach (var unit in actor.Roles.Select(on => on.Unit).Distinct())
        {
            homes.Add(new TemplateHome(TemplateScope.Unit, unit));
            if (units.InstitutionOf(unit) is { } institution) homes.Add(new TemplateHome(TemplateScope.Institution, institution.Id));
            if (unit == centre) homes.Add(new TemplateHome(TemplateScope.General, centre));
        }

        HashSet<UnitId> signs = [.. actor.UnitsAs(OfficerRole.Approver)];
        // Above an institution stands the root, which has no users; BİMER Merkezi takes its place.
        return new TemplateReach(actor.UserId, homes, unit =>
            units.LineageOf(unit).SelfAndAbove.Any(signs.Contains) || (signs.Contains(centre) && units.InstitutionOf(unit)?.Id == unit));
    }

    /// <summary>The templates a person reads where they work. What waits for their signature below is asked for apart.</summary>
    public static Expression<Func<ReplyTemplate, bool>> ReadBy(TemplateReach reach)
    {
        var (person, at, of) = (reach.Person, UnitsOf(reach, TemplateScope.Unit), UnitsOf(reach, TemplateScope.Institution));
        return t => t.Scope == TemplateScope.General || (t.Scope == TemplateScope.Person && t.Keeper == person)
            || (t.Scope == TemplateScope.Unit && at.Contains(t.Unit)) || (t.Scope == TemplateScope.Institution && of.Contains(t.Unit));
    }

    /// <summary>The shared templates a person signs for as approver: of their units, of all below, and as the centre of every institution.</summary>
    /// <returns>None for whoever approves nowhere.</returns>
    public IQueryable<ReplyTemplate>? SignedBy(BimerDbContext db, Actor actor)
    {
        List<UnitId> signs = [.. actor.UnitsAs(OfficerRole.Approver)];
        if (signs.Count == 0) return null;
        var isCentral = signs.Contains(units.Centre.Id);
        return db.ReplyTemplates.AsNoTracking().Where(t => t.Unit != null
            && ((isCentral && t.Scope == TemplateScope.Institution) || db.UnitClosure.Any(c => c.Below == t.Unit && signs.Contains(c.Superior))));
    }

    public static List<UnitId?> UnitsOf(TemplateReach reach, TemplateScope scope) => [.. reach.Homes.Where(h => h.Scope == scope).Select(h => h.Unit)];
}
