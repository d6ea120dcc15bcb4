using System.Globalization;
using Bimer.Domain.Time;
using Bimer.Tests.Given;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bimer.Tests.Journeys;

/// <summary>What somebody does in a day by keys alone.</summary>
internal sealed class DaySteps(IPage page, string server)
{
    public DayBeginning Beginning { get; } = new(page);

    private ILocator Rows => page.Locator("[data-row]");

    private ILocator Toast => page.Locator(".toast").Last;

    public async Task SignInAsync(StaffMember officer)
    {
        await page.GotoAsync(server + "/giris");
        await page.TypeIntoAsync("#kimlik", officer.NationalId);
        await page.TypeIntoAsync("#sifre", officer.Password);
        await page.HitAsync("Enter");
        await page.IsLiveAsync();
    }

    /// <summary>The sheet says every key that is pressed in these steps.</summary>
    public async Task ReadTheSheetAsync()
    {
        await page.HitAsync("?");
        await Expect(page.Locator("#key-help")).ToBeVisibleAsync();
        foreach (var key in (string[])["Ctrl+k", "j", "k", "t", "b", "s", "r", "c", "Ctrl+Enter"]) await Expect(page.Locator("#key-help kbd", new() { HasText = key }).First).ToBeVisibleAsync();
        await page.HitAsync("Escape");
        await Expect(page.Locator("#key-help")).ToBeHiddenAsync();
    }

    public async Task GoHomeToTheInboxAsync(int waiting)
    {
        await page.HitAsync("g", "m");
        await page.ArriveAtAsync("**/masa");
        await IsAtAsync("Masam");   // not any heading: the page one leaves has one too, and the new one would take the focus back
        await Expect(page.Locator(".tiles a[href^='/kutu/kurum']")).ToBeVisibleAsync();   // the figures come after the page
        await page.EnterOnAsync(".tiles a[href^='/kutu/kurum']");
        await IsAtAsync("Kurum Kutusu");
        await Expect(Rows).ToHaveCountAsync(waiting);
    }

    /// <summary>j twice, k and j again, Enter: opened and in custody.</summary>
    public async Task<string> OpenSecondAsync()
    {
        await page.HitAsync("j", "j", "k", "j");
        await Expect(Rows.Nth(1)).ToBeFocusedAsync();
        return await OpenFocusedAsync(Rows.Nth(1));
    }

    public async Task RevealAndFollowAsync()
    {
        await page.EnterOnAsync("button", "Göster");
        await Expect(page.GetByText(ServerStories.Surname)).ToBeVisibleAsync();
        await page.HitAsync("t");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Başvuru Takibini Bırak" })).ToBeVisibleAsync();
    }

    public async Task HoldAndResumeAsync()
    {
        await page.HitAsync("b");
        await page.ArriveAtAsync("**/beklet**");
        await Expect(page.Locator("#explanation")).ToBeEditableAsync();
        await page.TypeIntoAsync("#explanation", "Komşu birimden görüş bekliyoruz.");
        await page.TypeIntoAsync("#reason", "Görüş istendi.");
        await page.TypeIntoAsync("#expected", ADay());
        await page.HitAsync("Control+Enter");
        await Expect(Toast).ToContainTextAsync("beklemeye alındı");
        await page.CallAsync("beklemeye ald", "Beklemeye Aldıklarım");
        await OpenFirstAsync();
        await page.HitAsync("b");
        await Expect(Toast).ToContainTextAsync("beklemeden çıkarıldı");
    }

    /// <summary>Two units out of the picker, the first by the basket, the second sent with it.</summary>
    public async Task ForwardAsync()
    {
        await page.HitAsync("s", DayBeginning.OwnKey);   // the usual one does nothing any more
        await Expect(page.Locator("#unit")).ToBeEditableAsync();
        await Beginning.ExcludeAsync();
        await Beginning.PickAsync("saglik ankara", "Ankara İl Sağlık Müdürlüğü");
        await page.HitAsync("Control+Shift+Enter");   // Ekle
        await Expect(page.Locator("section[aria-labelledby=recipients] li")).ToHaveCountAsync(1);
        await Beginning.PickAsync("cankaya kaym", "Çankaya Kaymakamlığı");
        await page.HitAsync("Control+Enter");
        await Expect(Toast).ToContainTextAsync("2 birime sevk edildi");
    }

    public async Task RecallFirstAsync()
    {
        await page.CallAsync("sevk ett", "Sevk Ettiklerim");
        await OpenFirstAsync();
        await page.HitAsync("r");
        await Expect(page.Locator(".recipients li")).ToHaveCountAsync(2);
        await IsAtAsync("Geri Al");
        await page.HitAsync("Control+Enter");
        await Expect(Toast).ToContainTextAsync("geri alındı");
    }

    public async Task<string> OpenNextAsync()
    {
        await page.HitAsync("g", "k");
        await IsAtAsync("Kurum Kutusu");
        return await OpenFirstAsync();
    }

    public async Task AnswerAsync()
    {
        await page.HitAsync("c");
        await Expect(page.Locator("#letter")).ToHaveAttributeAsync("contenteditable", "true");
        await page.TabToAsync("#catalogue-service");
        await page.HitAsync("ArrowDown");
        await page.TypeIntoAsync("#letter", "Gereği yapılmıştır. ");
        await page.HitAsync("Control+b");
        await page.Keyboard.TypeAsync("Çukurlar");
        await page.HitAsync("Control+b");
        await page.Keyboard.TypeAsync(" kapatılmıştır.");
        await Expect(page.Locator("#letter-state")).ToContainTextAsync("Kaydedildi ");
        await page.TabToAsync("input[name=approver]");
        await page.HitAsync("Space", "Control+Enter");
        await Expect(page.Locator("#confirm-send")).ToBeVisibleAsync();
        await page.HitAsync("Escape");
        await Expect(page.Locator("#confirm-send")).ToBeHiddenAsync();
        await page.HitAsync("Control+Enter");
        await Expect(page.Locator("#confirm-send")).ToBeVisibleAsync();
        await page.EnterOnAsync("#confirm-send [data-act=confirm]");
        await Expect(Toast).ToContainTextAsync("onayına gönderildi");
    }

    public async Task SignAsync()
    {
        await page.HitAsync("g", "o");
        await Expect(Rows).ToHaveCountAsync(1);
        await IsAtAsync("Onay Bekleyenler");
        await page.HitAsync("j", "Enter");
        await Expect(page.Locator(".letter-sheet")).ToContainTextAsync("Çukurlar kapatılmıştır.");
        await page.TabToAsync("input[name=service]");
        await page.HitAsync("Space");
        await page.TabToAsync("input[name=verdict]");
        await page.HitAsync("Space", "Control+Enter");
        await Expect(page.Locator("#confirm-approval")).ToBeVisibleAsync();
        await page.EnterOnAsync("#confirm-approval [data-act=confirm]");
        await Expect(page.GetByText("Onay bekleyen cevap kalmadı")).ToBeVisibleAsync();
    }

    public async Task SignOutAsync()
    {
        await page.EnterOnAsync("button.person");
        await Expect(page.Locator("#me")).ToBeVisibleAsync();
        await page.EnterOnAsync("#me button", "Çıkış yap");
        await page.ArriveAtAsync("**/giris?neden=signed-out");
        await Expect(page.GetByText("Çıkış yaptınız.")).ToBeVisibleAsync();
    }

    /// <summary>The row under the one that was left.</summary>
    public async Task<string> OpenBelowAsync()
    {
        await page.HitAsync("j");
        await Expect(Rows.Nth(1)).ToBeFocusedAsync();
        return await OpenFocusedAsync(Rows.Nth(1));
    }

    private async Task<string> OpenFirstAsync()
    {
        await Expect(Rows.First).ToBeVisibleAsync();
        await page.HitAsync("j");
        await Expect(Rows.First).ToBeFocusedAsync();
        return await OpenFocusedAsync(Rows.First);
    }

    private async Task<string> OpenFocusedAsync(ILocator row)
    {
        var number = await row.Locator(".num").First.InnerTextAsync();
        await page.HitAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Başvuru metni" })).ToBeVisibleAsync();
        await Expect(page.Locator(".case-number .num")).ToHaveTextAsync(number);
        return number;
    }

    // A page that was come to takes the focus; a key before that is taken back.
    private Task IsAtAsync(string title) => Expect(page.Locator("h1", new() { HasText = title })).ToBeFocusedAsync();

    /// <summary>As it is typed: the next day whose number is its month's, so that no browser takes one for the other.</summary>
    private static string ADay()
    {
        var day = IstanbulTime.LegalDay(TimeProvider.System.GetUtcNow()).AddDays(1);
        while (day.Day != day.Month) day = day.AddDays(1);
        return day.ToString("ddMMyyyy", CultureInfo.InvariantCulture);
    }
}
