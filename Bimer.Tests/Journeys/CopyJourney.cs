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

/// <summary>Bilgi Alındı by one key, its undo, and why it is not there for what came for action (S37).</summary>
public sealed class CopyJourney : IAsyncLifetime
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
    public async Task What_came_for_information_is_put_away_with_one_key_and_taken_back_with_another()
    {
        var part = await CopyAsync();
        await using var zeynep = await _office.SitDownAsync(_zeynep, "/kutu/gelen", Screen.Laptop);
        var page = zeynep.Page;
        await page.Locator("[data-row]").ClickAsync();
        var button = page.GetByRole(AriaRole.Button, new() { Name = "Bilgi Alındı", Exact = true });
        await Expect(button).ToBeVisibleAsync();
        await Axe.FindNothingAsync(page, "a copy in one's hands");

        await page.Keyboard.PressAsync("o");

        await Expect(page.Locator(".toast")).ToContainTextAsync("bilgi için gelen bölümü kapandı");
        await Expect(page.Locator(".timeline")).ToContainTextAsync("bilgi aldı");
        await Expect(button).ToBeDisabledAsync();
        await Axe.FindNothingAsync(page, "a copy that was put away");
        await page.Keyboard.PressAsync("z");
        await Expect(button).ToBeEnabledAsync();
        await Expect(page.Locator("[data-row]:not(.gone)")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task It_is_taken_back_where_it_was_recorded_too_after_its_notice_has_gone()
    {
        var part = await CopyAsync();
        await using var zeynep = await _office.SitDownAsync(_zeynep, "/evrak/" + AnActingOffice.Number(part), Screen.Phone);
        var page = zeynep.Page;
        await page.Keyboard.PressAsync("o");
        await page.Locator(".toast").GetByRole(AriaRole.Button, new() { Name = "Kapat" }).ClickAsync();
        var back = page.Locator(".timeline").GetByRole(AriaRole.Button, new() { Name = "Vazgeç: Bilgi Alındı" });
        await Expect(page.Locator(".timeline .put-away")).ToContainTextAsync("Vazgeçmek için son saat:");
        await Axe.FindNothingAsync(page, "a copy that can be taken back where it was put away");

        await back.PressAsync("Enter");

        await Expect(page.Locator(".toast")).ToContainTextAsync("yeniden kutunuzda");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Başvuru hareketleri" })).ToBeFocusedAsync();
        await Expect(back).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Bilgi Alındı", Exact = true })).ToBeEnabledAsync();
    }

    [Fact]
    public async Task A_running_act_keeps_the_window()
    {
        var part = await _office.HeldCaseAsync();
        await using var ayse = await _office.SitDownAsync(_office.Writer, "/evrak/" + AnActingOffice.Number(part), Screen.Laptop);
        (await AsksBeforeClosingAsync(ayse.Page)).Should().BeFalse();
        await ayse.Page.EvaluateAsync("document.body.insertAdjacentHTML('beforeend', '<span data-working hidden></span>')");
        (await AsksBeforeClosingAsync(ayse.Page)).Should().BeTrue();
    }

    public async Task DisposeAsync() => await _office.DisposeAsync();

    private static Task<bool> AsksBeforeClosingAsync(IPage page) => page.EvaluateAsync<bool>("() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))");

    private async Task<RoutingId> CopyAsync()
    {
        var part = await _office.HeldCaseAsync();
        var handler = ActivatorUtilities.CreateInstance<ForwardCaseHandler>(_office.Server.Services, WorkOf(_office.Writer));
        ForwardLine[] lines = [ReplyStories.Line(_office.Server.Unit("Sağlık Bakanlığı")), ReplyStories.Line(_health, RoutingPurpose.Information)];
        (await handler.HandleAsync(new ForwardCase(OfficeStories.NewCommand(), part, lines), CancellationToken.None)).Should().Be(Outcome.Accepted);
        var copy = RoutingId.Of(part.CaseId, 3);
        (await new TakeCustodyHandler(WorkOf(_zeynep)).HandleAsync(new TakeCustody(OfficeStories.NewCommand(), copy), CancellationToken.None)).Should().Be(Outcome.Accepted);
        return copy;
    }

    private CaseWork WorkOf(StaffMember member) => ActivatorUtilities.CreateInstance<CaseWork>(_office.Server.Services, new Office.Acts(member.Actor));
}
