using Bimer.Blazor.Shell.Parts;
using Bimer.Blazor.Shell;
using Bimer.Domain.Applicants;
using Bimer.Domain.Cases;
using Microsoft.AspNetCore.Components;

namespace Bimer.Blazor.Portal.Tracking;

/// <summary>A number and the phone it was filed with; the code goes to the given phone, whether or not there is such a case.</summary>
public sealed partial class AskPage
{
    private readonly FieldErrors _errors = new();
    private bool _isVerified;

    /// <summary>Set for whoever is sent here from a page that belongs to a visit.</summary>
    [SupplyParameterFromQuery(Name = "bitti")] private string? Ended { get; set; }

    [SupplyParameterFromForm(FormName = "ask")] private AskForm? Form { get; set; }
    [Inject] public required EnterGateHandler Handler { get; init; }
    [Inject] public required VisitDoor Door { get; init; }
    [Inject] public required RefusalText Refusals { get; init; }
    [Inject] public required NavigationManager Navigation { get; init; }

    protected override async Task OnInitializedAsync()
    {
        Form ??= new AskForm();
        _isVerified = await Door.VisitAsync(CancellationToken.None) is { IsVerified: true };
    }

    private async Task SendAsync()
    {
        var number = CaseNumber.Parse(Form!.Number);
        if (number.Refusal is { } badNumber) _errors.Add("sayi", Refusals.For(badNumber));
        var mobile = MobileNumber.Parse(Form.Mobile);
        if (mobile.Refusal is { } badMobile) _errors.Add("telefon", Refusals.For(badMobile));
        if (_errors.Any) return;

        await Handler.HandleAsync(new EnterByNumber(number.Value, mobile.Value!), CancellationToken.None);
        Navigation.NavigateTo("/sorgula/kod");
    }

    /// <summary>The answers as typed.</summary>
    public sealed class AskForm
    {
        public string? Number { get; set; }
        public string? Mobile { get; set; }
    }
}
