using Microsoft.AspNetCore.Components;

namespace Bimer.Blazor.Portal.Filing;

/// <summary>The number, large, and what happens next (S11). For the visit that filed it and for nobody else.</summary>
public sealed partial class ReceiptPage
{
    private Receipt? _receipt;
    private bool _areTooMany;

    [Parameter] public string Number { get; set; } = "";

    /// <summary>Set when something was sent again after it had been filed.</summary>
    [SupplyParameterFromQuery(Name = "once")] private string? Once { get; set; }

    [Inject] public required ReceiptQuery Query { get; init; }
    [Inject] public required NewPetitionHandler Handler { get; init; }
    [Inject] public required NavigationManager Navigation { get; init; }

    public static string PathOf(string number) => $"/basvuru/alindi/{number}";

    protected override async Task OnInitializedAsync() => _receipt = await Query.ReadAsync(Number, CancellationToken.None);

    private async Task AgainAsync()
    {
        var begun = await Handler.HandleAsync(CancellationToken.None);
        if (begun == NewPetition.TooMany) _areTooMany = true;
        else Navigation.NavigateTo(begun == NewPetition.Begun ? FilingStep.Kind.Path() : FilingSteps.GateAgain);
    }
}
