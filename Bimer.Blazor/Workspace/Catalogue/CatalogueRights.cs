using Bimer.Blazor.Persistence;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Ports;

namespace Bimer.Blazor.Workspace.Catalogue;

/// <summary>Who reads the services of which units and who keeps them (decision 0103): both for the unit of the role and all below it.</summary>
public sealed class CatalogueRights(ICurrentActor currentActor, UnitDirectory units)
{
    public ValueTask<Actor?> ActorAsync(CancellationToken ct) => currentActor.GetAsync(ct);

    /// <summary>Whoever coordinates or manages there.</summary>
    public bool MayRead(Actor actor, UnitId unit) => Reaches(unit, [.. SubtreeSpans.TopsOf(actor)]);

    /// <summary>Whoever manages (Yönetici) or generally coordinates (Genel Koordinatör) there.</summary>
    public bool MayChange(Actor actor, UnitId unit) => Reaches(unit, [.. actor.UnitsAs(OfficerRole.Executive), .. actor.UnitsAs(OfficerRole.GeneralCoordinator)]);

    private bool Reaches(UnitId unit, HashSet<UnitId> tops) => units.Find(unit) is not null && units.LineageOf(unit).SelfAndAbove.Any(tops.Contains);
}
