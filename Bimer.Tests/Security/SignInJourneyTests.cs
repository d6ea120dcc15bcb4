using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Bimer.Tests.Security;

public sealed class SignInJourneyTests : IAsyncLifetime
{
    private readonly TestClock _clock = new();
    private BimerServer _server = null!;
    private StaffMember _ayse = null!;

    public async Task InitializeAsync()
    {
        _server = await BimerServer.StartAsync(clock: _clock, settings: new Dictionary<string, string?>(StringComparer.Ordinal) { ["Bimer:Session:CircuitsPerPerson"] = "2" });
        _ayse = await _server.HireAsync(1, OfficerRole.CaseOfficer, new(2));
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_door_is_open_to_everybody(ColorScheme theme)
    {
        await using var person = await Chromium.NewPersonAsync(Screen.Phone, theme, javaScript: true);
        await person.Page.GotoAsync(_server.Url + "/giris");
        await Axe.FindNothingAsync(person.Page);

        await person.Page.GetByRole(AriaRole.Button, new() { Name = "Giriş yap" }).ClickAsync();

        await Expect(person.Page.Locator(".error-summary")).ToBeFocusedAsync();
        await Axe.FindNothingAsync(person.Page, "the door with errors");
        var width = await person.Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        width.Should().Be(360);
    }

    [Fact]
    public async Task Without_scripts_one_signs_in_as_well()
    {
        await using var person = await Chromium.NewPersonAsync(javaScript: false);

        await _server.SignInByHandAsync(person, _ayse, "/oturumlarim");

        await Expect(person.Page.GetByRole(AriaRole.Heading, new() { Name = "Oturumlarım", Level = 1 })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Signing_out_in_one_tab_blanks_the_others_and_they_lead_to_the_door()
    {
        await using var person = await Chromium.NewPersonAsync();
        await _server.SignInByHandAsync(person, _ayse, "/oturumlarim");
        var other = await person.NewTabAsync();
        await other.GotoAsync(_server.Url + "/oturumlarim");
        await Expect(other.Locator("#live[data-live=on]")).ToBeAttachedAsync();

        await person.Page.Locator("button.person").ClickAsync();
        await person.Page.GetByRole(AriaRole.Button, new() { Name = "Çıkış yap" }).ClickAsync();

        await person.Page.ArriveAtAsync("**/giris?neden=signed-out");
        await other.ArriveAtAsync("**/giris?neden=signed-out");
        await Expect(other.GetByText("Çıkış yaptınız.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_idle_screen_warns_is_prolonged_by_the_keyboard_and_blanks_at_the_end()
    {
        await using var person = await Chromium.NewPersonAsync();
        person.Expecting("401");   // the page learns from a refused question that its session is over
        await _server.SignInByHandAsync(person, _ayse, "/oturumlarim");
        await Expect(person.Page.Locator("#live[data-live=on]")).ToBeAttachedAsync();

        _clock.Pass(TimeSpan.FromMinutes(28));
        await LookAgainAsync(person.Page);
        var dialog = person.Page.GetByRole(AriaRole.Dialog, new() { Name = "Oturumunuz kapanmak üzere" });
        await Expect(dialog).ToBeVisibleAsync();
        await Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "Oturumu uzat" })).ToBeFocusedAsync();
        await Axe.FindNothingAsync(person.Page, "the warning");

        // The dialog closes before the server has heard of it.
        await person.Page.RunAndWaitForResponseAsync(() => person.Page.Keyboard.PressAsync("Escape"), answer => answer.Url.EndsWith("/oturum/ping", StringComparison.Ordinal));
        await Expect(dialog).ToBeHiddenAsync();
        _clock.Pass(TimeSpan.FromMinutes(29));
        (await person.Page.EvaluateAsync<int>("fetch('/oturum/kalan').then(r => r.status)")).Should().Be(200, "it was prolonged");
        _clock.Pass(TimeSpan.FromMinutes(1));

        await person.Page.ArriveAtAsync("**/giris?donus=%2Foturumlarim&neden=idle");
    }

    [Fact]
    public async Task The_screen_too_many_is_told_politely()
    {
        await using var person = await Chromium.NewPersonAsync();
        await _server.SignInByHandAsync(person, _ayse, "/oturumlarim");
        for (var tab = 1; tab <= 2; tab++)
        {
            var page = await person.NewTabAsync();
            await page.GotoAsync(_server.Url + "/oturumlarim");
            if (tab == 2) await page.ArriveAtAsync("**/oturum/cok-ekran");
            else await Expect(page.Locator("#live[data-live=on]")).ToBeAttachedAsync();
        }
    }

    [Fact]
    public async Task Another_browser_is_ended_from_the_list_and_goes_blank()
    {
        await using var here = await Chromium.NewPersonAsync();
        await using var there = await Chromium.NewPersonAsync();
        await _server.SignInAsync(there, _ayse, "/oturumlarim");
        await Expect(there.Page.Locator("#live[data-live=on]")).ToBeAttachedAsync();
        await _server.SignInAsync(here, _ayse, "/oturumlarim");
        await Expect(here.Page.Locator("#live[data-live=on]")).ToBeAttachedAsync();
        await Axe.FindNothingAsync(here.Page);

        await here.Page.GetByRole(AriaRole.Button, new() { Name = "Diğer oturumların tümünü kapat" }).ClickAsync();

        await Expect(here.Page.GetByText("Diğer oturumlar kapatıldı.")).ToBeVisibleAsync();
        await there.Page.ArriveAtAsync("**/giris?donus=%2Foturumlarim&neden=ended-by-person");
    }

    // What a tab does when it comes to the front again.
    private static async Task LookAgainAsync(IPage page) => await page.EvaluateAsync("document.dispatchEvent(new Event('visibilitychange'))");
}
