using Bimer.Domain.Cases;
using Microsoft.AspNetCore.Components;

namespace Bimer.Blazor.Portal.Filing;

/// <summary>What the petition is (S5, S6, S7).</summary>
public sealed partial class KindPage
{
    private static readonly CaseKind[] Kinds = Enum.GetValues<CaseKind>();

    [SupplyParameterFromForm(FormName = "kind")] private KindForm? Form { get; set; }

    protected override FilingStep Here => FilingStep.Kind;

    private Task SendAsync()
    {
        if (Form is null) return KeepAsItIsAsync();
        var kind = Offered<CaseKind>(Form.Kind);
        var applicant = Offered<ApplicantKind>(Form.Applicant) ?? ApplicantKind.NaturalPerson;
        // Without a script the box also stands there for kinds it does not apply to: ticked there, it means nothing.
        var hides = Form.Hide is not null && kind?.AllowsConcealment() == true;
        return KeepAsync(draft => draft with { Kind = kind, HideIdentity = hides, Applicant = applicant }, Form.Auto is not null);
    }

    // By name: Enum.TryParse would also take numbers and several names, whose bits together make another one.
    private static T? Offered<T>(string? sent) where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (string.Equals(value.ToString(), sent, StringComparison.Ordinal)) return value;
        }

        return null;
    }

    /// <summary>The page as posted.</summary>
    public sealed class KindForm
    {
        public string? Kind { get; set; }
        public string? Hide { get; set; }
        public string? Applicant { get; set; }
        public string? Auto { get; set; }
    }
}
