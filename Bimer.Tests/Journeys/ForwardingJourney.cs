using AngleSharp.Html.Parser;
using Bimer.Domain.Cases;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Bimer.Tests.Journeys;

/// <summary>Forwarding with the mouse removed (S36–S39, U5).</summary>
public sealed class ForwardingJourney : IAsyncLifetime
{
    private AnActingOffice _office = null!;

    public async Task InitializeAsync() => _office = await AnActingOffice.OpenAsync();

    [Fact]
    public async Task A_petition_goes_to_three_units_by_keyboard_alone()
    {
        var routing = await _office.HeldCaseAsync();
        await using var ayse = await _office.SitDownAsync(_office.Writer, $"/evrak/{AnActingOffice.Number(routing)}/sevk");
        var page = ayse.Page;

        await PickAsync(page, "saglik ankara", "Ankara İl Sağlık Müdürlüğü");
        await PressOnAsync(page, "Ekle");
        await Expect(page.Locator(".recipients li")).ToHaveCountAsync(1);
        await PickAsync(page, "ANKARA EMNİYET", "Ankara İl Emniyet Müdürlüğü");
        await PressOnAsync(page, "Ekle");
        await Expect(page.Locator(".recipients li")).ToHaveCountAsync(2);
        await page.GetByRole(AriaRole.Button, new() { Name = "Ne görecekler?" }).ClickAsync();
        await Expect(page.Locator("dialog[open]")).ToContainTextAsync("Zimmetine aldıktan sonra");
        await Axe.FindNothingAsync(page);
        await page.Keyboard.PressAsync("Control+Enter");   // a preview sends nothing: what would lies behind it
        await page.Keyboard.PressAsync("Escape");
        await PickAsync(page, "cankaya kaym", "Çankaya Kaymakamlığı");
        await page.Keyboard.PressAsync("Control+Enter");

        await page.ArriveAtAsync("**/kutu/gelen");
        await Expect(page.Locator(".toast")).ToContainTextAsync("3 birime sevk edildi");
        await using var db = await _office.Server.DbAsync();
        (await db.Routings.CountAsync(r => r.CaseId == routing.CaseId && r.EndedAt == null)).Should().Be(3);
    }

    [Fact]
    public async Task Nothing_can_be_typed_before_somebody_listens()
    {
        var address = $"/evrak/{AnActingOffice.Number(await _office.HeldCaseAsync())}/sevk";
        await using var ayse = await _office.SitDownAsync(_office.Writer, address);
        await Expect(ayse.Page.Locator("#unit")).ToBeEditableAsync();
        await Expect(ayse.Page.Locator("#note")).ToBeEditableAsync();

        var asSent = new HtmlParser().ParseDocument(await (await ayse.Page.APIRequest.GetAsync(_office.Server.Url + address)).TextAsync());

        foreach (var field in (string[])["#unit", "#note"]) asSent.QuerySelector(field)!.HasAttribute("readonly").Should().BeTrue("{0} has nobody behind it yet", field);
    }

    [Fact]
    public async Task A_refusal_stands_at_its_line_and_nothing_typed_is_lost()
    {
        var routing = await _office.HeldCaseAsync();
        await using var ayse = await _office.SitDownAsync(_office.Writer, $"/evrak/{AnActingOffice.Number(routing)}/sevk");
        var page = ayse.Page;
        await PickAsync(page, "ankara valiligi", "Ankara Valiliği");
        await page.GetByLabel("Açıklama").FillAsync("Aydınlatma yönünden incelenmesi rica olunur.");

        await page.GetByRole(AriaRole.Button, new() { Name = "Ekle", Exact = true }).ClickAsync();

        await Expect(page.Locator("#unit-error")).ToContainTextAsync("Ankara Valiliği");
        await Expect(page.GetByLabel("Açıklama")).ToHaveValueAsync("Aydınlatma yönünden incelenmesi rica olunur.");
        await PickAsync(page, "ankara il sağlık", "Ankara İl Sağlık Müdürlüğü");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ekle", Exact = true }).ClickAsync();
        await Expect(page.Locator(".recipients li")).ToContainTextAsync("Aydınlatma yönünden");
    }

    [Fact]
    public async Task The_list_and_what_was_being_typed_are_there_after_a_reload()
    {
        var routing = await _office.HeldCaseAsync();
        await using var ayse = await _office.SitDownAsync(_office.Writer, $"/evrak/{AnActingOffice.Number(routing)}/sevk");
        var page = ayse.Page;
        await ChooseTopicsAsync(page, "aydınlatma", "yol ve");
        await PickAsync(page, "saglik ankara", "Ankara İl Sağlık Müdürlüğü");
        await PressOnAsync(page, "Ekle");
        await PickAsync(page, "cankaya kaym", "Çankaya Kaymakamlığı");
        await page.GetByLabel("Açıklama").FillAsync("Yarım kalan");
        await Expect(page.Locator("#list-state")).ToContainTextAsync("Taslak kaydedildi");

        await page.ReloadAsync();

        await AnActingOffice.LiveAsync(page);
        await Expect(page.Locator(".recipients li")).ToContainTextAsync("Ankara İl Sağlık Müdürlüğü");
        await Expect(page.Locator("#unit")).ToHaveValueAsync("Çankaya Kaymakamlığı");
        await Expect(page.GetByLabel("Açıklama")).ToHaveValueAsync("Yarım kalan");
        await Expect(Topics(page)).ToHaveCountAsync(2);
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator(".toast")).ToContainTextAsync("2 birime sevk edildi");
        await using var db = await _office.Server.DbAsync();
        (await db.DeskDrafts.CountAsync()).Should().Be(0);
        (await db.Movements.SingleAsync(m => m.Kind == MovementKind.TopicsChanged)).Topics.Should().Be("+12.07 +12.02");
    }

    [Fact]
    public async Task A_unit_is_kept_from_a_case_and_the_nearest_above_it_is_proposed()
    {
        var routing = await _office.HeldCaseAsync();
        await using var ayse = await _office.SitDownAsync(_office.Writer, $"/evrak/{AnActingOffice.Number(routing)}/sevk");
        var page = ayse.Page;
        await PickAsync(page, "izmir sağlık", "İzmir İl Sağlık Müdürlüğü");

        await page.GetByRole(AriaRole.Button, new() { Name = "Gönderilmeyecek Kurum", Exact = true }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Gönderilmeyecek Kurumlar" })).ToContainTextAsync("İzmir İl Sağlık Müdürlüğü");
        await Expect(page.Locator("#unit")).ToHaveValueAsync("İzmir Valiliği");
        await Axe.FindNothingAsync(page);
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator(".toast")).ToContainTextAsync("İzmir Valiliği");
        await page.GotoAsync(_office.Server.Url + "/evrak/" + AnActingOffice.Number(routing));
        await AnActingOffice.LiveAsync(page);   // not while the circuit draws over what came with the page
        await Expect(page.Locator(".card", new() { HasText = "Gönderilmeyecek Kurumlar" })).ToContainTextAsync("İzmir İl Sağlık Müdürlüğü");
        await Axe.FindNothingAsync(page);
    }

    [Fact]
    public async Task A_unit_the_complaint_names_is_kept_from_it_by_one_click()
    {
        var routing = await _office.HeldCaseAsync(text: "Çankaya Kaymakamlığına gittim, memur beni dinlemedi. Belediye de ilgilenmedi.");
        await using var ayse = await _office.SitDownAsync(_office.Writer, $"/evrak/{AnActingOffice.Number(routing)}/sevk");
        var named = ayse.Page.Locator(".advice:not(.topic-advice) .btn");
        await Expect(named).ToHaveCountAsync(1);
        await Expect(named).ToContainTextAsync("metinde: Çankaya Kaymakamlığına");
        await Axe.FindNothingAsync(ayse.Page);

        await named.PressAsync("Enter");

        await Expect(named).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(ayse.Page.GetByRole(AriaRole.Region, new() { Name = "Gönderilmeyecek Kurumlar" })).ToContainTextAsync("Çankaya Kaymakamlığı");
        await named.PressAsync("Enter");
        await Expect(ayse.Page.GetByRole(AriaRole.Region, new() { Name = "Gönderilmeyecek Kurumlar" })).Not.ToContainTextAsync("Çankaya Kaymakamlığı");
    }

    public async Task DisposeAsync() => await _office.DisposeAsync();

    private static ILocator Topics(IPage page) => page.GetByRole(AriaRole.List, new() { Name = "Seçilen konular" }).Locator("li");

    private static async Task ChooseTopicsAsync(IPage page, params string[] typed)
    {
        await TabToAsync(page, "konu");
        foreach (var word in typed)
        {
            await page.Keyboard.TypeAsync(word);
            await Expect(page.Locator("[role=option]").First).ToBeVisibleAsync();
            await page.Keyboard.PressAsync("Enter");
            await Expect(page.Locator("#konu")).ToHaveValueAsync("");
        }

        await Expect(Topics(page)).ToHaveCountAsync(typed.Length);
    }

    private static async Task PickAsync(IPage page, string typed, string meant)
    {
        await TabToAsync(page, "unit");
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync(typed);
        await Expect(page.Locator("[role=option]").First).ToContainTextAsync(meant);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#unit")).ToHaveValueAsync(meant);
    }

    private static async Task PressOnAsync(IPage page, string button)
    {
        for (var i = 0; i < 12 && !await IsFocusedAsync(page, "e.textContent.trim()", button); i++) await page.Keyboard.PressAsync("Tab");
        (await IsFocusedAsync(page, "e.textContent.trim()", button)).Should().BeTrue("Tab reaches {0}", button);
        await page.Keyboard.PressAsync("Enter");
    }

    private static async Task TabToAsync(IPage page, string id)
    {
        for (var i = 0; i < 60 && !await IsFocusedAsync(page, "e.id", id); i++) await page.Keyboard.PressAsync("Tab");
        (await IsFocusedAsync(page, "e.id", id)).Should().BeTrue("Tab reaches {0}", id);
    }

    private static Task<bool> IsFocusedAsync(IPage page, string what, string value) =>
        page.EvaluateAsync<bool>($"value => (e => {what})(document.activeElement) === value", value);
}
