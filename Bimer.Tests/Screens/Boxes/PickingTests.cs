using System.Globalization;
using AngleSharp.Dom;
using Bimer.Blazor.Workspace;
using Bimer.Blazor.Workspace.Inbox;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using Bunit;
using FluentAssertions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.Screens.Boxes;

/// <summary>Choosing rows of a box that lives meanwhile (U39, U40).</summary>
public sealed class PickingTests : IAsyncLifetime
{
    private const int Cases = BoxSlice.PageSize + 4;
    private static readonly TimeSpan _atMost = TimeSpan.FromSeconds(30);

    private Office _office = null!;
    private BunitContext _browser = null!;
    private Actor _ayse = null!;
    private IReadOnlyList<RoutingId> _held = [];

    // Not in InitializeAsync: what an asynchronous method sets ends with it.
    public PickingTests() => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("tr-TR");

    public async Task InitializeAsync()
    {
        _office = await Office.OpenAsync(Kind.Sqlite);
        var ankara = _office.Unit("Ankara Valiliği");
        _ayse = await _office.HireAsync(1, OfficerRole.CaseOfficer, ankara);
        _held = await _office.HoldManyAsync(_ayse, ankara, Cases);
        _browser = ABoxScreen.Of(_office, new Office.Acts(_ayse), _ayse);
    }

    [Fact]
    public async Task What_is_chosen_is_told_with_its_exact_scope_and_lives_through_bells_and_further_pages()
    {
        var page = Open(Box.Mine);
        page.Find(".list-age").TextContent.Should().Contain("En eskisi 0 günlük").And.Contain("En yakın süre").And.Contain("30 gün kaldı");
        page.FindAll(".pick").Should().BeEmpty("who does not choose pays for no boxes");
        await page.Find("[data-act=pick]").ClickAsync(new());
        Told(page).Should().StartWith("Seçili başvuru yok.");

        await TickAsync(page, 2);
        await TickAsync(page, 5, shift: true);
        Told(page).Should().Be("4 başvuru seçildi.");
        await page.Find("[data-act=pick-all]").ChangeAsync(new() { Value = true });
        Told(page).Should().Be("Listede görünen 50 başvurunun tümü seçildi; kutuda başkaları da var.");
        await ButtonOf(page, "Kutudakilerin tümünü seç (54)").ClickAsync(new());
        Told(page).Should().Be("Tümünü seçtiğinizde kutuda olan 54 başvuru seçildi.");

        (await ForwardAsync(RowOf(page, 0))).Should().Be(Outcome.Accepted);
        page.WaitForAssertion(() => page.Find("h1").TextContent.Should().Contain("53 başvuru"), _atMost);
        await page.Find(".pager button").ClickAsync(new());
        page.WaitForAssertion(() => page.FindAll("[data-row]").Should().HaveCount(Cases - 1), _atMost);
        page.FindAll(".pick input").Should().OnlyContain(box => box.HasAttribute("checked"));
        Told(page).Should().Be("Tümünü seçtiğinizde kutuda olan 54 başvuru seçildi.", "what left meanwhile is told when something is done");

        await page.Find("[data-act=pick-end]").ClickAsync(new());
        page.FindAll(".pick").Should().BeEmpty();
    }

    [Fact]
    public async Task An_act_over_the_choice_is_looked_at_done_told_and_no_longer_chosen()
    {
        var page = Open(Box.Mine);
        await page.Find("[data-act=pick]").ClickAsync(new());
        for (var row = 0; row < 3; row++) await TickAsync(page, row);
        var meanwhile = RowOf(page, 1);
        await page.Find(".pick-acts [data-act=follow]").ClickAsync(new());
        page.WaitForAssertion(() => page.Find(".bulk-told").TextContent.Should().Be("Seçtiğiniz 3 başvurunun tümü için yapılabilir."), _atMost);

        await ForwardAsync(meanwhile);
        await page.Find(".bulk [data-act=send]").ClickAsync(new());

        page.WaitForAssertion(() => page.Find(".bulk-told").TextContent.Should().Be("3 başvuru takibe alındı."), _atMost);   // who sent it on may watch it still
        Told(page).Should().StartWith("Seçili başvuru yok.");
        await ButtonOf(page, "Vazgeç", 0).ClickAsync(new());
        page.WaitForAssertion(() => page.Find(".bulk-told").TextContent.Should().Be("2 başvuru takibe alındı. 1 başvuru için vazgeçildi."), _atMost);
    }

    [Fact]
    public async Task What_was_typed_is_there_again_after_a_look_at_a_case()
    {
        var page = Open(Box.Mine);
        await page.Find("[data-act=pick]").ClickAsync(new());
        await TickAsync(page, 0);
        await page.Find(".pick-acts [data-act=hold]").ClickAsync(new());
        await page.Find("#bulk-reason").InputAsync(new() { Value = "Görüş istendi." });

        page.Render(parameters => parameters.Add(p => p.Box, Box.Mine).Add(p => p.Beside, new CaseNumber(_held[0].CaseId).ToString()));
        page.Find(".bulk").ParentElement!.HasAttribute("hidden").Should().BeTrue("the case stands there now");
        await ButtonOf(page, "Yarım kalan işleme dön").ClickAsync(new());
        page.Render(parameters => parameters.Add(p => p.Box, Box.Mine).Add(p => p.Beside, null));

        page.Find(".bulk").ParentElement!.HasAttribute("hidden").Should().BeFalse();
        page.Find("#bulk-reason").GetAttribute("value").Should().Be("Görüş istendi.");
    }

    [Fact]
    public async Task What_was_typed_goes_on_with_a_row_that_was_forgotten_and_into_another_box()
    {
        var page = Open(Box.Mine);
        await page.Find("[data-act=pick]").ClickAsync(new());
        await TickAsync(page, 0);
        await page.Find(".pick-acts [data-act=hold]").ClickAsync(new());
        await page.Find("#bulk-reason").InputAsync(new() { Value = "Görüş istendi." });

        await TickAsync(page, 1);
        await page.Find(".pick-acts [data-act=hold]").ClickAsync(new());
        page.Find("#bulk-title").TextContent.Should().StartWith("2 ");
        page.Find("#bulk-reason").GetAttribute("value").Should().Be("Görüş istendi.");

        var other = _browser.Render<BoxPanel>(parameters => parameters.Add(p => p.Box, Box.Mine));
        await ButtonOf(other, "Yarım kalan işleme dön").ClickAsync(new());
        other.Find("#bulk-reason").GetAttribute("value").Should().Be("Görüş istendi.");
    }

    [Fact]
    public async Task The_priority_chosen_last_is_that_of_every_recipient()
    {
        BulkAct? ready = null;
        var form = _browser.Render<BulkForwardForm>(parameters => parameters.Add(p => p.OnReady, act => ready = act));
        var unit = _office.Unit("Ankara İl Sağlık Müdürlüğü");
        await form.InvokeAsync(() => form.FindComponent<UnitPicker>().Instance.PickedChanged.InvokeAsync(new UnitHit(unit, "1", "Ankara İl Sağlık Müdürlüğü", Under: null)));
        await form.FindAll(".form-actions button")[0].ClickAsync(new());

        await form.Find("#bulk-priority").ChangeAsync(new() { Value = nameof(Priority.Urgent) });
        await form.Find("[data-act=send]").ClickAsync(new());

        ready.Should().BeOfType<BulkAct.Forward>().Which.Lines.Should().ContainSingle().Which.Priority.Should().Be(Priority.Urgent);
    }

    [Fact]
    public void Before_many_are_held_each_text_stands_under_the_name_of_who_reads_it()
    {
        var act = new BulkAct.Hold(new HoldTerms("Yazışma yapılıyor.", "Görüş istendi.", new DateOnly(2026, 3, 12), new DateOnly(2026, 3, 10)));

        var effect = _browser.Render<BulkEffect>(parameters => parameters.Add(p => p.Verb, BulkVerb.Hold).Add(p => p.Act, act).Add(p => p.DueBefore, 2));

        effect.FindAll("dt").Select(dt => dt.TextContent).Should().Equal("Vatandaşa açıklama", "Sebep", "Beklenen bitiş", "Hatırlatma günü");
        effect.FindAll("dd").Select(dd => dd.TextContent).Should().Equal("Yazışma yapılıyor.", "Görüş istendi.", "12 Mart 2026 Perşembe", "10 Mart 2026 Salı");
        effect.Find("[role=status]").TextContent.Should().Contain("2 tanesinin yasal son günü");
    }

    [Fact]
    public async Task The_units_box_offers_no_act_over_many()
    {
        await _office.FileAsync(_office.Unit("Ankara Valiliği"));

        var page = Open(Box.Unit);

        page.FindAll("[data-act=pick]").Should().BeEmpty("to open is to read and to hold, one at a time");
    }

    public async Task DisposeAsync()
    {
        await _browser.DisposeAsync();
        await _office.DisposeAsync();
    }

    private Task<Outcome> ForwardAsync(RoutingId routing) => _office.ForwardAsync(_ayse, routing, null, ReplyStories.Line(_office.Unit("Ankara İl Sağlık Müdürlüğü")));

    private IRenderedComponent<BoxPanel> Open(Box box)
    {
        _browser.Services.GetRequiredService<NavigationManager>().NavigateTo(box.Address);
        var page = _browser.Render<BoxPanel>(parameters => parameters.Add(p => p.Box, box));
        page.WaitForAssertion(() => page.FindAll("[data-row]").Should().NotBeEmpty(), _atMost);
        return page;
    }

    private static Task TickAsync(IRenderedComponent<BoxPanel> page, int row, bool shift = false) =>
        page.FindAll(".pick input")[row].ClickAsync(new MouseEventArgs { ShiftKey = shift });

    private static string Told(IRenderedComponent<BoxPanel> page) => page.Find(".pick-told").TextContent;

    private static IElement ButtonOf(IRenderedComponent<BoxPanel> page, string word, int at = 0) =>
        page.FindAll("button").Where(button => string.Equals(button.TextContent.Trim(), word, StringComparison.Ordinal)).ElementAt(at);

    private RoutingId RowOf(IRenderedComponent<BoxPanel> page, int at) =>
        _held.Single(id => page.FindAll("[data-row]")[at].GetAttribute("href")!.EndsWith(new CaseNumber(id.CaseId).ToString(), StringComparison.Ordinal));
}
