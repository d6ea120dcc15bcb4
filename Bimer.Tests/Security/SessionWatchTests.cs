using System.Security.Claims;
using Bimer.Blazor.Live;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Accounts;
using Bimer.Blazor.Security.Sessions;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Xunit;

namespace Bimer.Tests.Security;

/// <summary>A database that is away while a screen asks for its session: the screen goes on asking, and the log says so.</summary>
public sealed class SessionWatchTests
{
    [Fact]
    public async Task A_look_that_failed_is_made_again_and_written_down_by_its_id_but_once()
    {
        var (session, clock, log) = (Guid.NewGuid(), new TestClock(), new RememberingLogger<SessionDoor>());
        var database = new DatabaseThatLeaves(null) { IsAway = true };
        var door = new SessionDoor(database, Options.Create(new SessionLimits()), clock, log);
        var screens = new OpenScreens(Options.Create(new SessionLimits()));
        await using var watch = new SessionWatch(new ClaimedSession(), new SignedIn(session), door, new LiveFeed(clock, NullLogger<LiveFeed>.Instance), screens);

        await watch.OnCircuitOpenedAsync(null!, CancellationToken.None);

        await Eventually.TrueAsync(() => log.Lines.Count == 1 && clock.WaitingTimers > 0, "the first look failed");
        log.Lines[0].Should().Contain(session.ToString());
        clock.Pass(TimeSpan.FromSeconds(5));
        await Eventually.TrueAsync(() => database.Refused == 2 && clock.WaitingTimers > 0, "it looks again");
        log.Lines.Should().ContainSingle("the outage is the same");
    }

    [Fact]
    public async Task A_bell_that_found_the_database_away_blanks_the_screen_once_it_is_back()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite);
        var session = await SessionAsync(office);
        var database = new DatabaseThatLeaves(office.Services.GetRequiredService<IDbContextFactory<BimerDbContext>>());
        var limits = Options.Create(new SessionLimits());
        var door = new SessionDoor(database, limits, office.Clock, new RememberingLogger<SessionDoor>());
        var (person, feed) = (new SignedIn(session), new LiveFeed(office.Clock, NullLogger<LiveFeed>.Instance));
        await using var watch = new SessionWatch(new ClaimedSession(), person, door, feed, new OpenScreens(limits));
        await watch.OnCircuitOpenedAsync(null!, CancellationToken.None);
        await Eventually.TrueAsync(() => office.Clock.WaitingTimers == 1, "the session stood at the first look");

        await using (var db = await office.DbAsync()) await db.OfficerSessions.ExecuteDeleteAsync();
        database.IsAway = true;
        feed.Publish(LiveTopic.Person(new(1)));
        await Eventually.TrueAsync(() => database.Refused == 1 && office.Clock.WaitingTimers == 2, "the bell was heard in vain");
        person.IsBlank.Should().BeFalse();
        database.IsAway = false;
        office.Clock.Pass(TimeSpan.FromSeconds(5));

        await Eventually.TrueAsync(() => person.IsBlank, "it was looked at again");
    }

    private static async Task<Guid> SessionAsync(Office office)
    {
        var officer = await office.HireAsync(1, OfficerRole.CaseOfficer, office.Unit("BİMER Merkezi"));
        var (id, now) = (Guid.NewGuid(), office.Clock.GetUtcNow());
        await using var db = await office.DbAsync();
        db.Add(new OfficerSession { Id = id, TokenHash = new byte[32], Officer = officer.UserId, StartedAt = now, LastActiveAt = now, EndsAt = now + TimeSpan.FromHours(12) });
        await db.SaveChangesAsync();
        return id;
    }

    private sealed class DatabaseThatLeaves(IDbContextFactory<BimerDbContext>? inner) : IDbContextFactory<BimerDbContext>
    {
        private int _refused;

        public bool IsAway { get; set; }

        public int Refused => _refused;

        public BimerDbContext CreateDbContext()
        {
            if (!IsAway && inner is not null) return inner.CreateDbContext();
            Interlocked.Increment(ref _refused);
            throw new TimeoutException("The database is away.");
        }
    }

    private sealed class SignedIn(Guid session) : AuthenticationStateProvider, IHostEnvironmentAuthenticationStateProvider
    {
        public bool IsBlank { get; private set; }

        public void SetAuthenticationState(Task<AuthenticationState> authenticationStateTask) => IsBlank = true;

        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(new ClaimsPrincipal(
            new ClaimsIdentity([new Claim(ClaimedSession.IdClaim, session.ToString("N")), new Claim(ClaimTypes.NameIdentifier, "1")], "test"))));
    }
}
