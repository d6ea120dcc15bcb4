using Bimer.Domain.Cases;
using Bimer.Tests.Given;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Bimer.Tests.Screens.Boxes;

/// <summary>An officer narrows a box by one click and by many criteria; what is asked stands in the address, and what is chosen stays chosen.</summary>
public sealed class FilterJourney : IAsyncLifetime
{
    private UnitDesk _desk = null!;
    private IPage _page = null!;

    public async Task InitializeAsync()
    {
        _desk = await UnitDesk.OpenAsync(cases: 2);
        _page = _desk.Zeynep.Page;
    }

    [Fact]
    public async Task One_click_and_many_criteria_stand_in_the_address_and_are_found_again_by_back_and_reload()
    {
        await OneKindAsync();
        await ManyCriteriaAsync();
        await WordsAsync();
    }

    [Fact]
    public async Task A_topic_is_typed_and_picked_where_cases_lie_open_and_not_asked_of_envelopes()
    {
        await _page.Keyboard.PressAsync("f");
        await Expect(_page.GetByText("bunlar zarfın içindedir")).ToBeVisibleAsync();
        await Expect(_page.GetByLabel("Konu / alt konu")).ToHaveCountAsync(0);

        await _page.GotoAsync(_desk.Server.Url + "/kutu/gelen");
        await UnitDesk.LiveAsync(_desk.Zeynep);
        await _page.Keyboard.PressAsync("f");
        await _page.GetByLabel("Konu / alt konu").FillAsync("zurafa");
        await _page.GetByRole(AriaRole.Button, new() { Name = "Uygula" }).ClickAsync();
        await Expect(_page.GetByText("Yazdığınızdan bir konu seçilmedi.")).ToBeVisibleAsync();
        await Expect(_page.GetByLabel("Konu / alt konu")).ToBeFocusedAsync();
        await _page.GetByLabel("Konu / alt konu").FillAsync("sağ");
        await Expect(_page.GetByRole(AriaRole.Option).First).ToContainTextAsync("Bütün alt konular");
        await Axe.FindNothingAsync(_page, "topics to pick from");
        await _page.Keyboard.PressAsync("Enter");
        await _page.GetByLabel("Durum").SelectOptionAsync("acik");
        await _page.GetByRole(AriaRole.Button, new() { Name = "Uygula" }).ClickAsync();

        await _page.ArriveAtAsync("**/kutu/gelen?durum=acik&konu=01");
        await Expect(_page.GetByText("Bu ölçütlere uyan başvuru yok")).ToBeVisibleAsync();
        await Expect(_page.GetByRole(AriaRole.Link, new() { Name = "Konu: Sağlık" })).ToBeVisibleAsync();
        await _page.Keyboard.PressAsync("f");
        await Expect(_page.Locator(".several-asked li")).ToHaveTextAsync(["Sağlık"]);
    }

    [Fact]
    public async Task The_kinds_and_columns_somebody_chose_are_there_again_and_are_nobody_elses()
    {
        await KindsAsync();
        await _page.GotoAsync(_desk.Server.Url + "/kutu/kurum");
        await UnitDesk.LiveAsync(_desk.Zeynep);
        await ColumnsAsync();
    }

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    private async Task OneKindAsync()
    {
        await _desk.Server.FileAsync(_desk.Unit, CaseKind.TipOff);
        await Expect(Chip("İhbar")).ToHaveTextAsync("İhbar 1");

        await Chip("İhbar").ClickAsync();
        await _page.ArriveAtAsync("**/kutu/kurum?tur=ihbar");
        await Expect(Rows).ToHaveCountAsync(1);
        await Expect(Chip("İhbar")).ToBeFocusedAsync();

        await _desk.Server.FileAsync(_desk.Unit, CaseKind.Request);
        await _desk.Server.FileAsync(_desk.Unit, CaseKind.TipOff, hidden: true);
        await Expect(Chip("Tümü")).ToHaveTextAsync("Tümü 5");
        await Expect(_page.GetByRole(AriaRole.Button, new() { Name = "1 yeni evrak – göster" })).ToBeVisibleAsync();

        await _page.ReloadAsync();
        await UnitDesk.LiveAsync(_desk.Zeynep);
        await Expect(Rows).ToHaveCountAsync(2);
        await _page.GoBackAsync();
        await Expect(Rows).ToHaveCountAsync(5);
    }

    private async Task ManyCriteriaAsync()
    {
        await UnitDesk.LiveAsync(_desk.Zeynep);
        await _page.Keyboard.PressAsync("f");
        await _page.Locator("#filter-oncelik").ClickAsync();
        foreach (var priority in new[] { "Normal", "İvedi" }) await _page.Locator("#filter-form").GetByLabel(priority, new() { Exact = true }).CheckAsync();
        await Expect(_page.Locator("#filter-oncelik")).ToHaveTextAsync("Normal, İvedi");
        await _page.GetByLabel("Kimlik").SelectOptionAsync("gizli");
        await _page.GetByLabel("İl", new() { Exact = true }).SelectOptionAsync("35");
        await _page.GetByLabel("Başvuru sayısı").FillAsync("12");
        await _page.GetByRole(AriaRole.Button, new() { Name = "Uygula" }).ClickAsync();
        await Expect(_page.GetByText("Böyle bir başvuru sayısı olamaz.")).ToBeVisibleAsync();
        await Axe.FindNothingAsync(_page, "the filter");

        await _page.GetByLabel("Başvuru sayısı").FillAsync("");
        await _page.GetByRole(AriaRole.Button, new() { Name = "Uygula" }).ClickAsync();
        await Expect(_page.GetByText("Bu ölçütlere uyan başvuru yok")).ToBeVisibleAsync();

        await _page.GetByRole(AriaRole.Link, new() { Name = "İzmir" }).ClickAsync();
        await Expect(Rows).ToHaveCountAsync(1);
        await _page.ArriveAtAsync("**/kutu/kurum?oncelik=normal,ivedi&kimlik=gizli");
        await Expect(Rows.First).ToContainTextAsync("Gizlenmiş");
        await _page.GetByRole(AriaRole.Link, new() { Name = "Filtreyi kaldır" }).ClickAsync();
        await Expect(Rows).ToHaveCountAsync(5);
    }

    private async Task WordsAsync()
    {
        var field = _page.GetByLabel("Metinde ara");
        await _page.Keyboard.PressAsync("m");
        await Expect(field).ToBeFocusedAsync();
        await field.FillAsync("10000000146");
        await field.PressAsync("Enter");
        await Expect(_page.GetByText("T.C. kimlik numarası kelimelerle birlikte aranmaz.")).ToBeVisibleAsync();
        await Axe.FindNothingAsync(_page, "the refused words");

        await field.FillAsync("arz ederim");
        await field.PressAsync("Enter");
        await _page.ArriveAtAsync("**/kutu/kurum?metin=arz%20ederim");
        await Expect(_page.GetByText("Bu ölçütlere uyan başvuru yok")).ToBeVisibleAsync();   // it stands inside envelopes
        var number = _desk.Cases[0].NumberOf();
        await field.FillAsync(number);
        await field.PressAsync("Enter");
        await Expect(Rows).ToHaveCountAsync(1);
        await Expect(Chip("Şikâyet")).ToHaveTextAsync("Şikâyet 1");
        await Chip("Şikâyet").ClickAsync();
        await _page.ArriveAtAsync($"**/kutu/kurum?tur=sikayet&metin={number}");
        await Expect(Rows).ToHaveCountAsync(1);
        await LiftWordsAsync(number);
        await Expect(field).ToHaveValueAsync("");
    }

    /// <summary>The row of criteria is drawn after the address.</summary>
    private async Task LiftWordsAsync(string number)
    {
        var words = _page.GetByRole(AriaRole.Link, new() { Name = $"Metinde: “{number}”" });
        await Expect(words).ToHaveAttributeAsync("href", "/kutu/kurum?tur=sikayet");
        await words.ClickAsync();
        await _page.ArriveAtAsync("**/kutu/kurum?tur=sikayet");
    }

    private async Task KindsAsync()
    {
        await _page.GetByRole(AriaRole.Button, new() { Name = "Görünüm", Exact = true }).ClickAsync();
        foreach (var kind in new[] { "İstek", "Görüş/Öneri", "Teşekkür" }) await _page.GetByLabel(kind, new() { Exact = true }).UncheckAsync();
        await _page.GetByRole(AriaRole.Button, new() { Name = "Kaydet" }).ClickAsync();
        await Expect(Chips).ToHaveTextAsync(["Tümü 2", "Şikâyet 2", "İhbar 0", "Bilgi Edinme 0"]);

        await _page.GotoAsync(_desk.Server.Url + "/kutu/gelen");
        await Expect(Chips).ToHaveTextAsync(["Tümü 0", "Şikâyet 0", "İhbar 0", "Bilgi Edinme 0"]);
        await Expect(_desk.Mehmet.Page.Locator(".kinds .chip")).ToHaveCountAsync(7);
    }

    /// <summary>Ordered by the keyboard alone; beside a case the lines come back.</summary>
    private async Task ColumnsAsync()
    {
        await _page.SetViewportSizeAsync(1366, 768);
        await _page.GetByRole(AriaRole.Button, new() { Name = "Görünüm", Exact = true }).ClickAsync();
        await _page.GetByLabel("Sütunlar").CheckAsync();
        await _page.GetByRole(AriaRole.Button, new() { Name = "Sayı sütununu öne al" }).FocusAsync();
        for (var i = 0; i < 4; i++) await _page.Keyboard.PressAsync("Enter");
        await Expect(_page.Locator(".column-choice li").First).ToContainTextAsync("Sayı");
        await _page.GetByLabel("Tip", new() { Exact = true }).UncheckAsync();
        await Axe.FindNothingAsync(_page, "the columns");
        await _page.GetByRole(AriaRole.Button, new() { Name = "Kaydet" }).ClickAsync();

        await Expect(_page.Locator(".table-head .cell:not(.c-flags)")).ToHaveTextAsync(["Sayı", "Başvuru yolu", "Tür", "Tarih", "Başvuran: Başvurana göre sıralanmaz: adın sırası, gizlenmiş bir kimliği ele verebilir.", "Gönderen kurum/birim", "Geçen süre", "Kalan süre"]);
        await Expect(Rows.First.Locator(".as-row .cell").Nth(1)).ToContainTextAsync(_desk.Cases[0].NumberOf());
        await Axe.FindNothingAsync(_page, "the table");

        await Rows.First.ClickAsync();
        await Expect(_page.Locator(".table-head")).ToBeHiddenAsync();
        await Expect(Rows.First.Locator(".row-who")).ToBeVisibleAsync();
    }

    private ILocator Rows => _page.Locator("[data-row]");

    private ILocator Chips => _page.Locator(".kinds .chip");

    private ILocator Chip(string kind) => Chips.Filter(new() { HasText = kind });
}
