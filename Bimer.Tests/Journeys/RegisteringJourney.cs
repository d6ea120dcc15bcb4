using Bimer.Blazor.Mailroom;
using Bimer.Blazor.Persistence;
using Bimer.Domain.Cases;
using Bimer.Tests.Given;
using Bimer.Tests.Mime;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Bimer.Tests.Journeys;

/// <summary>A call is recorded with the mouse removed, in the slides' order (S12–S14, U5, U13).</summary>
public sealed class RegisteringJourney : IAsyncLifetime
{
    private const string Desk = "/yeni/alo-150";
    private const string Marked = "Acele.";
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
    }

    [Fact]
    public async Task A_subtopic_is_proposed_with_its_reason_and_chosen_by_nobody_but_the_officer()
    {
        await using var ayse = await _office.SitDownAsync(_office.Writer, Desk);
        var page = ayse.Page;
        await page.TypeIntoAsync("#metin", "Sokağımızdaki çöp konteyneri günlerdir toplanmıyor.");

        var proposed = page.Locator(".topic-advice .btn").First;
        await Expect(proposed).ToContainTextAsync("Temizlik ve çöp");
        await Expect(proposed).ToContainTextAsync("metinde: çöp, konteyneri, toplanmıyor");
        await Expect(page.Locator(".topics-chosen li")).ToHaveCountAsync(0);
        await Axe.FindNothingAsync(page);

        await proposed.PressAsync("Enter");
        await Expect(page.Locator(".topics-chosen li")).ToContainTextAsync("Temizlik ve çöp");
        await Expect(proposed).ToBeFocusedAsync();
        await Expect(proposed).ToHaveAttributeAsync("aria-pressed", "true");
        await page.TypeIntoAsync("#metin", " Sokak lambaları da yanmıyor, her yer karanlık, direk ve ampul yok, aydınlatma istiyoruz.");
        await Expect(page.Locator(".topic-advice")).ToContainTextAsync("Aydınlatma");
        await Expect(page.Locator(".topics-chosen li")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_mail_is_read_beside_its_form_and_recorded_by_keyboard_alone()
    {
        await using var ayse = await _office.SitDownAsync(_office.Writer, "/yeni/e-posta", Screen.Laptop);
        var page = ayse.Page;
        await DeliverAsync();
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

    private async Task DeliverAsync()
    {
        var services = _office.Server.Services;
        var box = Path.Combine(services.GetRequiredService<DataFolder>().SimulatedMailboxes, services.GetRequiredService<UnitDirectory>().Find(_office.Unit)!.Code.Value, "new");
        Directory.CreateDirectory(box);
        await File.WriteAllBytesAsync(Path.Combine(box, "1"), AMimeMail.Whole);
        await services.GetRequiredService<MailSweep>().RunAsync(CancellationToken.None);
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
