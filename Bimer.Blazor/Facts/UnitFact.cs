using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;

namespace Bimer.Blazor.Facts;

/// <summary>A unit as it is shipped.</summary>
/// <param name="ParentId">The unit above in the administrative tree; null for the root alone.</param>
/// <param name="FunctionalParentId">The ministry a directorate works for: numbers for its reports, no sight of cases.</param>
/// <param name="Plate">The province a unit of the provinces lies in.</param>
/// <param name="District">The number of the district a district governorship governs.</param>
/// <param name="IsRepresentative">The DETSİS number is made up (temsilî).</param>
/// <param name="Qualifier">The province, where the name alone occurs in several provinces (Merkez, Gölbaşı …).</param>
public sealed record UnitFact(
    UnitId Id,
    DetsisCode DetsisCode,
    string Name,
    UnitKind Kind,
    UnitId? ParentId,
    UnitId? FunctionalParentId,
    string? Plate,
    int? District,
    bool IsRepresentative,
    string? Qualifier)
{
    /// <summary>The name that tells the unit from every other: "Çankaya Kaymakamlığı", "Merkez Kaymakamlığı (Adıyaman)".</summary>
    public string FullName => Qualifier is null ? Name : $"{Name} ({Qualifier})";
}
