using System.ComponentModel.DataAnnotations;
using Bimer.Blazor.Persistence;
using Bimer.Domain.Kernel;
using Microsoft.Extensions.Options;

namespace Bimer.Blazor.Workspace.Replying;

/// <summary>Section <c>Bimer:Fees</c>: where the fee of an information request is paid (4982 m.10, m.11). The letter's writer may change it.</summary>
public sealed class FeeOptions : IValidatableObject
{
    public const string Section = "Bimer:Fees";
    private const int Longest = 1_000;

    /// <summary>Account or counter, as the applicant reads it; empty: the writer types it.</summary>
    public string PayTo { get; set; } = "";

    /// <summary>Another place for single institutions, by the DETSİS code of the institution.</summary>
    public Dictionary<string, string> Institutions { get; } = new(StringComparer.Ordinal);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        from place in Institutions.Append(new(nameof(PayTo), PayTo))
        where place.Value.Length > Longest
        select new ValidationResult($"{place.Key}: longer than {Longest} characters.");
}

/// <summary>Where the institution of a unit is paid.</summary>
public sealed class FeePlaces(IOptions<FeeOptions> options, UnitDirectory units)
{
    /// <summary>Empty where nothing is set.</summary>
    public string Of(UnitId unit) =>
        units.InstitutionOf(unit)?.Code is { } code && options.Value.Institutions.TryGetValue(code.Value, out var place) ? place : options.Value.PayTo;
}
