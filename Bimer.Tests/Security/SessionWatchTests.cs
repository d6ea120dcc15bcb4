using System.Security.Claims;
using Bimer.Blazor.Live;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Security.Sessions;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Xunit;

namespace Bimer.Tests.Security;

/// <summary>A database that is away while a screen asks for its session: the screen goes on asking, and the log says so.</summary>
public sealed class SessionWatchTests
{
    [Fact]
    public async Task A_look_that_failed_is_written_down_by_its_id_and_made_again()
    {
        var (session, clock, log) = (Guid.NewGuid(), new TestClock(), new RememberingLogger<SessionDoor>());
        var door = new SessionDoor(new NoDatabase(), Options.Create(new SessionLimits()), clock, log);
        var screens = new OpenScreens(Options.Create(new SessionLimits()));
        await using var watch = new SessionWatch(new ClaimedSession(), new SignedIn(session), door, new LiveFeed(clock, NullLogger<LiveFeed>.Instance), screens);

        await watch.OnCircuitOpenedAsync(null!, CancellationToken.None);

        await Eventually.TrueAsync(() => log.Lines.Count == 1 && clock.WaitingTimers > 0, "the first look failed");
        log.Lines[0].Should().Contain(session.ToString());
        clock.Pass(TimeSpan.FromSeconds(5));
        await Eventually.TrueAsync(() => log.Lines.Count == 2, "it looks again");
    }

    private sealed class NoDatabase : IDbContextFactory<BimerDbContext>
    {
        public BimerDbContext CreateDbContext() => throw new TimeoutException("The database is away.");
    }

    private sealed class SignedIn(Guid session) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(new ClaimsPrincipal(
            new ClaimsIdentity([new Claim(ClaimedSession.IdClaim, session.ToString("N")), new Claim(ClaimTypes.NameIdentifier, "1")], "test"))));
    }
}
