using Bimer.Domain.Cases;
using Bimer.Tests.Given;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Bimer.Tests.Screens.Boxes;

/// <summary>Somebody looks for what they need: by words over all they may see, by the palette, by a view kept before.</summary>
public sealed class FindingJourney : IAsyncLifetime
{
    private UnitDesk _desk = null!;
    private IPage _page = null!;

    public async Task InitializeAsync()
    {
        _desk = await UnitDesk.OpenAsync(cases: 2);
        _page = _desk.Zeynep.Page;
    }

    [Fact]
    public async Task A_search_is_one_key_away_and_stands_in_the_address()
    {
        await _page.Keyboard.PressAsync("/");
        await _page.ArriveAtAsync("**/ara");
        var field = _page.GetByRole(AriaRole.Searchbox);
        await Expect(_page.GetByText("Ne aramak istiyorsunuz?")).ToBeVisibleAsync();
        await UnitDesk.LiveAsync(_desk.Zeynep);
        await field.FillAsync("LAMBALARI sokak");
        await _page.Keyboard.PressAsync("Enter");
        await _page.ArriveAtAsync("**/ara?q=LAMBALARI%20sokak");
        await Expect(_page.GetByText("Bu kelimelerle başvuru bulunamadı")).ToBeVisibleAsync();   // it stands inside envelopes
        await field.FillAsync(_desk.Cases[0].NumberOf());
        await _page.Keyboard.PressAsync("Enter");
        await Expect(Rows).ToHaveCountAsync(1);
        await Expect(Rows.First).Not.ToContainTextAsync("lamba");   // nobody reads an envelope by searching
        await Rows.First.ClickAsync();
        await _page.GetByRole(AriaRole.Button, new() { Name = "Aç ve zimmetime al" }).ClickAsync();
        await Expect(_page.GetByRole(AriaRole.Heading, new() { Name = "Başvuru metni" })).ToBeVisibleAsync();
        await OpenedNowAsync();
        await AskOtherwiseAsync(field);
    }

    private async Task OpenedNowAsync()
    {
        await _page.GotoAsync($"{_desk.Server.Url}/ara?q=LAMBALARI%20arz");
        await Expect(Rows).ToHaveCountAsync(1);
        await Expect(Rows.First.Locator(".row-found mark")).ToHaveTextAsync(["lambalar", "arz"]);
        await _page.GotoAsync($"{_desk.Server.Url}/ara?q=LAMBALARI%20sokak");
        await Expect(Rows).ToHaveCountAsync(1);
        await Expect(Rows.First.Locator(".row-sub mark")).ToHaveTextAsync(["Sokak", "lambalar"]);
        await Expect(_page.Locator(".row-found")).ToHaveCountAsync(0);   // the summary says it
        await UnitDesk.LiveAsync(_desk.Zeynep);
        await Axe.FindNothingAsync(_page, "the search");
    }

    private async Task AskOtherwiseAsync(ILocator field)
    {
        await _desk.Server.FileAsync(_desk.Unit, CaseKind.TipOff);
        await _page.GetByRole(AriaRole.Link, new() { Name = "En uygun" }).ClickAsync();
        await _page.ArriveAtAsync("**/ara?q=LAMBALARI%20sokak&sira=uygun");
        await Expect(Rows).ToHaveCountAsync(1);
        await field.FillAsync("<b>%");
        await _page.Keyboard.PressAsync("Enter");
        await Expect(_page.GetByText("Bu kelimelerle başvuru bulunamadı")).ToBeVisibleAsync();
        await field.FillAsync(new string('x', 300));
        await _page.Keyboard.PressAsync("Enter");
        await Expect(_page.GetByRole(AriaRole.Alert)).ToContainTextAsync("en çok 200 karakter");
        await _page.GoBackAsync();
        await Expect(Rows).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task One_key_finds_boxes_acts_and_cases_and_offers_nothing_that_cannot_be_done()
    {
        await _page.Keyboard.PressAsync("Control+k");
        var field = _page.GetByRole(AriaRole.Combobox, new() { Name = "Başvuru, kutu veya işlem ara…" });
        await Expect(field).ToBeFocusedAsync();
        await Expect(Options.Filter(new() { HasText = "Kutuyu filtrele" })).ToHaveCountAsync(1);
        await Expect(Options.Filter(new() { HasText = "Cevapla" })).ToHaveCountAsync(0);
        await Expect(Options.Filter(new() { HasText = "Onay Bekleyenler" })).ToHaveCountAsync(0);
        await Axe.FindNothingAsync(_page, "the palette");

        await field.FillAsync("BEKLEMEYE al");
        await Expect(Options.First).ToHaveAttributeAsync("aria-selected", "true");
        await _page.Keyboard.PressAsync("Enter");
        await _page.ArriveAtAsync("**/kutu/beklemeye-aldiklarim");
        await Expect(_page.GetByRole(AriaRole.Heading, new() { Name = "Beklemeye Aldıklarım" })).ToBeVisibleAsync();

        await _page.Keyboard.PressAsync("Control+k");
        await field.FillAsync(_desk.Cases[0].NumberOf().Replace("-", "", StringComparison.Ordinal));
        await Expect(Options.First).ToHaveTextAsync(_desk.Cases[0].NumberOf() + " sayılı başvuruyu aç");
        await _page.Keyboard.PressAsync("Enter");
        await _page.ArriveAtAsync("**/evrak/" + _desk.Cases[0].NumberOf());
    }

    [Fact]
    public async Task A_narrowed_box_is_kept_under_a_name_and_is_one_click_away_for_all_of_the_unit()
    {
        await Chip("Şikâyet").ClickAsync();
        await _page.ArriveAtAsync("**/kutu/kurum?tur=sikayet");
        await _page.GetByRole(AriaRole.Button, new() { Name = "Görünümler" }).ClickAsync();
        await _page.GetByRole(AriaRole.Button, new() { Name = "Görünümü kaydet" }).ClickAsync();
        await Expect(_page.GetByRole(AriaRole.Alert)).ToContainTextAsync("60 karakterlik bir ad");
        await Axe.FindNothingAsync(_page, "the views");
        await _page.GetByLabel("Bu görünümün adı").FillAsync("Lamba şikâyetleri");
        await _page.GetByLabel("Kimin için").SelectOptionAsync($"{_desk.Unit.Value}");
        await _page.GetByRole(AriaRole.Button, new() { Name = "Görünümü kaydet" }).ClickAsync();
        await Expect(_page.GetByRole(AriaRole.Link, new() { Name = "Lamba şikâyetleri" })).ToHaveAttributeAsync("aria-current", "true");

        var other = _desk.Mehmet.Page;
        await other.ReloadAsync();
        await UnitDesk.LiveAsync(_desk.Mehmet);
        await other.GetByRole(AriaRole.Link, new() { Name = "Lamba şikâyetleri" }).ClickAsync();
        await other.ArriveAtAsync("**/kutu/kurum?tur=sikayet");
        await DropSharedAsync();
    }

    /// <summary>Escape takes back the name that is being changed, then the question, and the dialog stays.</summary>
    private async Task EscapeAsync()
    {
        var name = _page.Locator(".view-list input");
        await name.FillAsync("Lambalar");
        await name.PressAsync("Escape");
        await Expect(name).ToHaveValueAsync("Lamba şikâyetleri");
        await _page.GetByRole(AriaRole.Button, new() { Name = "“Lamba şikâyetleri” görünümünü sil" }).ClickAsync();
        var asked = _page.GetByText("“Lamba şikâyetleri” birimde çalışan herkesin görünümüdür.");
        await Expect(asked).ToBeVisibleAsync();
        await _page.Keyboard.PressAsync("Escape");
        await Expect(asked).ToBeHiddenAsync();
        await Expect(_page.Locator("#views")).ToBeVisibleAsync();
    }

    /// <summary>Others have it too, so it is asked for first.</summary>
    private async Task DropSharedAsync()
    {
        await _page.GetByRole(AriaRole.Button, new() { Name = "Görünümler" }).ClickAsync();
        await Expect(_page.Locator("#view-name")).ToBeFocusedAsync();
        await EscapeAsync();
        await _page.GetByRole(AriaRole.Button, new() { Name = "“Lamba şikâyetleri” görünümünü sil" }).ClickAsync();
        await Expect(_page.GetByRole(AriaRole.Button, new() { Name = "Yine de sil" })).ToBeFocusedAsync();
        await Axe.FindNothingAsync(_page, "the question before deleting");
        await _page.Keyboard.PressAsync("Enter");
        await Expect(_page.GetByRole(AriaRole.Link, new() { Name = "Lamba şikâyetleri" })).ToHaveCountAsync(0);
    }

    private ILocator Options => _page.Locator("#palette-options [role=option]");

    private ILocator Rows => _page.Locator("[data-row]");

    private ILocator Chip(string word) => _page.Locator(".kinds .chip").Filter(new() { HasText = word });

    public async Task DisposeAsync() => await _desk.DisposeAsync();
}
