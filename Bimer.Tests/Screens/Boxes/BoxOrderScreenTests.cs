using System.Globalization;
using Bimer.Blazor.Workspace.Inbox;
using Bimer.Blazor.Workspace.Inbox.Filtering;
using Bimer.Blazor.Workspace.Inbox.Sorting;
using Bimer.Domain.Cases;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using Bunit;
using FluentAssertions;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.Screens.Boxes;

/// <summary>The order of a box in its headings, in words over the list, in the address and in the memory of its reader.</summary>
public sealed class BoxOrderScreenTests
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    public BoxOrderScreenTests() => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("tr-TR");

    [Fact]
    public async Task A_heading_puts_the_box_in_order_by_its_address_and_it_is_there_again_without_one()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite);
        var (first, second, ayse) = await TwoCasesAsync(office);
        await using var browser = ABoxScreen.Of(office, new Office.Acts(ayse), ayse);
        var page = Render(browser, "/kutu/gelen?tur=istek,sikayet&sutun=bdgk");
        Head(page, "Kalan süre").Sort.Should().BeNull("its column is not shown");
        Now(page).Should().Be("Sıra: Kalan süre – son günü en yakın olan önce");

        var (sort, link) = Head(page, "Sayı");
        (sort, link).Should().Be(("none", "/kutu/gelen?tur=istek,sikayet&sutun=bdgk&sira=sayi"));
        await page.Find(".table-head a[href*='sira=sayi']").ClickAsync(new());
        Go(browser, link!);
        page.WaitForAssertion(() => Head(page, "Sayı").Should().Be(("ascending", "/kutu/gelen?tur=istek,sikayet&sutun=bdgk&sira=sayi-ters")), _patience);
        Numbers(page).Should().Equal(first, second);

        Go(browser, "/kutu/gelen?sira=sayi-ters");
        page.WaitForAssertion(() => Numbers(page).Should().Equal(second, first), _patience);
        page.FindAll(".chips.asked a").Should().BeEmpty("an order leaves nothing out");
        Go(browser, "/kutu/gelen");
        page.WaitForAssertion(() => Now(page).Should().Be("Sıra: Sayı – küçük sayı önce", "that was chosen here last; the other stood in an address alone"), _patience);
        Go(browser, "/kutu/gelen?sira=sure&tur=istek");
        page.WaitForAssertion(() => Now(page).Should().StartWith("Sıra: Kalan süre"), _patience);
        page.FindAll(".kinds a").Should().OnlyContain(chip => chip.GetAttribute("href")!.Contains("sira=sure", StringComparison.Ordinal), "who reads it in its own order goes on doing so");
    }

    [Fact]
    public async Task The_applicants_heading_says_why_it_is_no_link_and_so_does_a_box_that_is_too_long()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite, services => services.AddSingleton(new SortLimits(1)));
        var (first, second, ayse) = await TwoCasesAsync(office);
        await using var browser = ABoxScreen.Of(office, new Office.Acts(ayse), ayse);
        var page = Render(browser, "/kutu/gelen?sira=sayi-ters&sutun=bgj");

        page.FindAll(".table-head a").Should().BeEmpty();
        page.FindAll("[role=columnheader]").Select(head => head.TextContent.Trim()).Should().Equal(
            "Sayı: Bu kutuda 1 satırdan fazlası var; yalnızca kendi sırasıyla gösterilir. Filtreyle daraltınca başka sıralar da seçilebilir.",
            "Başvuran: Başvurana göre sıralanmaz: adın sırası, gizlenmiş bir kimliği ele verebilir.",
            "Kalan süre: Bu kutuda 1 satırdan fazlası var; yalnızca kendi sırasıyla gösterilir. Filtreyle daraltınca başka sıralar da seçilebilir.");
        Now(page).Should().Be("Sıra: Kalan süre – son günü en yakın olan önce", "what was asked for is not what is shown");
        page.Find(".sorter .hint").TextContent.Should().Be("Seçtiğiniz sıra (Sayı – büyük sayı önce) burada uygulanmadı: kutuda 1 satırdan fazlası var. Filtreyle daraltınca uygulanır.");
        Numbers(page).Should().Equal(first, second);

        Go(browser, "/kutu/gelen?tur=istek&sira=sayi-ters&sutun=bg");
        page.WaitForAssertion(() => Head(page, "Sayı").Sort.Should().Be("descending"), _patience);
        page.FindAll(".sorter .hint").Should().BeEmpty();
    }

    [Fact]
    public async Task Over_lines_the_order_is_chosen_from_a_list_that_names_every_order_and_no_applicant()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite);
        var (_, _, ayse) = await TwoCasesAsync(office);
        await using var browser = ABoxScreen.Of(office, new Office.Acts(ayse), ayse);
        var page = Render(browser, "/kutu/gelen");
        page.FindAll(".table-head").Should().BeEmpty();

        page.Find(".sort-now").Click();

        page.FindAll(".orders a").Select(link => link.TextContent).Should().Equal(
            "Tersine çevir: son günü en uzak olan önce", "Kalan süre – son günü en yakın olan önce", "Tarih – en yeni kayıt önce", "Sayı – küçük sayı önce", "Tür – istekler önce", "Tip – 3071 önce",
            "Başvuru yolu – internetten gelen önce", "Öncelik – çok ivedi olan önce", "Geçen süre – en çok bekleyen önce", "Kurum/birim – A’dan Z’ye");
        page.Find(".orders a[aria-current=true]").TextContent.Should().StartWith("Kalan süre");
        page.Find(".orders").TextContent.Should().Contain("Başvurana göre sıralanmaz").And.Contain("sevk edilmemiş bilgi edinme başvuruları en önde");
    }

    private static async Task<(string First, string Second, Actor Ayse)> TwoCasesAsync(Office office)
    {
        var ankara = office.Unit("Ankara Valiliği");
        var ayse = await office.HireAsync(1, OfficerRole.CaseOfficer, ankara);
        var (first, second) = (await office.FileAsync(ankara, CaseKind.Request), await office.FileAsync(ankara));
        foreach (var each in (CaseFile[])[first, second]) await office.OpenAsync(ayse, each.Routings[0].Id);
        return (new CaseNumber(first.Id).ToString(), new CaseNumber(second.Id).ToString(), ayse);
    }

    private static IRenderedComponent<BoxPanel> Render(BunitContext browser, string address)
    {
        browser.JSInterop.Mode = JSRuntimeMode.Loose;
        Go(browser, address);
        var page = browser.Render<BoxPanel>(own => own.Add(panel => panel.Box, Box.Mine));
        page.WaitForAssertion(() => page.FindAll("a[data-row]").Should().HaveCount(2), _patience);
        return page;
    }

    private static void Go(BunitContext browser, string address) => browser.Services.GetRequiredService<NavigationManager>().NavigateTo(address);

    private static string Now(IRenderedComponent<BoxPanel> page) => page.Find(".sort-now").TextContent.Trim();

    private static (string? Sort, string? Link) Head(IRenderedComponent<BoxPanel> page, string word)
    {
        var head = page.FindAll("[role=columnheader]").FirstOrDefault(head => head.TextContent.Trim().StartsWith(word, StringComparison.Ordinal));
        return (head?.GetAttribute("aria-sort"), head?.QuerySelector("a")?.GetAttribute("href"));
    }

    private static IEnumerable<string> Numbers(IRenderedComponent<BoxPanel> page) => page.FindAll("a[data-row] .as-row .cell:nth-child(2), a[data-row] .row-meta .num").Select(cell => cell.TextContent.Split(':')[^1].Trim()).Distinct(StringComparer.Ordinal);
}
