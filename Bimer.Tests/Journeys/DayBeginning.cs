using Bimer.Tests.Given;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bimer.Tests.Journeys;

/// <summary>What somebody does by keys alone before the day's work: keys of one's own, a call, what is not theirs, many at once.</summary>
internal sealed class DayBeginning(IPage page)
{
    /// <summary>What forwards, from now on.</summary>
    public const string OwnKey = "2";

    private ILocator Rows => page.Locator("[data-row]");

    private ILocator Toast => page.Locator(".toast").Last;

    /// <summary>A letter that is taken is refused where it stands; another is kept, and the page is there with it.</summary>
    public async Task ChangeAKeyAsync()
    {
        await page.HitAsync("?");
        await Expect(page.Locator("#key-help")).ToBeVisibleAsync();
        await page.EnterOnAsync("#key-form [data-keys=change]");
        await page.TypeIntoAsync("input[name=KeyForward]", "c");   // Tab marks what stands in a field
        await page.HitAsync("Enter");
        await Expect(page.Locator(".key-told")).ToContainTextAsync("“c” iki işe birden verilemez: “Sevk Et” ve “Cevapla”");
        await Expect(page.Locator("input[name=KeyForward]")).ToBeFocusedAsync();
        await page.HitAsync("Control+a", OwnKey, "Enter");
        await Expect(page.Locator(".key-told")).ToHaveTextAsync("Kaydedildi.");
        await page.IsLiveAsync();
        await page.HitAsync("Escape");
        await Expect(page.Locator("#key-help")).ToBeHiddenAsync();
    }

    public async Task RecordCallAsync()
    {
        await page.HitAsync("g", "p");
        await Expect(page.Locator("#tc-no")).ToBeFocusedAsync();
        await page.TypeIntoAsync("#ad", "Müjde");
        await page.TypeIntoAsync("#soyad", "Kanarya");
        await page.TypeIntoAsync("#telefon", "0532 123 45 67");
        await page.TypeIntoAsync("#metin", "Parkta ışık yok.");
        await page.EnterOnAsync("[data-absent]");
        await page.TabToAsync("#tur");
        await page.HitAsync("ArrowDown", "ArrowDown");
        await page.TypeIntoAsync("#konu", "randevu");
        await Expect(page.Locator("#konu-options [role=option]")).ToHaveCountAsync(1);
        await page.HitAsync("Enter");
        await Expect(page.Locator(".topics-chosen li")).ToHaveCountAsync(1);
        await PickAsync("saglik ankara", "Ankara İl Sağlık Müdürlüğü");
        await page.HitAsync("Control+Shift+Enter");   // Kaydet ve Sevk Et
        await page.ArriveAtAsync("**/evrak/**");
        await Expect(Toast).ToContainTextAsync("sevk edildi");
        await Expect(page.Locator("h1").First).ToBeFocusedAsync();
    }

    /// <summary>Out of four the one another unit sent is found by its sender, opened and given back.</summary>
    public async Task ReturnAsync(string sender)
    {
        await page.HitAsync("f");
        await Expect(page.Locator("#filter")).ToBeVisibleAsync();
        await page.TabToAsync("#filter-gonderen");
        await page.HitAsync("Enter");
        await page.TabToAsync("details[open] label:nth-of-type(2) input");   // the citizen stands first
        await page.HitAsync("Space");
        await page.EnterOnAsync("button[form=filter-form]");
        await Expect(page.Locator(".chips.asked")).ToContainTextAsync(sender);
        await Expect(Rows).ToHaveCountAsync(1);
        await page.HitAsync("j", "Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Başvuru metni" })).ToBeVisibleAsync();
        await page.HitAsync("i");
        await page.ArriveAtAsync("**/iade**");
        await Expect(page.Locator("#note")).ToBeEditableAsync();
        await page.TabToAsync("#reason");
        await page.HitAsync("ArrowDown");
        await page.TypeIntoAsync("#note", "Görevimiz değildir.");
        await page.HitAsync("Control+Enter");
        await Expect(Toast).ToContainTextAsync("iade edildi");
        await page.ArriveAtAsync("**/kutu/kurum?gonderen=**");
        await Expect(page.Locator("h1").First).ToBeFocusedAsync();
        await page.EnterOnAsync(".chips.asked .quiet");
        await Expect(Rows).ToHaveCountAsync(3);
    }

    /// <summary>All three of the box chosen; one of them is followed already.</summary>
    public async Task FollowTwoMoreAsync()
    {
        await GoAsync("g", "Gelen Kutum");
        await Expect(Rows).ToHaveCountAsync(3);
        await page.HitAsync("j", "x");
        await Expect(page.Locator(".pick-told")).ToHaveTextAsync("1 başvuru seçildi.");
        await page.HitAsync("a");
        await Expect(page.Locator(".pick input:checked")).ToHaveCountAsync(3);
        await page.HitAsync("t");
        await Expect(page.Locator("#bulk-title")).ToBeFocusedAsync();
        await Expect(page.Locator(".bulk [data-act=send]")).ToBeEnabledAsync();
        await page.HitAsync("Control+Enter");
        await Expect(page.Locator(".bulk-told")).ToContainTextAsync("2 başvuru takibe alındı");
    }

    public async Task GoAsync(string letter, string title)
    {
        await page.HitAsync("g", letter);
        await Expect(page.Locator("h1", new() { HasText = title })).ToBeFocusedAsync();
    }

    public async Task HideAsync()
    {
        await page.HitAsync("h");
        await Expect(Toast).ToContainTextAsync("gizlendi");
        await Expect(page.Locator("[data-act=hide][aria-disabled=true]")).ToBeVisibleAsync();
    }

    /// <summary>On the forwarding page: one unit is kept from the case, the one above it, which is proposed, is not wanted.</summary>
    public async Task ExcludeAsync()
    {
        await PickAsync("izmir sağlık", "İzmir İl Sağlık Müdürlüğü");
        await page.EnterOnAsync("[data-act=exclude]");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Gönderilmeyecek Kurumlar" })).ToContainTextAsync("İzmir İl Sağlık Müdürlüğü");
        await Expect(page.Locator("#unit")).ToHaveValueAsync("İzmir Valiliği");
    }

    public async Task PickAsync(string typed, string meant)
    {
        await page.TabToAsync("#unit");
        await page.HitAsync("Control+a");
        await page.Keyboard.TypeAsync(typed);
        await Expect(page.Locator("#unit-options [role=option]").First).ToContainTextAsync(meant);
        await page.HitAsync("Enter");
        await Expect(page.Locator("#unit")).ToHaveValueAsync(meant);
    }
}
