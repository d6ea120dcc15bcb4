using Bimer.Blazor.Persistence;
using Bimer.Blazor.Workspace.Forwarding;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Bimer.Tests.Journeys;

/// <summary>Many cases by keyboard: chosen, looked at, held back, one of them gone meanwhile, one taken back (B16, U39, U40).</summary>
public sealed class BulkJourney : IAsyncLifetime
{
    private AnActingOffice _office = null!;

    public async Task InitializeAsync() => _office = await AnActingOffice.OpenAsync();

    [Fact]
    public async Task Three_of_four_are_held_back_by_keyboard_and_each_is_told()
    {
        for (var i = 0; i < 4; i++) await _office.HeldCaseAsync();
        await using var ayse = await _office.SitDownAsync(_office.Writer, "/kutu/gelen", Screen.Laptop);
        var page = ayse.Page;
        await PickThreeAsync(page);
        await Axe.FindNothingAsync(page, "the choice");
        await page.Keyboard.PressAsync("b");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "3 başvuruyu beklemeye al" })).ToBeFocusedAsync();
        await WriteAsync(page);

        await ForwardAsync(await SecondOfAsync(page));
        await page.Keyboard.PressAsync("Control+Enter");

        await Expect(page.Locator(".bulk-told")).ToHaveTextAsync("2 başvuru beklemeye alındı. 1 başvuru olduğu gibi kaldı.");
        await Expect(page.Locator(".bulk-rows").First).ToContainTextAsync("Bu arada değişti, yapılamadı");
        await Expect(page.Locator("[data-row]:not(.gone)")).ToHaveCountAsync(1);
        await Axe.FindNothingAsync(page, "the results");
        await TakeBackAsync(page);
    }

    public async Task DisposeAsync() => await _office.DisposeAsync();

    private static async Task PickThreeAsync(IPage page)
    {
        await Expect(page.Locator("[data-row]")).ToHaveCountAsync(4);
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("x");
        await Expect(page.Locator(".pick-told")).ToHaveTextAsync("1 başvuru seçildi.");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("Shift+X");
        await Expect(page.Locator(".pick-told")).ToHaveTextAsync("3 başvuru seçildi.");
        await Expect(page.Locator(".pick input:checked")).ToHaveCountAsync(3);
    }

    private static async Task WriteAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Yazışma yapılıyor" }).ClickAsync();
        await page.GetByLabel("Beklenen bitiş").FillAsync(await page.GetByLabel("Beklenen bitiş").GetAttributeAsync("max") ?? "");
        await Axe.FindNothingAsync(page, "the terms");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator(".bulk-told")).ToHaveTextAsync("Seçtiğiniz 3 başvurunun tümü için yapılabilir.");
        await Axe.FindNothingAsync(page, "the preview");
    }

    private static async Task TakeBackAsync(IPage page)
    {
        await page.Locator(".bulk-rows button").First.ClickAsync();
        await Expect(page.Locator(".bulk-told")).ToHaveTextAsync("1 başvuru beklemeye alındı. 1 başvuru için vazgeçildi. 1 başvuru olduğu gibi kaldı.");
        await page.SetViewportSizeAsync(Screen.Phone.Width, Screen.Phone.Height);
        await Axe.FindNothingAsync(page, "the results on a phone");
        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(Screen.Phone.Width);
        await page.Locator(".bulk-head").GetByRole(AriaRole.Button, new() { Name = "Kapat" }).ClickAsync();
        await Expect(page.Locator("[data-row]:not(.gone)")).ToHaveCountAsync(2);
        await Axe.FindNothingAsync(page, "the choice on a phone");
    }

    private static async Task<RoutingId> SecondOfAsync(IPage page)
    {
        var address = await page.Locator("[data-row]").Nth(1).GetAttributeAsync("href");
        return RoutingId.Of(CaseNumber.Parse(address!.Split('=')[^1]).Value.CaseId, 1);
    }

    private async Task ForwardAsync(RoutingId routing)
    {
        var work = ActivatorUtilities.CreateInstance<CaseWork>(_office.Server.Services, new Office.Acts(_office.Writer.Actor));
        (await ActivatorUtilities.CreateInstance<ForwardCaseHandler>(_office.Server.Services, work).HandleAsync(
            new ForwardCase(OfficeStories.NewCommand(), routing, [ReplyStories.Line(_office.Server.Unit("Ankara İl Sağlık Müdürlüğü"))]), CancellationToken.None)).Should().Be(Outcome.Accepted);
    }
}
