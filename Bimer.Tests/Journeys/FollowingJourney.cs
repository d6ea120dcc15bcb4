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

/// <summary>Following with one key, its undo, and the box that lives while others work (S31, S32).</summary>
public sealed class FollowingJourney : IAsyncLifetime
{
    private AnActingOffice _office = null!;

    public async Task InitializeAsync() => _office = await AnActingOffice.OpenAsync();

    [Fact]
    public async Task A_followed_case_tells_in_the_open_box_what_somebody_else_did()
    {
        var (first, second) = (await _office.HeldCaseAsync(), await _office.HeldCaseAsync());
        await using var ayse = await _office.SitDownAsync(_office.Writer, "/evrak/" + AnActingOffice.Number(first));
        foreach (var routing in (RoutingId[])[first, second]) await FollowByKeyAsync(ayse.Page, routing);
        await Axe.FindNothingAsync(ayse.Page);
        var watching = await ayse.NewTabAsync();
        await watching.GotoAsync(_office.Server.Url + "/kutu/takip-ettiklerim");
        await AnActingOffice.LiveAsync(watching);
        await Expect(watching.Locator("[data-row]")).ToHaveCountAsync(2);
        await Axe.FindNothingAsync(watching);

        await ForwardAsync(first);

        await Expect(watching.Locator("[data-row]").First).ToContainTextAsync("Ad1 Soyad sevk etti");
        await Expect(watching.Locator("[data-row]").First).ToContainTextAsync(AnActingOffice.Number(first));

        await ayse.Page.Locator("[data-act=follow]").ClickAsync();
        await Expect(watching.Locator("[data-row]")).ToHaveCountAsync(1);
        await Expect(watching).ToHaveTitleAsync("(1) Takip Ettiklerim – Bimer");
    }

    public async Task DisposeAsync() => await _office.DisposeAsync();

    private async Task FollowByKeyAsync(IPage page, RoutingId routing)
    {
        await page.GotoAsync(_office.Server.Url + "/evrak/" + AnActingOffice.Number(routing));
        await AnActingOffice.LiveAsync(page);
        await page.Keyboard.PressAsync("t");
        await Expect(page.Locator("[data-act=follow]")).ToContainTextAsync("Başvuru Takibini Bırak");
    }

    private async Task ForwardAsync(RoutingId routing)
    {
        var work = ActivatorUtilities.CreateInstance<CaseWork>(_office.Server.Services, new Office.Acts(_office.Writer.Actor));
        var line = ReplyStories.Line(_office.Server.Unit("Ankara İl Sağlık Müdürlüğü"));
        (await new ForwardCaseHandler(work, _office.Server.Services.GetRequiredService<ForwardActs>())
            .HandleAsync(new ForwardCase(OfficeStories.NewCommand(), routing, [line]), CancellationToken.None)).Should().Be(Outcome.Accepted);
    }
}
