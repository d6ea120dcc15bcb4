using Bimer.Blazor.Portal;
using Bimer.Domain.Kernel;
using Bimer.Tests.Given;
using Bimer.Tests.Persistence.Files;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace Bimer.Tests.Journeys;

/// <summary>A citizen files and looks it up again, with scripts and without one, through the real program.</summary>
public sealed class PortalJourney
{
    private static readonly APetition _petition = new(
        new UnitId(2), ACase.Words, "ayse@posta.invalid", [new FilePayload { Name = "sokak.pdf", MimeType = "application/pdf", Buffer = Documents.Pdf }]);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_citizen_files_and_finds_the_petition_again(bool javaScript)
    {
        await using var bimer = await BimerServer.StartAsync();
        await using var citizen = await Chromium.NewPersonAsync(javaScript ? Screen.Laptop : Screen.Phone, javaScript: javaScript);
        var page = citizen.Page;
        await PortalSteps.PassGateAsync(bimer, page);
        await PortalSteps.WriteAsync(page, _petition, javaScript);

        await PortalSteps.SendAsync(page);
        if (!javaScript)
        {
            await page.GetByLabel("Telefonunuza gelen ikinci kod").FillAsync(await PortalSteps.NewestCodeAsync(bimer));
            await PortalSteps.SendAsync(page);
        }

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Başvurunuz alındı" })).ToBeVisibleAsync();
        if (javaScript) await Axe.FindNothingAsync(page);
        var number = await page.Locator(".receipt .num").InnerTextAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Başvuruma Git" }).ClickAsync();
        await Assertions.Expect(page.Locator(".own-case").GetByText(number)).ToBeVisibleAsync();
        if (javaScript) await Axe.FindNothingAsync(page);
    }

    [Fact]
    public async Task A_file_that_did_not_arrive_can_be_sent_again_without_choosing_another()
    {
        await using var bimer = await BimerServer.StartAsync();
        await using var citizen = await Chromium.NewPersonAsync(Screen.Phone);
        citizen.Expecting("requestfailed");
        var page = citizen.Page;
        await PortalSteps.PassGateAsync(bimer, page);
        await page.Clock.InstallAsync();
        await page.GotoAsync(bimer.Url + "/basvuru/ekler");
        var upload = page.GetByRole(AriaRole.Button, new() { Name = "Seçilenleri ekle" });
        await Assertions.Expect(upload).ToBeHiddenAsync();

        await page.RouteAsync("**/basvuru/ekler/yukle", route => route.AbortAsync("aborted"), new() { Times = 1 });   // the line went: the page stays
        await page.Locator("#dosya").SetInputFilesAsync(_petition.Files);
        await Assertions.Expect(upload).ToBeVisibleAsync();
        await page.Clock.FastForwardAsync("00:11");
        await upload.ClickAsync();

        await Assertions.Expect(page.Locator(".file-list").GetByText(_petition.Files[0].Name).First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_file_that_was_chosen_before_the_page_was_whole_is_taken_too()
    {
        await using var bimer = await BimerServer.StartAsync();
        using var forms = new UploadForms(bimer.Url);
        await using var citizen = await Chromium.NewPersonAsync(Screen.Phone);
        var page = citizen.Page;
        await page.Context.AddCookiesAsync([new() { Name = "bimer-ziyaret", Value = UploadForms.TokenOf(await forms.VisitAsync()), Url = bimer.Url }]);
        var arrives = new TaskCompletionSource();
        await page.RouteAsync("**/js/portal*.js", async route =>
        {
            await arrives.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync(bimer.Url + "/basvuru/ekler", new() { WaitUntil = WaitUntilState.Commit });

        await page.Locator("#dosya").SetInputFilesAsync(_petition.Files);
        arrives.SetResult();

        await Assertions.Expect(page.Locator(".file-list").GetByText(_petition.Files[0].Name).First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Whoever_goes_on_typing_in_a_form_that_was_left_elsewhere_is_told_that_nothing_is_kept()
    {
        await using var bimer = await BimerServer.StartAsync();
        using var forms = new UploadForms(bimer.Url);
        var token = UploadForms.TokenOf(await forms.VisitAsync());
        await using var citizen = await Chromium.NewPersonAsync(Screen.Phone);
        var page = citizen.Page;
        await page.Context.AddCookiesAsync([new() { Name = "bimer-ziyaret", Value = token, Url = bimer.Url }]);
        await page.Clock.InstallAsync();
        await page.GotoAsync(bimer.Url + "/basvuru/metin");
        await TypeAsync("Birinci cümle.");
        await Assertions.Expect(page.Locator("[data-saved]")).ToHaveTextAsync("Yazdıklarınız saklandı");

        await bimer.Services.GetRequiredService<VisitBook>().EndAsync(token, CancellationToken.None);
        await TypeAsync("Birinci cümle. İkinci cümle.");

        await Assertions.Expect(page.Locator("[data-saved]")).ToContainTextAsync("Bu form artık açık değil");

        async Task TypeAsync(string text)
        {
            await page.Locator("#metin").FillAsync(text);
            await page.Clock.FastForwardAsync("00:02");
        }
    }

    [Fact]
    public async Task What_was_chosen_is_kept_though_the_page_is_left_in_the_same_moment()
    {
        await using var bimer = await BimerServer.StartAsync();
        await using var citizen = await Chromium.NewPersonAsync(Screen.Laptop);
        var page = citizen.Page;
        await PortalSteps.PassGateAsync(bimer, page);
        var complaint = page.Locator("input[value=Complaint]");
        await complaint.CheckAsync();

        await page.GotoAsync(bimer.Url + "/");

        await Eventually.TrueAsync(async () =>
        {
            await page.GotoAsync(bimer.Url + "/basvuru/yaz");
            return await complaint.IsCheckedAsync();
        }, "leaving the page sends the draft");
    }
}
