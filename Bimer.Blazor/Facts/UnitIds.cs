using System.Globalization;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;

namespace Bimer.Blazor.Facts;

/// <summary>
/// The fixed ids of the shipped units, made of numbers that stand in the data files: the same unit has the same id however often
/// the tree is built. Below 1,000: the units of the centre; plate × 1,000 + n: the units of a province.
/// Units people open later get ids from <see cref="FirstFree"/> on.
/// </summary>
public static class UnitIds
{
    private const int ReservedBlock = 99_000_000;

    public static readonly UnitId State = new(1);

    /// <summary>BİMER Merkezi.</summary>
    public static readonly UnitId Centre = new(2);

    /// <summary>The first id no shipped unit will ever have.</summary>
    public const int FirstFree = 100_000;

    public static UnitId Governorship(int province) => new(province * 1_000);

    /// <param name="province">The plate as a number.</param>
    /// <param name="directorate">The number of the directorate, 1–99.</param>
    public static UnitId Directorate(int province, int directorate) => new((province * 1_000) + directorate);

    /// <param name="province">The plate as a number.</param>
    /// <param name="district">The number of the district within its province, 1–899.</param>
    public static UnitId DistrictGovernorship(int province, int district) => new((province * 1_000) + 100 + district);

    /// <summary>A made-up DETSİS number (temsilî) for a unit whose real one is not known: 99 and the id. No known real number is in 99000000–99999999.</summary>
    public static DetsisCode Representative(UnitId unit) =>
        DetsisCode.Parse((ReservedBlock + unit.Value).ToString("00000000", CultureInfo.InvariantCulture));

    /// <summary>Whether a number comes from the reserved block and is therefore made up.</summary>
    public static bool IsRepresentative(DetsisCode code) => code.Value.StartsWith("99", StringComparison.Ordinal);
}
