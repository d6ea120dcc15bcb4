using System.Globalization;
using Bimer.Blazor.Facts.Demo;
using Bimer.Blazor.Shell.Frame;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Bimer.Tests.Journeys;

/// <summary>
/// The eight main pages as the README shows them, at work and full. With <c>BIMER_PICTURES=1</c> they are written to
/// <c>docs/screens</c>, otherwise to a folder that is thrown away, so that a run leaves the tree as it was.
/// </summary>
public sealed class PicturesOfTheHouse : IAsyncLifetime
{
    private const int LargestPicture = 300 * 1024;
    private static readonly bool _isKept = Environment.GetEnvironmentVariable("BIMER_PICTURES") is "1";
    private readonly string _folder = _isKept ? Repository.At("docs/screens") : Directory.CreateTempSubdirectory("bimer-screens-").FullName;
    private ADemoHouse _house = null!;

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(_folder);
        _house = await ADemoHouse.OpenAsync();
    }

    [Fact]
    public async Task The_citizens_pages_can_be_shown_to_anybody()
    {
        await using var citizen = await Chromium.NewPersonAsync();
        await citizen.Page.GotoAsync(_house.Server.Url);
        await TakeAsync(citizen.Page, "baslangic", "Devlete başvurun");

        var walk = new CitizensWalk(_house.Server, citizen.Page, step => step switch
        {
            "metin" => TakeAsync(citizen.Page, "basvuru", "Başvurunuzu yazın"),
            "alindi" => TakeAsync(citizen.Page, "alindi", "Başvurunuz alındı"),
            "basvuru" => TakeAsync(citizen.Page, "sorgula", "Başvurularım"),
            _ => Task.CompletedTask,
        });
        await walk.FileAsync();
    }

    [Fact]
    public async Task The_officers_pages_can_be_shown_to_anybody()
    {
        var awaiting = _house.NumberOf(DemoState.AwaitingApproval);
        await using var officer = await _house.SitDownAsync(ADemoHouse.Officer, Addresses.UnitInbox);
        await officer.Page.GotoAsync($"{_house.Server.Url}{Addresses.UnitInbox}?{Addresses.Beside}={_house.NumberOf(DemoState.Untouched)}");
        await Expect(officer.Page.GetByRole(AriaRole.Heading, new() { Name = "Yasal süre" })).ToBeVisibleAsync();
        await TakeAsync(officer.Page, "kurum-kutusu", "Kurum Kutusu");

        await officer.Page.GotoAsync($"{_house.Server.Url}{Addresses.MyInbox}?{Addresses.Beside}={_house.NumberOf(DemoState.Held)}");
        await Expect(officer.Page.GetByRole(AriaRole.Heading, new() { Name = "Yasal süre" })).ToBeVisibleAsync();
        await TakeAsync(officer.Page, "evrak", "Gelen Kutum");

        await officer.Page.GotoAsync($"{_house.Server.Url}{Addresses.Reply(_house.NumberOf(DemoState.Held))}");
        await Expect(officer.Page.Locator("#letter")).ToHaveAttributeAsync("contenteditable", "true");
        await officer.Page.Locator("#letter").FillAsync(ADemoHouse.Letter);
        await Expect(officer.Page.Locator("#letter-state")).ToContainTextAsync("Kaydedildi");
        await officer.Page.GetByLabel("Hizmet", new() { Exact = true }).SelectOptionAsync(ReplyStories.Service);
        await Expect(officer.Page.Locator("#letter-state")).ToContainTextAsync("Kaydedildi ");
        await TakeAsync(officer.Page, "cevapla", "Cevapla");

        await using var approver = await _house.SitDownAsync(ADemoHouse.Approver, Addresses.Approval(awaiting), Screen.Laptop, ColorScheme.Dark);
        await Expect(approver.Page.GetByText("Olumlu", new() { Exact = true })).ToBeVisibleAsync();
        await TakeAsync(approver.Page, "onay", "Cevap onayı");
    }

    public async Task DisposeAsync()
    {
        await _house.DisposeAsync();
        if (!_isKept) Directory.Delete(_folder, recursive: true);
    }

    /// <summary>The page says what it is, fits its window, and is small enough to lie in the repository.</summary>
    private async Task TakeAsync(IPage page, string name, string heading)
    {
        if (await page.Locator("#live").CountAsync() > 0) await AnActingOffice.LiveAsync(page);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 }).First).ToContainTextAsync(heading);
        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth")).Should().BeLessThanOrEqualTo(0, "{0} scrolls no side", name);
        await page.EvaluateAsync("() => document.fonts.ready");
        var file = Path.Combine(_folder, name + ".png");
        await page.ScreenshotAsync(new() { Path = file, Animations = ScreenshotAnimations.Disabled, Caret = ScreenshotCaret.Hide });
        new FileInfo(file).Length.Should().BeLessThan(LargestPicture, string.Create(CultureInfo.InvariantCulture, $"{name} is read by everybody who opens the README"));
    }
}
