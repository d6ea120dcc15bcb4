using Bimer.Tests.Given;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Bimer.Tests.Journeys;

/// <summary>The citizen's part of the main job with the mouse removed (WCAG 2.1.1): the gate, every page of the form, the receipt.</summary>
public sealed class CitizenKeyboard
{
    private const string Next = "form[data-draft] button.primary";

    [Fact]
    public async Task A_petition_is_filed_and_found_by_keyboard_alone()
    {
        await using var bimer = await BimerServer.StartAsync();
        await using var citizen = await Chromium.NewPersonAsync(Screen.Laptop);
        var page = citizen.Page;
        await page.GotoAsync(bimer.Url);

        await FollowAsync(page, "a[href='/basvuru']", "/basvuru");
        await PassGateAsync(bimer, page);
        await WriteAsync(page);
        await page.TabToAsync("#onay");
        await page.HitAsync("Space");
        await page.TabToAsync("button[data-act=send]");
        await page.HitAsync("Enter");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Başvurunuz alındı" })).ToBeVisibleAsync();
        var number = await page.Locator(".receipt .num").InnerTextAsync();
        await FollowAsync(page, "a.primary", "/sorgula/basvurularim/" + number);
        await Expect(page.Locator(".own-case").GetByText(number)).ToBeVisibleAsync();
    }

    private static async Task PassGateAsync(BimerServer bimer, IPage page)
    {
        var ayse = PortalSteps.Ayse;
        await page.TypeIntoAsync("#kimlik-no", ayse.NationalId);
        await page.TypeIntoAsync("#ad", ayse.GivenName);
        await page.TypeIntoAsync("#soyad", ayse.Surname);
        foreach (var box in (string[])["harf-1", "harf-2"])
        {
            var place = (await page.Locator($"label[for={box}]").InnerTextAsync()).First(char.IsAsciiDigit) - '0';
            await page.TypeIntoAsync("#" + box, ayse.MotherMaidenName[(place - 1)..place]);
        }

        await page.TypeIntoAsync("#telefon", ayse.Mobile);
        await page.HitAsync("Enter");
        await page.ArriveAtAsync("**/basvuru/kod");
        await page.TypeIntoAsync("#kod", await PortalSteps.NewestCodeAsync(bimer));
        await page.HitAsync("Enter");
        await page.ArriveAtAsync("**/basvuru/yaz");
    }

    /// <summary>A hidden complaint to the centre about something in the first province.</summary>
    private static async Task WriteAsync(IPage page)
    {
        await page.TabToAsync("input[name='Form.Kind']");
        await page.HitAsync("Space", "ArrowDown");
        await Expect(page.Locator("input[value=Complaint]")).ToBeCheckedAsync();
        await page.TabToAsync("input[name='Form.Hide']");
        await page.HitAsync("Space");
        await FollowAsync(page, Next, "/basvuru/kurum");
        foreach (var list in (string[])["#kurum", "#il"])
        {
            await page.TabToAsync(list);
            await page.HitAsync("ArrowDown");
        }

        await FollowAsync(page, Next, "/basvuru/iletisim");
        await page.TypeIntoAsync("#eposta", "ayse@posta.invalid");
        await FollowAsync(page, Next, "/basvuru/metin");
        await page.TypeIntoAsync("#metin", "Sokağımızdaki lambalar üç haftadır yanmıyor; onarılmasını istiyorum.");
        await FollowAsync(page, Next, "/basvuru/ekler");
        await FollowAsync(page, "a.primary", "/basvuru/kontrol");
    }

    private static async Task FollowAsync(IPage page, string target, string leadsTo)
    {
        await page.TabToAsync(target);
        await page.HitAsync("Enter");
        await page.ArriveAtAsync("**" + leadsTo);
    }
}
