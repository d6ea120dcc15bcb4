using Bimer.Domain.Cases;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Bimer.Tests.Journeys;

/// <summary>A call is recorded with the mouse removed, in the slides' order (S12–S14, U5, U13).</summary>
public sealed class RegisteringJourney : IAsyncLifetime
{
    private const string Desk = "/yeni/alo-150";
    private const string Marked = "Acele.";
    private static readonly string[] _refused = ["eski.exe: ", "öteki.exe: "];
    private AnActingOffice _office = null!;

    public async Task InitializeAsync() => _office = await AnActingOffice.OpenAsync();

    [Fact]
    public async Task A_call_is_recorded_by_keyboard_alone_and_nothing_typed_is_lost_on_the_way()
    {
        await using var ayse = await _office.SitDownAsync(_office.Writer, Desk);
        var page = ayse.Page;
        await Expect(page.Locator("#tc-no")).ToBeFocusedAsync();
        await page.TypeIntoAsync("#ad", "Müjde");
        await page.TypeIntoAsync("#soyad", "Kanarya");
        await page.TypeIntoAsync("#telefon", "0532 123 45 67");
        await page.TypeIntoAsync("#metin", ACase.Words);
        await page.HitAsync("Control+b");
        await page.Keyboard.TypeAsync(Marked);
        await ExpectOnAnotherDeviceAsync();

        await SavedTooEarlyAsync(page);
        await FinishAsync(page);

        await page.ArriveAtAsync("**/evrak/**");
        await Expect(page.Locator(".toast")).ToContainTextAsync("zimmetinize alındı");
        await Expect(page.Locator(".text.marked :is(b, strong)")).ToHaveTextAsync(Marked);
        await Expect(page.Locator(".about")).ToContainTextAsync("Sağlık › Randevu ve muayene");
        await ExpectRecordedAsync(page.Url);
        await RecordSteps.CorrectTheDayAsync(page);
    }

    [Fact]
    public async Task What_was_typed_is_deleted_once_somebody_said_so_and_not_by_a_slip()
    {
        await using var ayse = await _office.SitDownAsync(_office.Writer, Desk);
        var page = ayse.Page;
        await page.TypeIntoAsync("#metin", "Uzun uzun anlattı.");
        await Expect(page.Locator(".desk-form")).ToHaveAttributeAsync("data-state", "saved");
        await ExpectStateInSightAsync(page);
        await page.ReloadAsync();
        await Expect(page.Locator("#metin")).ToHaveTextAsync("Uzun uzun anlattı.");
        await AnActingOffice.LiveAsync(page);
        var asked = page.GetByRole(AriaRole.Dialog, new() { Name = "Yazdıklarınız silinsin mi?" });

        await page.GetByRole(AriaRole.Button, new() { Name = "Taslağı sil, yeniden başla" }).PressAsync("Enter");
        await Expect(asked).ToBeVisibleAsync();
        await Axe.FindNothingAsync(page, "before a draft is deleted");
        await page.HitAsync("Escape");
        await Expect(page.Locator("#metin")).ToHaveTextAsync("Uzun uzun anlattı.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Taslağı sil, yeniden başla" }).PressAsync("Enter");
        await Expect(asked).ToBeVisibleAsync();
        await page.HitAsync("Control+Enter");

        await Expect(page.Locator("#metin")).ToHaveTextAsync("");
    }

    [Fact]
    public async Task What_was_refused_stays_in_sight_until_other_files_are_chosen()
    {
        await using var ayse = await _office.SitDownAsync(_office.Writer, Desk);
        var page = ayse.Page;
        await Expect(page.Locator("#tc-no")).ToBeFocusedAsync();
        ayse.Expecting("422");   // the browser's own line about a refusal
        var refused = page.Locator("[role=alert].upload-refused li");
        static FilePayload File(string name) => new() { Name = name, MimeType = "text/plain", Buffer = "Sayın yetkili"u8.ToArray() };

        await page.Locator("#dosya").SetInputFilesAsync([File("eski.exe"), File("iyi.txt"), File("öteki.exe")]);

        await Expect(refused).ToContainTextAsync(_refused);
        await Expect(page.Locator(".registering .files li")).ToContainTextAsync("iyi.txt");
        await Axe.FindNothingAsync(page, "of refused files");
        await page.Locator("#dosya").SetInputFilesAsync([File("sonra.txt")]);
        await Expect(page.Locator(".letter-upload")).ToContainTextAsync("sonra.txt");
        await Expect(refused).ToHaveCountAsync(0);
        await RecordSteps.LookAtAScanAsync(page);
    }

    [Fact]
    public async Task A_mail_is_read_beside_its_form_and_recorded_by_keyboard_alone()
    {
        await using var ayse = await _office.SitDownAsync(_office.Writer, "/yeni/e-posta", Screen.Laptop);
        var page = ayse.Page;
        await MailJourney.DeliverAsync(_office);
        await Expect(page.Locator(".mail-row")).ToHaveCountAsync(1);   // by the bell, without a reload
        await page.GetByRole(AriaRole.Button, new() { Name = "Aç: Sokak lambası şikâyeti" }).PressAsync("Enter");

        await Expect(page.Locator(".mail-text")).ToContainTextAsync("Teşekkürler");
        await Expect(page.Locator("#eposta")).ToHaveValueAsync("mujde@posta.example");
        await Expect(page.Locator(".registering .files li")).ToContainTextAsync("dilekçe eki.pdf");
        var (mail, form) = ((await page.Locator(".mail-sheet").BoundingBoxAsync())!, (await page.Locator(".desk-form").BoundingBoxAsync())!);
        (mail.X + mail.Width).Should().BeLessThanOrEqualTo(form.X, "they stand side by side");
        await Axe.FindNothingAsync(page);
        await Expect(page.Locator(".desk-all")).ToBeEnabledAsync();
        await FinishAsync(page);

        await page.ArriveAtAsync("**/evrak/**");
        await using var db = await _office.Server.DbAsync();
        (await db.Cases.SingleAsync()).Should().BeEquivalentTo(new { Channel = IntakeChannel.Email, MaskedName = "M***** K*****" });
    }

    public async Task DisposeAsync() => await _office.DisposeAsync();

    /// <summary>The line that says whether the draft is kept stays at the foot of a long form, at a desk and on a phone, wherever one writes in it.</summary>
    private static async Task ExpectStateInSightAsync(IPage page)
    {
        foreach (var (width, height) in ((int, int)[])[(360, 740), (1366, 768)])
        {
            await page.SetViewportSizeAsync(width, height);
            foreach (var field in (string[])["#tc-no", "#sevk-notu"])
            {
                await page.Locator(field).ScrollIntoViewIfNeededAsync();
                await Expect(page.Locator(".desk-bar .saved")).ToBeInViewportAsync(new() { Ratio = 1 });
            }
        }
    }

    private static async Task SavedTooEarlyAsync(IPage page)
    {
        await page.HitAsync("Control+Enter");
        await Expect(page.Locator(".error-summary")).ToBeFocusedAsync();
        await Expect(page.Locator("#ad")).ToHaveValueAsync("Müjde");
        await Expect(page.Locator("#metin")).ToHaveTextAsync(ACase.Words + Marked);
    }

    private static async Task FinishAsync(IPage page)
    {
        await page.TabToAsync("[data-absent]");
        await page.HitAsync("Enter");
        await page.TabToAsync("#tur");
        await page.HitAsync("ArrowDown", "ArrowDown");
        await page.TypeIntoAsync("#konu", "randevu");
        await Expect(page.Locator("#konu-options [role=option]")).ToHaveCountAsync(1);
        await page.HitAsync("Enter");
        await Expect(page.Locator(".topics-chosen li")).ToHaveCountAsync(1);
        await page.HitAsync("Control+Enter");
    }

    /// <summary>What was typed here lies on the server, and on nobody else's desk.</summary>
    private async Task ExpectOnAnotherDeviceAsync()
    {
        await using var elsewhere = await _office.SitDownAsync(_office.Writer, "/masa");
        await Eventually.TrueAsync(async () =>
        {
            await elsewhere.Page.GotoAsync(_office.Server.Url + Desk);
            await Expect(elsewhere.Page.Locator("#metin")).ToHaveAttributeAsync("contenteditable", "true");   // the words come with the script
            return string.Equals((await elsewhere.Page.Locator("#metin").TextContentAsync())?.Trim(), ACase.Words + Marked, StringComparison.Ordinal);
        }, "the words come to another device");
        await Expect(elsewhere.Page.Locator("#telefon")).ToHaveValueAsync("0532 123 45 67");
    }

    private async Task ExpectRecordedAsync(string address)
    {
        await using var db = await _office.Server.DbAsync();
        var filed = await db.Cases.Include(c => c.Routings).SingleAsync();
        address.Should().EndWith(filed.NumberOf());
        filed.Should().BeEquivalentTo(new { Channel = IntakeChannel.Phone150, Kind = CaseKind.Complaint, MaskedName = "M***** K*****", IdentityCheck = IdentityCheck.Stated });
        filed.Routings.Should().ContainSingle().Which.Custodian.Should().Be(_office.Writer.Actor.UserId);
        (await db.DeskIntakes.AnyAsync()).Should().BeFalse();
    }
}
