using Bimer.Blazor.Persistence;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace;

/// <summary>Names of units for screens, which may not touch the data themselves. Public knowledge, so no rights are asked.</summary>
public sealed class UnitNames(UnitDirectory units)
{
    public string Of(UnitId unit) => units.NameOf(unit);
}
