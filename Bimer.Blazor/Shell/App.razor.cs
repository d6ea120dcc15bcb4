using Bimer.Blazor.Shell.Frame;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Options;

namespace Bimer.Blazor.Shell;

/// <summary>Decides, page by page, between a live circuit (staff) and plain HTML (citizens, sign-in, errors).</summary>
public sealed partial class App
{
    [CascadingParameter] public required HttpContext HttpContext { get; init; }

    private KeyChoice? _keys;
    private int? _caseShare;

    [Inject] public required IOptions<ShellSlots> Slots { get; init; }

    private bool IsInteractive => HttpContext.IsAtWork;

    private bool IsSignedIn => HttpContext.User.Identity is { IsAuthenticated: true };

    private string Frame => IsInteractive ? "staff" : "citizen";

    private InteractiveServerRenderMode? Mode => IsInteractive ? RenderMode.InteractiveServer : null;

    private Theme Theme => Theme.From(HttpContext.Request.Cookies[Theme.Cookie]);

    // Once for a load: whoever goes on inside the circuit takes them along. Nothing below is drawn before they are there: it would be drawn, and read for, twice.
    protected override async Task OnInitializedAsync()
    {
        var (isTheirs, of, ct) = (IsInteractive && IsSignedIn, HttpContext.RequestServices, HttpContext.RequestAborted);
        _caseShare = isTheirs && Slots.Value.CaseShare is { } shareOf ? await shareOf(of, ct) : null;
        _keys = isTheirs && Slots.Value.Keys is { } keysOf ? await keysOf(of, ct) : KeyChoice.Usual;
    }
}
