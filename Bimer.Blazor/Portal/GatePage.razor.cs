using Bimer.Blazor.Shell.Parts;
using Bimer.Blazor.Shell;
using Bimer.Domain.Applicants;
using Bimer.Domain.Kernel;
using Microsoft.AspNetCore.Components;

namespace Bimer.Blazor.Portal;

/// <summary>All questions of the gate on one page (S4). Tells what is badly written, never what is wrong.</summary>
public sealed partial class GatePage
{
    private const string AnyName = "A";   // a name has two halves, each is judged beside one that is in order

    private readonly FieldErrors _errors = new();
    private MaidenNameChallenge _places = MaidenNameChallenge.Desk;
    private string _sealedPlaces = "";
    private bool _canContinue;

    /// <summary>Set for whoever is sent here from a page that belongs to a visit.</summary>
    [SupplyParameterFromQuery(Name = "bitti")] private string? Ended { get; set; }

    [SupplyParameterFromForm(FormName = "gate")] private GateForm? Form { get; set; }
    [Inject] public required EnterGateHandler Handler { get; init; }
    [Inject] public required GateLetters Letters { get; init; }
    [Inject] public required RefusalText Refusals { get; init; }
    [Inject] public required VisitDoor Door { get; init; }
    [Inject] public required NavigationManager Navigation { get; init; }

    private string Path => IsTracking ? "/sorgula/kimlik" : "/basvuru";

    private bool IsTracking => new Uri(Navigation.Uri).AbsolutePath.StartsWith("/sorgula", StringComparison.OrdinalIgnoreCase);

    protected override async Task OnInitializedAsync()
    {
        Form ??= new GateForm();
        var asked = Letters.Read(Form.Places);
        (_places, _sealedPlaces) = asked is null ? Letters.Draw() : (asked, Form.Places!);
        if (asked is null) (Form.First, Form.Second) = (null, null);
        _canContinue = !IsTracking && await Door.MayFileAsync(CancellationToken.None);
    }

    private async Task SendAsync()
    {
        var id = Checked("kimlik-no", Form!.NationalId, NationalId.Parse(Form.NationalId));
        Checked("ad", Form.GivenName, PersonName.Parse(Form.GivenName, AnyName));
        Checked("soyad", Form.Surname, PersonName.Parse(AnyName, Form.Surname));
        var letters = Checked("harf-1", Form.First + Form.Second, MaidenNameHint.Answer(_places, Form.First, Form.Second));
        var mobile = Checked("telefon", Form.Mobile, MobileNumber.Parse(Form.Mobile));
        if (_errors.Any) return;

        var name = PersonName.Parse(Form.GivenName, Form.Surname).Value!;
        await Handler.HandleAsync(new EnterGate(IsTracking, id!, name, letters!, mobile!), CancellationToken.None);
        Navigation.NavigateTo(IsTracking ? "/sorgula/kod" : "/basvuru/kod");
    }

    private T? Checked<T>(string field, string? typed, Outcome<T> outcome)
    {
        if (outcome.Refusal is { } refusal) _errors.Add(field, string.IsNullOrWhiteSpace(typed) ? Words["Missing." + field] : Refusals.For(refusal));
        return outcome.Value;
    }

    private string Key(string word) => (IsTracking ? "TrackGate" : "Gate") + word;

    /// <summary>The answers as typed.</summary>
    public sealed class GateForm
    {
        public string? NationalId { get; set; }
        public string? GivenName { get; set; }
        public string? Surname { get; set; }
        public string? First { get; set; }
        public string? Second { get; set; }
        public string? Mobile { get; set; }
        public string? Places { get; set; }
    }
}
