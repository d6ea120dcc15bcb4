using Bimer.Blazor.Persistence;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace;

/// <summary>Names and places of units for screens, which may not touch the data themselves. Public knowledge, so no rights are asked.</summary>
public sealed class UnitNames(UnitDirectory units)
{
    public string Of(UnitId unit) => units.NameOf(unit);

    public bool TakesCases(UnitId unit) => units.LineageOf(unit).TakesCases;

    /// <inheritdoc cref="UnitDirectory.NearestOutside"/>
    public UnitId NearestOutside(UnitId unit, IReadOnlyCollection<UnitId> excluded) => units.NearestOutside(unit, excluded);

    /// <summary>True for the unit itself and for everything below <paramref name="superior"/>.</summary>
    public bool IsWithin(UnitId unit, UnitId superior) => units.LineageOf(unit).IsWithin(superior);
}
