using Bimer.Blazor.Shell.Parts;
using Bimer.Domain.Applicants;
using Microsoft.AspNetCore.Components;

namespace Bimer.Blazor.Portal;

/// <summary>The second page of the gate: the code. The same words whatever stands behind it.</summary>
public sealed partial class CodePage
{
    private readonly FieldErrors _errors = new();
    private GateAnswer? _answer;
    private string _mobile = "";
    private bool _byNumber;

    [SupplyParameterFromForm(FormName = "code")] private CodeForm? Form { get; set; }
    [Inject] public required VerifyCodeHandler Handler { get; init; }
    [Inject] public required EnterGateHandler Gate { get; init; }
    [Inject] public required VisitDoor Door { get; init; }
    [Inject] public required NavigationManager Navigation { get; init; }

    private string Path => IsTracking ? "/sorgula/kod" : "/basvuru/kod";

    private string StartPath => !IsTracking ? "/basvuru" : _byNumber ? "/sorgula" : "/sorgula/kimlik";

    private string NextPath => IsTracking ? "/sorgula/basvurularim" : "/basvuru/yaz";

    private bool IsTracking => new Uri(Navigation.Uri).AbsolutePath.StartsWith("/sorgula", StringComparison.OrdinalIgnoreCase);

    protected override async Task OnInitializedAsync()
    {
        var visit = await Door.VisitAsync(CancellationToken.None);
        if (visit is null || visit.IsVerified)
        {
            if (!Door.IsPosted) Navigation.NavigateTo(visit is null ? StartPath : NextPath);
            return;
        }

        if (visit.WasRefused) _answer = GateAnswer.Refused;
        _byNumber = visit.AskedCase is not null;
        _mobile = MobileNumber.Parse(visit.Identity.Mobile).Value?.RevealForReading() ?? "";
    }

    private async Task CheckAsync()
    {
        _answer = await Handler.HandleAsync(Form?.Code, CancellationToken.None);
        if (_answer is GateAnswer.Passed) Navigation.NavigateTo(NextPath);
        if (_answer is GateAnswer.NoVisit) Navigation.NavigateTo(StartPath);
        if (_answer is GateAnswer.WrongCode) _errors.Add("kod", Words["WrongCode"]);
        if (_answer is GateAnswer.DeadCode) _errors.Add("kod", Words["DeadCode"]);
    }

    private async Task ResendAsync()
    {
        await Gate.ResendAsync(CancellationToken.None);
        Navigation.NavigateTo(Path);
    }

    /// <summary>The code as typed.</summary>
    public sealed class CodeForm
    {
        public string? Code { get; set; }
    }
}
