using Bimer.Blazor.Security;
using Bimer.Blazor.Security.SigningIn;
using Bimer.Blazor.Shell;
using Bimer.Blazor.Shell.Frame;
using Bimer.Domain.Ports;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace Bimer.Blazor.Workspace.SignIn;

/// <summary>The officers' door: a plain form, no circuit, works without a script. A wrong try is answered alike whatever was wrong.</summary>
public sealed partial class SignInPage
{
    private List<Problem> Problems { get; } = [];

    [SupplyParameterFromForm(FormName = "giris", Name = "kimlik")] public string? Number { get; set; }
    [SupplyParameterFromForm(FormName = "giris", Name = "sifre")] public string? Password { get; set; }

    /// <summary>Where the person wanted to go.</summary>
    [SupplyParameterFromQuery(Name = "donus")] public string? Return { get; set; }

    /// <summary>Why the session before ended; a code of <c>SessionEnd</c>.</summary>
    [SupplyParameterFromQuery(Name = "neden")] public string? Reason { get; set; }

    [Inject] public required SignInHandler Handler { get; init; }
    [Inject] public required ICurrentActor CurrentActor { get; init; }
    [Inject] public required NavigationManager Navigation { get; init; }

    private string Here => "/" + Navigation.ToBaseRelativePath(Navigation.Uri);

    private string? Notice => Reason is { Length: < 40 } && Words["Ended-" + Reason] is { ResourceNotFound: false } told ? told.Value : null;

    protected override async Task OnInitializedAsync()
    {
        if (Number is null && Password is null && await CurrentActor.GetAsync(CancellationToken.None) is not null) Leave();
    }

    private async Task SubmitAsync()
    {
        var (number, password) = (Number?.Trim() ?? "", Password ?? "");
        if (number.Length == 0) Problems.Add(new("kimlik", Words["NumberMissing"]));
        if (password.Length == 0) Problems.Add(new("sifre", Words["PasswordMissing"]));
        if (Problems.Count > 0) return;

        switch (await Handler.HandleAsync(new Security.SigningIn.SignIn(number, password), CancellationToken.None))
        {
            case SignInOutcome.Accepted: Leave(); break;
            case SignInOutcome.TooManyTries(var wait): Problems.Add(new("kimlik", Words.Counted("TooManyTries", (int)Math.Ceiling(wait.TotalMinutes)))); break;
            default: Problems.Add(new("kimlik", Words["Refused"])); break;
        }
    }

    private void Leave()
    {
        var address = LocalAddress.Of(Return, Addresses.Home);
        // Back to the door itself would be a circle.
        Navigation.NavigateTo(address.StartsWith(Addresses.SignIn, StringComparison.OrdinalIgnoreCase) ? Addresses.Home : address);
    }

    private string? ProblemOf(string field) => Problems.Find(p => string.Equals(p.Field, field, StringComparison.Ordinal))?.Text;

    private string? Wrong(string field) => ProblemOf(field) is null ? null : "wrong";

    private string? Invalid(string field) => ProblemOf(field) is null ? null : "true";

    private string? Described(string field)
    {
        var hint = string.Equals(field, "kimlik", StringComparison.Ordinal) ? field + "-ipucu" : null;
        var error = ProblemOf(field) is null ? null : field + "-hata";
        return hint is null && error is null ? null : string.Join(' ', new[] { hint, error }.Where(id => id is not null));
    }

    private sealed record Problem(string Field, string Text);
}
