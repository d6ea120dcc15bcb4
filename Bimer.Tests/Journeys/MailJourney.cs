using Bimer.Blazor.Mailroom;
using Bimer.Blazor.Persistence;
using Bimer.Tests.Given;
using Bimer.Tests.Mime;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Bimer.Tests.Journeys;

/// <summary>A mail on the desk, and what is asked before it becomes more than one (S12).</summary>
public sealed class MailJourney : IAsyncLifetime
{
    private AnActingOffice _office = null!;

    public async Task InitializeAsync() => _office = await AnActingOffice.OpenAsync();

    [Fact]
    public async Task Another_petition_in_a_mail_is_asked_about_before_there_is_a_copy()
    {
        await using var ayse = await _office.SitDownAsync(_office.Writer, "/yeni/e-posta", Screen.Laptop);
        var page = ayse.Page;
        await DeliverAsync(_office);
        await page.GetByRole(AriaRole.Button, new() { Name = "Aç: Sokak lambası şikâyeti" }).PressAsync("Enter");
        await page.EnterOnAsync("button", "Başka başvuru da var");
        var asked = page.GetByRole(AriaRole.Dialog, new() { Name = "Bu e-postada başka başvuru da mı var?" });
        await Expect(asked).ToContainTextAsync("E-postanın bir kopyası ekleriyle sıraya konur");
        await Axe.FindNothingAsync(page, "before a mail is copied");
        await page.HitAsync("Escape");
        await Expect(asked).ToBeHiddenAsync();
        (await MailsAsync()).Should().Be(1, "who only read what it does has done nothing");

        await page.EnterOnAsync("button", "Başka başvuru da var");
        await Expect(asked).ToBeVisibleAsync();
        await page.HitAsync("Control+Enter");

        await Expect(page.Locator(".toast")).ToContainTextAsync("kopyası sıraya kondu");
        (await MailsAsync()).Should().Be(2);
    }

    public async Task DisposeAsync() => await _office.DisposeAsync();

    internal static async Task DeliverAsync(AnActingOffice office)
    {
        var services = office.Server.Services;
        var box = Path.Combine(services.GetRequiredService<DataFolder>().SimulatedMailboxes, services.GetRequiredService<UnitDirectory>().Find(office.Unit)!.Code.Value, "new");
        Directory.CreateDirectory(box);
        await File.WriteAllBytesAsync(Path.Combine(box, "1"), AMimeMail.Whole);
        await services.GetRequiredService<MailSweep>().RunAsync(CancellationToken.None);
    }

    private async Task<int> MailsAsync()
    {
        await using var db = await _office.Server.DbAsync();
        return await db.ReceivedMails.CountAsync();
    }
}
