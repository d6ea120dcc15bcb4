using Bimer.Blazor.Persistence;
using Bimer.Blazor.Workspace.Custody;
using Bimer.Blazor.Workspace.Forwarding;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Bimer.Tests.Journeys;

/// <summary>The kind of a case corrected by keyboard where it is read, seen by others at once, and taken back (S28).</summary>
public sealed class DescribingJourney : IAsyncLifetime
{
    private AnActingOffice _office = null!;

    public async Task InitializeAsync() => _office = await AnActingOffice.OpenAsync();

    [Fact]
    public async Task A_kind_is_corrected_by_keyboard_others_see_it_at_once_and_it_is_taken_back()
    {
        var part = await _office.HeldCaseAsync();
        var police = _office.Server.Unit("Ankara İl Emniyet Müdürlüğü");
        var (zeynep, polat) = (await _office.Server.HireAsync(8, OfficerRole.CaseOfficer, _office.Server.Unit("Ankara İl Sağlık Müdürlüğü")), await _office.Server.HireAsync(9, OfficerRole.CaseOfficer, police));
        await SendToBothAsync(part, zeynep, police);
        await using var watching = await _office.SitDownAsync(polat, "/kutu/kurum");
        await using var holding = await _office.SitDownAsync(zeynep, "/evrak/" + AnActingOffice.Number(part));
        var (row, page) = (watching.Page.Locator("[data-row]"), holding.Page);
        await Expect(row).ToContainTextAsync("Şikâyet");

        await CorrectAsync(page);

        await Expect(row).ToContainTextAsync("Bilgi Edinme");
        await page.Locator(".toast").GetByRole(AriaRole.Button, new() { Name = "Vazgeç" }).ClickAsync();
        await Expect(page.Locator(".about")).ToContainTextAsync("3071 Dilekçe");
        await Expect(row).ToContainTextAsync("Şikâyet");
    }

    private static async Task CorrectAsync(IPage page)
    {
        await page.Keyboard.PressAsync("d");
        await Expect(page.Locator("#describe-kind")).ToBeVisibleAsync();
        await page.Locator("#describe-kind").SelectOptionAsync("Bilgi Edinme");
        await Expect(page.Locator("#describe-effect")).ToContainTextAsync("Tip 4982 Bilgi Edinme olur: son gün");
        await Expect(page.Locator("#describe-effect")).ToContainTextAsync("15 iş günü");
        await Axe.FindNothingAsync(page);
        await page.Keyboard.PressAsync("Control+Enter");

        await Expect(page.Locator(".toast")).ToContainTextAsync("Şikâyet → Bilgi Edinme");
        await Expect(page.Locator("[data-act=describe]")).ToBeFocusedAsync();
        await Expect(page.Locator(".about")).ToContainTextAsync("4982 Bilgi Edinme");
        await Expect(page.Locator(".timeline")).ToContainTextAsync("3071 Dilekçe → 4982 Bilgi Edinme");
    }

    [Fact]
    public async Task A_kind_that_is_bound_says_why_before_anybody_tries()
    {
        var part = await _office.HeldCaseAsync();
        await using var ayse = await _office.SitDownAsync(_office.Writer, "/evrak/" + AnActingOffice.Number(part));
        var page = ayse.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "Başvuran Bilgilerini Gizle" }).ClickAsync();
        await Expect(page.GetByText("Gizlenmiş").First).ToBeVisibleAsync();

        await page.Locator("[data-act=describe]").ClickAsync();
        await page.Locator("#describe-kind").SelectOptionAsync("İstek");

        await Expect(page.Locator("#describe-effect")).ToContainTextAsync("gizlilik yalnızca ihbar ve şikâyette vardır");
        await page.Locator("#describe-kind").SelectOptionAsync("İhbar");
        await Expect(page.Locator("#describe-effect")).Not.ToContainTextAsync("gizlilik");
        await page.Locator("#describe-priority").SelectOptionAsync("Çok İvedi");
        await page.Locator(".describe").GetByRole(AriaRole.Button, new() { Name = "Kaydet" }).ClickAsync();
        await Expect(page.Locator(".case-head .tags")).ToContainTextAsync("Çok İvedi");
        await Expect(page.Locator(".case-head .tags")).ToContainTextAsync("İhbar");
    }

    public async Task DisposeAsync() => await _office.DisposeAsync();

    private async Task SendToBothAsync(RoutingId part, StaffMember holder, UnitId other)
    {
        var services = _office.Server.Services;
        ForwardLine[] lines = [ReplyStories.Line(_office.Server.Unit("Ankara İl Sağlık Müdürlüğü")), ReplyStories.Line(other)];
        (await new ForwardCaseHandler(WorkOf(_office.Writer), services.GetRequiredService<ForwardActs>())
            .HandleAsync(new ForwardCase(OfficeStories.NewCommand(), part, lines), CancellationToken.None)).Should().Be(Outcome.Accepted);
        (await new TakeCustodyHandler(WorkOf(holder)).HandleAsync(new TakeCustody(OfficeStories.NewCommand(), RoutingId.Of(part.CaseId, 2)), CancellationToken.None))
            .Should().Be(Outcome.Accepted);
    }

    private CaseWork WorkOf(StaffMember member) => ActivatorUtilities.CreateInstance<CaseWork>(_office.Server.Services, new Office.Acts(member.Actor));
}
