using System.Security.Claims;
using Bimer.Blazor.Security.Sessions;
using Bimer.Domain.Organisation;
using Bimer.Domain.Ports;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.Security;

public abstract class SessionTests(Kind kind) : IAsyncLifetime
{
    private const string APage = "/oturum/cok-ekran";
    private readonly TestClock _clock = new();
    private BimerServer _server = null!;
    private StaffMember _ayse = null!;
    private PlainBrowser _browser = null!;

    public async Task InitializeAsync()
    {
        _server = await BimerServer.StartAsync(kind, _clock);
        _ayse = await _server.HireAsync(1, OfficerRole.CaseOfficer, new(2));
        _browser = _server.NewPlainBrowser();
        await _browser.SignInAsync(_ayse);
    }

    public async Task DisposeAsync()
    {
        _browser.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_stolen_cookie_is_worth_nothing_after_signing_out()
    {
        using var thief = _server.NewPlainBrowser();
        thief.Cookies.Add(new Uri(thief.Url), new System.Net.Cookie("bimer", _browser.Session!));
        (await thief.GetAsync(APage)).Status.Should().Be(200);

        var left = await _browser.PostAsync("/cikis", PlainBrowser.HiddenOf(await _browser.GetAsync(APage), "/gorunum"));

        left.Location.Should().Be("/giris?neden=signed-out");
        left.Headers["Clear-Site-Data"].Should().Be("\"cache\"", "cookies are not all ours to clear: a citizen's visit may be open beside it");
        _browser.Session.Should().BeNull();
        (await thief.GetAsync(APage)).Location.Should().Be("/giris?donus=%2Foturum%2Fcok-ekran&neden=signed-out");
        (await thief.PostAsync("/oturum/ping")).Status.Should().Be(401);
    }

    [Fact]
    public async Task A_session_lives_while_something_is_done_and_ends_at_thirty_idle_minutes()
    {
        for (var i = 0; i < 3; i++)
        {
            _clock.Sleep(TimeSpan.FromMinutes(29));
            (await _browser.GetAsync(APage)).Status.Should().Be(200);
        }

        _clock.Sleep(TimeSpan.FromMinutes(30));

        (await _browser.GetAsync(APage)).Location.Should().Be("/giris?donus=%2Foturum%2Fcok-ekran&neden=idle");
    }

    [Fact]
    public async Task A_key_ping_is_activity_and_asking_what_is_left_is_not()
    {
        _clock.Sleep(TimeSpan.FromMinutes(20));
        (await _browser.PostAsync("/oturum/ping")).Body.Should().Be("""{"left":1800,"warning":180,"isFinal":false}""");

        _clock.Sleep(TimeSpan.FromMinutes(20));
        (await _browser.GetAsync("/oturum/kalan", ("Accept", "*/*"))).Body.Should().Be("""{"left":600,"warning":180,"isFinal":false}""");
        _clock.Sleep(TimeSpan.FromMinutes(10));

        (await _browser.PostAsync("/oturum/ping")).Status.Should().Be(401);
    }

    [Fact]
    public async Task Twelve_hours_end_the_busiest_session()
    {
        for (var i = 0; i < 35; i++)
        {
            _clock.Sleep(TimeSpan.FromMinutes(20));
            (await _browser.PostAsync("/oturum/ping")).Status.Should().Be(200);
        }

        _clock.Sleep(TimeSpan.FromMinutes(19));
        (await _browser.PostAsync("/oturum/ping")).Body.Should().Be("""{"left":60,"warning":180,"isFinal":true}""");
        _clock.Sleep(TimeSpan.FromMinutes(1));

        (await _browser.GetAsync(APage)).Location.Should().EndWith("neden=expired");
    }

    [Fact]
    public async Task Five_browsers_of_one_person_stand_side_by_side_until_the_others_are_ended()
    {
        List<PlainBrowser> others = [.. Enumerable.Range(0, 4).Select(_ => _server.NewPlainBrowser())];
        foreach (var other in others) await other.SignInAsync(_ayse);
        foreach (var other in others) (await other.GetAsync(APage)).Status.Should().Be(200);
        var registry = _server.Services.GetRequiredService<SessionRegistry>();
        var mine = (await registry.StandingAsync(_ayse.Id, CancellationToken.None)).Should().HaveCount(5).And.Subject.OrderBy(s => s.StartedAt).First();
        mine.Device.Should().Be("Chrome, Linux");

        await registry.EndAllAsync(_ayse.Id, SessionEnd.EndedByPerson, CancellationToken.None, except: mine.Id);

        (await registry.StandingAsync(_ayse.Id, CancellationToken.None)).Should().ContainSingle().Which.Id.Should().Be(mine.Id);
        others.ForEach(o => o.Dispose());
    }

    [Fact]
    public async Task Who_acts_is_nobody_from_the_moment_the_account_is_disabled_the_role_ends_or_the_session_is_over()
    {
        await using var scope = _server.Services.CreateAsyncScope();
        var session = (await scope.ServiceProvider.GetRequiredService<SessionRegistry>().StandingAsync(_ayse.Id, CancellationToken.None)).Single();
        Claim[] claims = [new(ClaimedSession.IdClaim, session.Id.ToString("N")), new(ClaimTypes.NameIdentifier, "1")];
        scope.ServiceProvider.GetRequiredService<ClaimedSession>().TakeFrom(new ClaimsPrincipal(new ClaimsIdentity(claims, "test")));
        var current = scope.ServiceProvider.GetRequiredService<ICurrentActor>();
        (await AskAsync(current)).Should().BeEquivalentTo(_ayse.Actor with { On = People.Monday });

        await using var db = await _server.DbAsync();
        await db.Officers.ExecuteUpdateAsync(o => o.SetProperty(x => x.IsActive, false));
        (await AskAsync(current)).Should().BeNull("the account is disabled");
        (await _browser.GetAsync(APage)).Location.Should().EndWith("neden=account-changed");

        await db.Officers.ExecuteUpdateAsync(o => o.SetProperty(x => x.IsActive, true));
        await db.RoleAssignments.ExecuteUpdateAsync(r => r.SetProperty(x => x.ValidUntil, new DateOnly(2026, 3, 1)));
        (await AskAsync(current)).Should().BeNull("the only role ended yesterday");

        await db.RoleAssignments.ExecuteUpdateAsync(r => r.SetProperty(x => x.ValidUntil, new DateOnly(2026, 3, 2)));
        (await AskAsync(current)).Should().NotBeNull("the last day counts");
        _clock.Sleep(TimeSpan.FromMinutes(30));
        (await AskAsync(current)).Should().BeNull("nothing was done for thirty minutes");
    }

    [Fact]
    public async Task Those_whom_one_bell_wakes_are_told_each_who_they_are()
    {
        var mehmet = await _server.HireAsync(2, OfficerRole.Approver, new(3));
        var gone = await _server.HireAsync(3, OfficerRole.CaseOfficer, new(2));
        foreach (var person in (StaffMember[])[mehmet, gone])
        {
            using var browser = _server.NewPlainBrowser();
            await browser.SignInAsync(person);
        }

        var registry = _server.Services.GetRequiredService<SessionRegistry>();
        var sessions = await Task.WhenAll(((StaffMember[])[_ayse, mehmet, gone]).Select(async p => (await registry.StandingAsync(p.Id, CancellationToken.None)).Single().Id));
        await using (var db = await _server.DbAsync()) await db.Officers.Where(o => o.Id == gone.Id).ExecuteUpdateAsync(o => o.SetProperty(x => x.IsActive, false));

        var gathered = _server.Services.GetRequiredService<GatheredVisits>();
        var visits = await Task.WhenAll(((Guid[])[.. sessions, Guid.NewGuid(), sessions[0]]).Select(id => gathered.LookAsync(id, CancellationToken.None)));

        visits.Select(v => v?.Actor?.UserId).Should().Equal(_ayse.Id, mehmet.Id, null, null, _ayse.Id);
        visits[1]!.Actor!.Roles.Should().Equal(new RoleOn(OfficerRole.Approver, new(3)));
        visits[3].Should().BeNull("there is no such session");
    }

    // Asked alone and together with others the answer must be the same.
    private static async Task<Actor?> AskAsync(ICurrentActor current)
    {
        var (alone, together) = (await current.GetAsync(CancellationToken.None), await current.GetAfterBellAsync(CancellationToken.None));
        together.Should().BeEquivalentTo(alone);
        return alone;
    }

    [Fact]
    public async Task A_link_from_another_site_is_asked_for_again_by_our_own_page()
    {
        using var stranger = _server.NewPlainBrowser();

        var answer = await stranger.GetAsync(APage + "?x=1", ("Sec-Fetch-Site", "cross-site"));

        answer.Status.Should().Be(200);
        answer.Headers["Refresh"].Should().Be("0; url=/oturum/cok-ekran?x=1");
    }

    [Fact]
    public async Task What_does_not_exist_does_not_ask_who_you_are()
    {
        using var stranger = _server.NewPlainBrowser();

        (await stranger.GetAsync("/boyle-bir-sayfa-yok")).Status.Should().Be(404);
    }
}

public sealed class SessionTestsOnSqlite() : SessionTests(Kind.Sqlite);

public sealed class SessionTestsOnPostgres() : SessionTests(Kind.Postgres);
