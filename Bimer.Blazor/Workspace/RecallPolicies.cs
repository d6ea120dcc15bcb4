using System.ComponentModel.DataAnnotations;
using Bimer.Blazor.Persistence;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Time;
using Microsoft.Extensions.Options;

namespace Bimer.Blazor.Workspace;

/// <summary>Section <c>Bimer:Recall</c>: how long what nobody has read can be taken back (S40).</summary>
public sealed class RecallOptions : IValidatableObject
{
    public const string Section = "Bimer:Recall";

    private static readonly TimeSpan _longest = TimeSpan.FromDays(1);

    /// <summary>From the instant of sending; its last instant still counts.</summary>
    public TimeSpan Window { get; set; } = RecallPolicy.Usual.Window;

    /// <summary>Other times for single institutions, by the DETSİS code of the institution.</summary>
    public Dictionary<string, TimeSpan> Institutions { get; } = new(StringComparer.Ordinal);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        from window in Institutions.Append(new(nameof(Window), Window))
        where window.Value < TimeSpan.Zero || window.Value > _longest
        select new ValidationResult($"{window.Key}: {window.Value} is not between 0 and {_longest}.");
}

/// <summary>The policy of the institution that sent.</summary>
public sealed class RecallPolicies(IOptions<RecallOptions> options, UnitDirectory units)
{
    public RecallPolicy Of(UnitId sender) =>
        units.InstitutionOf(sender)?.Code is { } code && options.Value.Institutions.TryGetValue(code.Value, out var window)
            ? new RecallPolicy(window)
            : new RecallPolicy(options.Value.Window);

    /// <summary>The legs this person sent on and could take back now, by their sequence.</summary>
    public IEnumerable<Routing> RecallableOf(CaseFile caseFile, Actor actor, DateTimeOffset now) =>
        caseFile.Routings.Where(leg => leg.From is { } sender && caseFile.WhyNotRecall(leg.Id, Of(sender), actor, now) is null).OrderBy(leg => leg.Id);
}
