using System.Security.Claims;
using Bimer.Blazor.Live;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Bimer.Blazor.Security.Sessions;

/// <summary>
/// Blanks an open screen when its session ends: at once when the person's bell rings, by itself when the time is up. A circuit
/// outlives its sign-in otherwise. The screen loses its person, so the router shows no page and leaves for the sign-in page.
/// </summary>
internal sealed class SessionWatch(
    ClaimedSession claimed, AuthenticationStateProvider authentication, SessionDoor door, LiveFeed feed, OpenScreens screens)
    : CircuitHandler, IAsyncDisposable
{
    private static readonly TimeSpan AgainAfter = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _stop = new();
    private IAsyncDisposable? _bell;
    private Task _watching = Task.CompletedTask;
    private bool _isCounted;
    private bool _isInVain;

    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        claimed.TakeFrom((await authentication.GetAuthenticationStateAsync()).User);
        if (claimed.Officer is not { } officer) return;
        _bell = feed.Subscribe([LiveTopic.Person(officer)], async () => await LookInAnyCaseAsync());
        _watching = WatchAsync();
    }

    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        if (claimed.Officer is not { } officer || _isCounted) return Task.CompletedTask;
        _isCounted = true;
        if (!screens.Enter(officer)) Blank(SessionEnd.TooManyScreens);
        return Task.CompletedTask;
    }

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        if (claimed.Officer is { } officer && _isCounted) screens.Leave(officer);
        _isCounted = false;
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        if (_bell is not null) await _bell.DisposeAsync();
        await _watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task WatchAsync()
    {
        // Activity moves the end; so at each supposed end the row is asked anew. An instant, not a span: time passes while the row is read.
        while (await LookInAnyCaseAsync() is { } end) await door.WaitUntilAsync(end, _stop.Token);
    }

    /// <summary>A database that is away for a moment must neither end the watch nor swallow a bell: the screen would stay open.</summary>
    private async Task<DateTimeOffset?> LookInAnyCaseAsync()
    {
        while (true)
        {
            try
            {
                var end = await LookAsync();
                _isInVain = false;
                return end;
            }
            catch (Exception fault) when (!_stop.IsCancellationRequested)
            {
                if (!_isInVain) door.TellNotLooked(claimed.Id!.Value, fault);   // once: every open screen asks, every few seconds
                _isInVain = true;
            }

            await door.WaitUntilAsync(door.After(AgainAfter), _stop.Token);
        }
    }

    /// <returns>Until when the session stands; none when it is over.</returns>
    private async Task<DateTimeOffset?> LookAsync()
    {
        var visit = await door.LookAsync(claimed.Id!.Value, _stop.Token);
        if (visit is { State.Stands: true }) return visit.StandsUntil;
        Blank(visit?.State.End ?? SessionEnd.SignedOut);
        return null;
    }

    private void Blank(string why)
    {
        var nobody = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimedSession.EndClaim, why)]));
        if (authentication is IHostEnvironmentAuthenticationStateProvider provider)
            provider.SetAuthenticationState(Task.FromResult(new AuthenticationState(nobody)));
    }
}
