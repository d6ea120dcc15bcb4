using System.Globalization;
using Bimer.Domain.Organisation;
using Microsoft.AspNetCore.Components;

namespace Bimer.Blazor.Portal.Filing;

/// <summary>To whom, and where it happened. A district names its province, so that the choice is whole without a script too.</summary>
public sealed partial class PlacePage
{
    private const int LongestName = 60;
    private static readonly UnitKind[] Groups = [UnitKind.Ministry, UnitKind.Governorship, UnitKind.IndependentBody];

    [SupplyParameterFromForm(FormName = "place")] private PlaceForm? Form { get; set; }

    protected override FilingStep Here => FilingStep.Place;

    private Task SendAsync()
    {
        if (Form is null) return KeepAsItIsAsync();
        var parts = (Form.District ?? "").Split('/', 2);
        var district = parts is [_, { Length: > 0 and <= LongestName } name] ? name : "";
        var plate = Number(Form.Plate) ?? (district.Length > 0 ? Number(parts[0]) : null);
        // A district of another province is shown as a mistake, not silently moved.
        var elsewhere = district.Length > 0 && plate != Number(parts[0]);
        return KeepAsync(
            draft => draft with { Institution = Number(Form.Institution), Plate = plate, District = elsewhere ? "?" + district : district }, Form.Auto is not null);
    }

    private bool IsChosen(Choice unit) => string.Equals(unit.Value, Draft.Institution?.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private string? Invalid(string field) => Errors[field] is null ? null : "true";

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The page as posted.</summary>
    public sealed class PlaceForm
    {
        public string? Institution { get; set; }
        public string? Plate { get; set; }
        public string? District { get; set; }
        public string? Auto { get; set; }
    }
}
