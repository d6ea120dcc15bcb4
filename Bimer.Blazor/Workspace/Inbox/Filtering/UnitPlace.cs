using System.Globalization;
using Bimer.Blazor.Shell.Frame;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace.Inbox.Filtering;

/// <summary>Units, or units with all below them, as an address says it: what is said behind the last one is said of all.</summary>
internal static class UnitPlace
{
    public static string Write(Several<UnitId> units, bool withBelow) => Several.Write(units, unit => unit.Value.ToString(CultureInfo.InvariantCulture)) + (withBelow ? Addresses.WithAllBelow : "");

    /// <summary>None for what names no unit.</summary>
    public static (Several<UnitId> At, bool WithBelow)? Read(string said)
    {
        var withBelow = said.EndsWith(Addresses.WithAllBelow, StringComparison.Ordinal);
        var digits = withBelow ? said[..^Addresses.WithAllBelow.Length] : said;
        return Several.Read(digits, UnitOf) is { } units ? (units, withBelow) : null;
    }

    public static UnitId? UnitOf(string said) => int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var unit) ? new UnitId(unit) : null;
}
