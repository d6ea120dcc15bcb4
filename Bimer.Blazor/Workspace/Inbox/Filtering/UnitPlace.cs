using System.Globalization;
using Bimer.Blazor.Shell.Frame;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace.Inbox.Filtering;

/// <summary>A unit, or a unit with all below it, as an address says it.</summary>
internal static class UnitPlace
{
    public static string Write(UnitId unit, bool withBelow) => unit.Value.ToString(CultureInfo.InvariantCulture) + (withBelow ? Addresses.WithAllBelow : "");

    /// <summary>None for what names no unit.</summary>
    public static (UnitId At, bool WithBelow)? Read(string said)
    {
        var withBelow = said.EndsWith(Addresses.WithAllBelow, StringComparison.Ordinal);
        var digits = withBelow ? said[..^Addresses.WithAllBelow.Length] : said;
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var unit) ? (new UnitId(unit), withBelow) : null;
    }
}
