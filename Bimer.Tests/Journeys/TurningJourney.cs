using Bimer.Blazor.Persistence;
using Bimer.Blazor.Workspace.Custody;
using Bimer.Blazor.Workspace.Forwarding;
using Bimer.Blazor.Workspace.Holding;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Time;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Bimer.Tests.Journeys;

/// <summary>Beklemeye Al, Geri Al and İade Et by keyboard, each seen by the other side as it happens (S34–S35, S40–S41).</summary>
public sealed class TurningJourney : IAsyncLifetime
{
    private AnActingOffice _office = null!;
    private StaffMember _zeynep = null!;
    private UnitId _health;

    public async Task InitializeAsync()
    {
        _office = await AnActingOffice.OpenAsync();
        _health = _office.Server.Unit("Ankara İl Sağlık Müdürlüğü");
        _zeynep = await _office.Server.HireAsync(4, OfficerRole.CaseOfficer, _health);
    }

    [Fact]
    public async Task A_petition_waits_with_words_for_the_citizen_and_a_click_takes_it_back()
    {
        var part = await _office.HeldCaseAsync();
        await using var ayse = await _office.SitDownAsync(_office.Writer, "/evrak/" + AnActingOffice.Number(part), Screen.Laptop);
        var page = ayse.Page;
        await page.Keyboard.PressAsync("b");
        await page.ArriveAtAsync("**/beklet**");
        await page.GetByRole(AriaRole.Button, new() { Name = "Yazışma yapılıyor" }).ClickAsync();
        await Expect(page.GetByLabel("Vatandaşa açıklama")).ToHaveValueAsync("Başvurunuzla ilgili yazışma yapılıyor. Yanıt gelince size bilgi verilecektir.");
        await page.GetByLabel("Beklenen bitiş").FillAsync(TimeProvider.System.GetUtcNow().AddDays(12).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await Axe.FindNothingAsync(page);
        await page.Keyboard.PressAsync("Control+Enter");

        await Expect(page.Locator(".toast")).ToContainTextAsync("beklemeye alındı");
        await page.GetByRole(AriaRole.Link, new() { Name = "Beklemeye Aldıklarım" }).First.ClickAsync();
        await Expect(page.Locator(".rows li")).ToContainTextAsync("Beklenen:");
        await page.GetByRole(AriaRole.Button, new() { Name = "Vazgeç" }).ClickAsync();
        await Expect(page.Locator(".toast").Last).ToContainTextAsync("beklemeden çıkarıldı");
        (await StateAsync(part)).Should().Be(RoutingState.Held);
    }

    [Fact]
    public async Task The_key_that_takes_it_off_hold_can_be_taken_back_with_the_words_it_had()
    {
        var part = await _office.HeldCaseAsync();
        var terms = new HoldTerms("Görüş bekleniyor.", "Sağlık Müdürlüğünden görüş istendi.", IstanbulTime.LegalDay(TimeProvider.System.GetUtcNow()).AddDays(5), RemindOn: null);
        (await new PutOnHoldHandler(WorkOf(_office.Writer)).HandleAsync(new PutOnHold(OfficeStories.NewCommand(), part, terms), CancellationToken.None)).Should().Be(Outcome.Accepted);
        await using var ayse = await _office.SitDownAsync(_office.Writer, "/evrak/" + AnActingOffice.Number(part), Screen.Laptop);
        var page = ayse.Page;
        await Expect(page.Locator(".hold")).ToContainTextAsync("Görüş bekleniyor.");
        await page.Keyboard.PressAsync("b");

        await Expect(page.Locator(".toast")).ToContainTextAsync("beklemeden çıkarıldı");
        await Expect(page.Locator(".hold")).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("z");
        await Expect(page.Locator(".hold")).ToContainTextAsync("Görüş bekleniyor.");
        (await StateAsync(part)).Should().Be(RoutingState.OnHold);
    }

    [Fact]
    public async Task What_was_sent_by_mistake_is_taken_back_before_the_eyes_of_the_other_unit()
    {
        var part = await _office.HeldCaseAsync();
        await ForwardAsync(part);
        await using var zeynep = await _office.SitDownAsync(_zeynep, "/kutu/kurum");
        await Expect(zeynep.Page.Locator(".rows a[data-row]")).ToHaveCountAsync(1);
        await using var ayse = await _office.SitDownAsync(_office.Writer, "/evrak/" + AnActingOffice.Number(part), Screen.Laptop);
        await ayse.Page.Keyboard.PressAsync("r");
        await ayse.Page.ArriveAtAsync("**/geri-al**");
        await Expect(ayse.Page.Locator(".countdown")).ToContainTextAsync("29.");
        await Axe.FindNothingAsync(ayse.Page);

        await ayse.Page.Keyboard.PressAsync("Control+Enter");

        await Expect(ayse.Page.Locator(".toast")).ToContainTextAsync("geri alındı");
        await Expect(zeynep.Page.GetByText("Kurum kutusunda bekleyen evrak yok")).ToBeVisibleAsync();
        zeynep.Expecting("404");
        await zeynep.Page.GotoAsync(_office.Server.Url + "/evrak/" + AnActingOffice.Number(part));
        await Expect(zeynep.Page.GetByText("Aradığınız sayfa bulunamadı")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_is_not_their_business_comes_back_with_the_reason()
    {
        var part = await _office.HeldCaseAsync();
        await ForwardAsync(part);
        await using var ayse = await _office.SitDownAsync(_office.Writer, "/kutu/iade-gelenler");
        await Expect(ayse.Page.GetByText("Size iade edilen başvuru yok")).ToBeVisibleAsync();
        await OpenAsync(part);
        await using var zeynep = await _office.SitDownAsync(_zeynep, "/evrak/" + AnActingOffice.Number(part), Screen.Laptop);
        var page = zeynep.Page;
        await page.Keyboard.PressAsync("i");
        await page.ArriveAtAsync("**/iade**");
        await Expect(page.GetByLabel("Açıklama")).ToBeEditableAsync();
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.GetByText("İade sebebini seçin.")).ToBeVisibleAsync();
        await page.GetByLabel("İade sebebi").SelectOptionAsync("Başka bir birimi ilgilendiriyor");
        await page.GetByLabel("Açıklama").FillAsync("Aydınlatma belediyenin görevidir.");
        await Axe.FindNothingAsync(page);

        await page.Keyboard.PressAsync("Control+Enter");

        await Expect(page.Locator(".toast")).ToContainTextAsync("iade edildi");
        await Expect(ayse.Page.Locator(".rows li")).ToContainTextAsync("İade eden: Ankara İl Sağlık Müdürlüğü");
        await ayse.Page.Locator(".rows a").ClickAsync();
        await Expect(ayse.Page.Locator(".timeline")).ToContainTextAsync("Aydınlatma belediyenin görevidir.");
    }

    [Fact]
    public async Task Two_before_one_case_see_each_other_and_a_desk_says_what_the_other_did()
    {
        var part = await _office.HeldCaseAsync();
        await using var ayse = await _office.SitDownAsync(_office.Writer, "/evrak/" + AnActingOffice.Number(part), Screen.Laptop);
        var second = await ayse.NewTabAsync();
        var colleague = await _office.Server.HireAsync(7, OfficerRole.CaseOfficer, _office.Unit);
        await using (var other = await _office.SitDownAsync(colleague, "/evrak/" + AnActingOffice.Number(part), Screen.Laptop))
        {
            await Expect(ayse.Page.Locator(".onlookers")).ToContainTextAsync("Ad7 Soyad");
            await Expect(other.Page.Locator(".onlookers")).ToContainTextAsync("Ad1 Soyad");
            await Axe.FindNothingAsync(ayse.Page);
        }

        await Expect(ayse.Page.Locator(".onlookers")).Not.ToContainTextAsync("Ad7 Soyad");
        await second.GotoAsync($"{_office.Server.Url}/evrak/{AnActingOffice.Number(part)}/beklet");
        await AnActingOffice.LiveAsync(second);
        await second.GetByLabel("Vatandaşa açıklama").FillAsync("Yarım kalan");
        await ForwardAsync(part);

        await Expect(second.Locator(".changes")).ToContainTextAsync("Ad1 Soyad");
        await Expect(second.GetByLabel("Vatandaşa açıklama")).ToHaveValueAsync("Yarım kalan");
        await Axe.FindNothingAsync(second);
    }

    public async Task DisposeAsync() => await _office.DisposeAsync();

    private async Task<RoutingState> StateAsync(RoutingId part)
    {
        await using var db = await _office.Server.DbAsync();
        return await db.Routings.Where(r => r.Id == part).Select(r => r.State).SingleAsync();
    }

    private async Task ForwardAsync(RoutingId part)
    {
        var handler = ActivatorUtilities.CreateInstance<ForwardCaseHandler>(_office.Server.Services, WorkOf(_office.Writer));
        var line = ReplyStories.Line(_health);
        (await handler.HandleAsync(new ForwardCase(OfficeStories.NewCommand(), part, [line]), CancellationToken.None)).Should().Be(Outcome.Accepted);
    }

    private async Task OpenAsync(RoutingId part)
    {
        var leg = RoutingId.Of(part.CaseId, part.Sequence + 1);
        (await new TakeCustodyHandler(WorkOf(_zeynep)).HandleAsync(new TakeCustody(OfficeStories.NewCommand(), leg), CancellationToken.None)).Should().Be(Outcome.Accepted);
    }

    private CaseWork WorkOf(StaffMember member) => ActivatorUtilities.CreateInstance<CaseWork>(_office.Server.Services, new Office.Acts(member.Actor));
}
