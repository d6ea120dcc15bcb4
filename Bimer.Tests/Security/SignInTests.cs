using System.Text.RegularExpressions;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bimer.Tests.Security;

public sealed partial class SignInTests : IAsyncLifetime
{
    private readonly TestClock _clock = new();
    private BimerServer _server = null!;
    private StaffMember _ayse = null!;

    public async Task InitializeAsync()
    {
        _server = await BimerServer.StartAsync(clock: _clock);
        _ayse = await _server.HireAsync(1, OfficerRole.CaseOfficer, new(2));
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_right_number_and_password_open_the_page_one_came_for()
    {
        using var browser = _server.NewPlainBrowser();
        var sent = await browser.GetAsync("/oturum/cok-ekran?a=1");
        sent.Status.Should().Be(302);
        sent.Location.Should().Be("/giris?donus=%2Foturum%2Fcok-ekran%3Fa%3D1");

        var signedIn = await browser.SignInAsync(_ayse, sent.Location!);

        signedIn.Status.Should().Be(302);
        signedIn.Location.Should().EndWith("/oturum/cok-ekran?a=1");
        (await browser.GetAsync("/oturum/cok-ekran")).Status.Should().Be(200);
    }

    [Fact]
    public async Task Unknown_known_disabled_and_roleless_people_are_refused_byte_for_byte_alike()
    {
        var disabled = await _server.HireAsync(2, OfficerRole.CaseOfficer, new(2));
        var roleless = await _server.HireAsync(3, OfficerRole.CaseOfficer, new(2));
        await using (var db = await _server.DbAsync())
        {
            (await db.Officers.SingleAsync(o => o.Id == disabled.Id)).Disable();
            await db.SaveChangesAsync();
            await db.RoleAssignments.Where(r => r.Officer == roleless.Id).ExecuteDeleteAsync();
        }

        var wrong = await RefusedAsync(_ayse with { Password = "not the password" });
        var unknown = await RefusedAsync(_ayse with { NationalId = Staff.NumberOf(99) });

        unknown.Should().Be(wrong);
        (await RefusedAsync(disabled)).Should().Be(wrong);
        (await RefusedAsync(roleless)).Should().Be(wrong);
        (await RefusedAsync(_ayse with { NationalId = "12345678901" })).Should().Be(wrong, "a number that cannot exist is no different");
        wrong.Should().Contain("uyuşmuyor");
    }

    [Fact]
    public async Task A_refusal_is_recorded_without_the_number()
    {
        await RefusedAsync(_ayse with { Password = "not the password" });
        await RefusedAsync(_ayse with { NationalId = Staff.NumberOf(99) });

        await using var db = await _server.DbAsync();
        var facts = await db.AuditEntries.OrderBy(a => a.Sequence).ToListAsync();
        facts.Select(f => f.Action).Should().OnlyContain(a => a == "person.sign-in-refused");
        facts.Select(f => f.Detail).Should().Equal("why=password;officer=1", "why=unknown");
    }

    [Fact]
    public async Task Each_sign_in_gets_a_session_of_its_own_whatever_cookie_was_there_before()
    {
        using var browser = _server.NewPlainBrowser();
        var planted = new string('A', 43);
        browser.Cookies.Add(new Uri(browser.Url), new System.Net.Cookie("bimer", planted));
        await browser.SignInAsync(_ayse);
        var first = browser.Session!;
        first.Should().HaveLength(43).And.NotBe(planted);

        _clock.Pass(TimeSpan.FromMinutes(30));
        await browser.SignInAsync(_ayse);

        browser.Session.Should().HaveLength(43).And.NotBe(first);
        await using var db = await _server.DbAsync();
        (await db.OfficerSessions.OrderBy(s => s.StartedAt).Select(s => s.EndedWhy).ToListAsync()).Should().Equal("replaced", null);
    }

    [Theory]
    [InlineData("/evrak/2026-0041873-5?sekme=2", "/evrak/2026-0041873-5?sekme=2")]
    [InlineData("//evil.example", "/masa")]
    [InlineData("/\\evil.example", "/masa")]
    [InlineData("\\\\evil.example", "/masa")]
    [InlineData("https:evil.example", "/masa")]
    [InlineData("https://evil.example/", "/masa")]
    [InlineData("/\t/evil.example", "/masa")]
    [InlineData("\t//evil.example", "/masa")]
    [InlineData("/\r\n/evil.example", "/masa")]
    [InlineData("javascript:alert(1)", "/masa")]
    [InlineData("evil.example", "/masa")]
    [InlineData("", "/masa")]
    [InlineData("/giris?donus=/giris", "/masa")]
    public async Task Nobody_is_sent_to_another_host_after_signing_in(string wanted, string landed)
    {
        using var browser = _server.NewPlainBrowser();

        var answer = await browser.SignInAsync(_ayse, "/giris?donus=" + Uri.EscapeDataString(wanted));

        answer.Status.Should().Be(302);
        new Uri(new Uri(_server.Url), answer.Location!).ToString().Should().Be(_server.Url + landed);
    }

    [Fact]
    public async Task A_form_without_its_token_signs_nobody_in_or_out()
    {
        using var browser = _server.NewPlainBrowser();
        (await browser.PostAsync("/giris", ("_handler", "giris"), ("kimlik", _ayse.NationalId), ("sifre", _ayse.Password))).Status.Should().Be(400);
        browser.Session.Should().BeNull();

        await browser.SignInAsync(_ayse);
        (await browser.PostAsync("/cikis", ("a", "b"))).Status.Should().Be(400);
        await browser.GetAsync("/cikis");

        (await browser.GetAsync("/oturum/cok-ekran")).Status.Should().Be(200, "neither it nor a GET ends the session");
    }

    [Fact]
    public async Task The_cookie_is_unreadable_to_scripts_and_stays_on_the_site()
    {
        using var browser = _server.NewPlainBrowser();

        var answer = await browser.SignInAsync(_ayse);

        answer.Headers["Set-Cookie"].Should().MatchRegex("bimer=[A-Za-z0-9_-]{43}; path=/; samesite=strict; httponly");
    }

    private async Task<string> RefusedAsync(StaffMember person)
    {
        using var browser = _server.NewPlainBrowser();
        var answer = await browser.SignInAsync(person);
        browser.Session.Should().BeNull();
        var headers = string.Join('\n', answer.Headers.Where(h => h.Key is not "Date" and not "Content-Length" and not "Set-Cookie").Select(h => h.Key + ": " + h.Value));
        // What the person typed and what is random by nature stands aside; everything else must agree.
        return answer.Status + headers + Tokens().Replace(answer.Body.Replace(person.NationalId, "", StringComparison.Ordinal), "");
    }

    [GeneratedRegex("value=\"CfDJ8[^\"]*\"|<!--Blazor[^>]*-->", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Tokens();
}
