using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Bimer.Tests.Journeys;

/// <summary>What cannot be done now says why: to the pointer, the focus, the finger, the key and whoever hears the page, and does nothing.</summary>
public sealed class GreyedActsJourney : IAsyncLifetime
{
    private const string WhyNotNoted = "Size bilgi için gelmedi; cevap, sevk ya da iade ile sonuçlanır";
    private AnActingOffice _office = null!;

    public async Task InitializeAsync() => _office = await AnActingOffice.OpenAsync();

    [Fact]
    public async Task A_greyed_act_is_reached_by_keyboard_and_tells_its_reason_to_eye_and_ear()
    {
        var part = await _office.HeldCaseAsync();
        await using var ayse = await _office.SitDownAsync(_office.Writer, "/evrak/" + AnActingOffice.Number(part), Screen.Laptop);
        var (page, told) = (ayse.Page, ayse.Page.Locator(".acts-told"));
        var noted = page.GetByRole(AriaRole.Button, new() { Name = "Bilgi Alındı", Exact = true });
        await Expect(noted).ToBeDisabledAsync();
        await Expect(noted).ToHaveAccessibleDescriptionAsync(WhyNotNoted);
        await Expect(told).ToBeHiddenAsync();

        await page.TabToAsync("[data-act=acknowledge]");
        await Expect(told).ToHaveTextAsync("Bilgi Alındı – " + WhyNotNoted);
        await Axe.FindNothingAsync(page, "the reason of a greyed act");
        await page.HitAsync("Escape");
        await Expect(told).ToBeHiddenAsync();
        await Expect(noted).ToBeFocusedAsync();

        await page.HitAsync("Enter");
        await Expect(page.Locator(".acts-said")).ToHaveTextAsync("Bilgi Alındı: " + WhyNotNoted);
        await Expect(told).ToBeVisibleAsync();
        await page.HitAsync("Shift+Tab");
        await Expect(told).Not.ToContainTextAsync("Bilgi Alındı");

        await ExpectNothingHappenedAsync(part);
    }

    [Fact]
    public async Task Its_key_tells_the_reason_instead_of_doing_nothing()
    {
        var part = await _office.HeldCaseAsync();
        await using var ayse = await _office.SitDownAsync(_office.Writer, "/evrak/" + AnActingOffice.Number(part), Screen.Laptop);
        var page = ayse.Page;
        await page.HitAsync("i");
        await Expect(page.Locator(".acts-said")).ToHaveTextAsync("İade Et: Vatandaştan doğrudan geldi, iade edilecek birim yok");
        await Expect(page.Locator(".acts-told")).ToContainTextAsync("İade Et");
        await ExpectNothingHappenedAsync(part);
    }

    [Fact]
    public async Task A_finger_and_a_pointer_learn_it_too_and_what_shows_its_sign_alone_tells_its_name()
    {
        var part = await _office.HeldCaseAsync();
        await using var ayse = await _office.SitDownAsync(_office.Writer, "/evrak/" + AnActingOffice.Number(part), Screen.Phone);
        var (page, told) = (ayse.Page, ayse.Page.Locator(".acts-told"));
        await page.Locator("[data-act=return]").DispatchEventAsync("click");   // a finger leaves no pointer over it
        await Expect(told).ToContainTextAsync("İade Et – Vatandaştan doğrudan geldi");
        await Expect(told).ToBeInViewportAsync(new() { Ratio = 1 });
        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(Screen.Phone.Width);
        await Axe.FindNothingAsync(page, "the reason of a greyed act on a phone");
        await page.Locator("h1").First.ClickAsync();
        await Expect(told).ToBeHiddenAsync();

        await page.SetViewportSizeAsync(Screen.Laptop.Width, Screen.Laptop.Height);
        await page.Locator("[data-act=acknowledge]").HoverAsync(new() { Force = true });
        await Expect(told).ToContainTextAsync(WhyNotNoted);
        await told.HoverAsync();
        await Expect(told).ToContainTextAsync(WhyNotNoted);
        await page.Locator("[data-act=follow]").HoverAsync();
        await Expect(told).ToHaveTextAsync("Başvuruyu Takip Et");
        await page.Locator("h1").First.HoverAsync();
        await Expect(told).ToBeHiddenAsync();
        await ExpectNothingHappenedAsync(part);
    }

    [Fact]
    public async Task Who_only_reads_is_told_who_holds_it_by_every_key_of_an_act()
    {
        var part = await _office.HeldCaseAsync();
        var colleague = await _office.Server.HireAsync(7, OfficerRole.CaseOfficer, _office.Unit);
        await using var mehmet = await _office.SitDownAsync(colleague, "/evrak/" + AnActingOffice.Number(part), Screen.Laptop);
        var page = mehmet.Page;
        foreach (var (key, act) in ((string, string)[])[("c", "Cevapla"), ("s", "Sevk Et"), ("b", "Beklemeye Al"), ("i", "İade Et"), ("o", "Bilgi Alındı")])
        {
            await page.HitAsync(key);
            await Expect(page.Locator(".acts-said")).ToContainTextAsync($"{act}: Ad1 Soyad");
            await Expect(page.Locator(".acts-told")).ToContainTextAsync($"{act} – Ad1 Soyad");
        }

        await Expect(page).ToHaveURLAsync($"{_office.Server.Url}/evrak/{AnActingOffice.Number(part)}");
        await ExpectNothingHappenedAsync(part);
    }

    [Fact]
    public async Task An_envelope_and_a_letter_to_be_signed_keep_their_acts_and_say_who_does_them()
    {
        var sealed_ = (await _office.Server.FileAsync(_office.Unit)).Routings[0].Id;
        await using var ayse = await _office.SitDownAsync(_office.Writer, "/evrak/" + AnActingOffice.Number(sealed_), Screen.Laptop);
        foreach (var act in (string[])["hold", "reply", "forward", "return", "acknowledge"])
        {
            await Expect(ayse.Page.Locator($"[data-act={act}]")).ToBeDisabledAsync();
            await Expect(ayse.Page.Locator($"[data-act={act}]")).ToHaveAccessibleDescriptionAsync("Evrak henüz açılmadı. İşlemler açıp zimmetinize aldıktan sonra yapılır.");
        }
    }

    [Fact]
    public async Task Escape_closes_the_list_of_a_field_and_then_its_dialog()
    {
        await using var ayse = await _office.SitDownAsync(_office.Writer, "/kutu/gelen", Screen.Laptop);
        var (page, dialog) = (ayse.Page, ayse.Page.Locator("#filter"));
        await page.HitAsync("f");
        await Expect(dialog).ToBeVisibleAsync();
        await page.Locator("#filter-konu").FillAsync("temizlik");
        await Expect(page.Locator("#filter-konu-options")).ToBeVisibleAsync();

        await page.HitAsync("Escape");
        await Expect(page.Locator("#filter-konu-options")).ToBeHiddenAsync();
        await Expect(dialog).ToBeVisibleAsync();
        await Expect(page.Locator("#filter-konu")).ToHaveValueAsync("temizlik");
        await page.HitAsync("Escape");
        await Expect(dialog).ToBeHiddenAsync();
    }

    public async Task DisposeAsync() => await _office.DisposeAsync();

    private async Task ExpectNothingHappenedAsync(RoutingId part)
    {
        await using var db = await _office.Server.DbAsync();
        (await db.Routings.SingleAsync(r => r.Id == part)).State.Should().Be(RoutingState.Held);
        (await db.Movements.CountAsync(m => m.CaseId == part.CaseId)).Should().Be(2, "filed and opened");
    }
}
