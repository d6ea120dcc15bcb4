using Bimer.Domain.Replies;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Bimer.Tests.Journeys;

/// <summary>A letter from its first word to its signature, through everything that happens in between (S44–S51, K4, B1).</summary>
public sealed class AnsweringJourney : IAsyncLifetime
{
    private const string Sentence = "Şikâyetiniz üzerine İl Müdürlüğümüzce yapılan incelemede ığüşöç harfleri dâhil her şey yerindedir. ";
    private static readonly string _long = string.Concat(Enumerable.Repeat(Sentence, 61))[..6_000];
    private AnActingOffice _office = null!;

    public async Task InitializeAsync() => _office = await AnActingOffice.OpenAsync();

    [Fact]
    public async Task Six_thousand_characters_survive_a_reload_come_back_with_a_note_and_are_signed()
    {
        var routing = await _office.HeldCaseAsync();
        var number = AnActingOffice.Number(routing);
        await using var writer = await _office.SitDownAsync(_office.Writer, $"/evrak/{number}/cevapla");
        await DeskSteps.TypeLetterAsync(writer.Page, _long);
        await DeskSteps.ReloadLetterAsync(writer.Page, _long);
        await writer.Page.GetByLabel("Hizmet", new() { Exact = true }).SelectOptionAsync(ReplyStories.Service);
        await writer.Page.GetByLabel("Ad2 Soyad").CheckAsync();
        await SendAsync(writer.Page);

        await using var approver = await _office.SitDownAsync(_office.Approver, $"/onay/{number}");
        await Expect(approver.Page.Locator(".letter-sheet")).ToContainTextAsync(_long[..500]);
        await AsksForBothAnswersAsync(approver.Page);
        await SendBackAsync(approver.Page, "Tarih ve sayı eksik.");

        await writer.Page.GotoAsync($"{_office.Server.Url}/evrak/{number}/cevapla");
        await Expect(writer.Page.Locator(".revision-note")).ToHaveTextAsync("Tarih ve sayı eksik.");
        await Expect(writer.Page.Locator("#letter")).ToContainTextAsync(_long[..500]);
        await DeskSteps.TypeLetterAsync(writer.Page, "15 Mart 2026 tarihinde değiştirilmiştir.");
        await SendAsync(writer.Page);

        await ApproveAsync(approver.Page, number);
        await using var db = await _office.Server.DbAsync();
        (await db.Replies.SingleAsync()).Should().BeEquivalentTo(new { Status = ReplyStatus.Approved, Version = 2, Verdict = ReplyVerdict.Favourable });
    }

    private static async Task AsksForBothAnswersAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Onayla", Exact = true }).ClickAsync();
        await Expect(page.Locator(".decision .field-error")).ToHaveCountAsync(2);
        await Expect(page.Locator("#confirm-approval")).ToBeHiddenAsync();
    }

    private static async Task SendBackAsync(IPage page, string note)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Cevap Düzeltmeyi Aç" }).ClickAsync();
        await page.GetByLabel("Düzeltme notu").FillAsync(note);
        await page.GetByRole(AriaRole.Button, new() { Name = "Düzeltmeye gönder" }).ClickAsync();
        await Expect(page.GetByText("Onay bekleyen cevap kalmadı")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_key_right_after_the_last_choice_is_heard()
    {
        var number = AnActingOffice.Number(await SubmittedAsync());
        await using var approver = await _office.SitDownAsync(_office.Approver, $"/onay/{number}");
        await approver.Page.GetByLabel("Doğru:").CheckAsync();

        // In one turn of the browser: no answer of the server comes between the choice and the key.
        await approver.Page.GetByLabel("Olumlu", new() { Exact = true }).EvaluateAsync(
            "choice => { choice.click(); choice.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true })); }");

        await Expect(approver.Page.Locator("#confirm-approval")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Of_two_approvers_at_one_letter_the_second_is_told_by_whom_and_loses_nothing()
    {
        var number = AnActingOffice.Number(await SubmittedAsync());
        await using var first = await _office.SitDownAsync(_office.Approver, $"/onay/{number}");
        await using var second = await _office.SitDownAsync(_office.OtherApprover, $"/onay/{number}");
        await second.Page.GetByRole(AriaRole.Button, new() { Name = "Cevap Düzeltmeyi Aç" }).ClickAsync();
        await second.Page.GetByLabel("Düzeltme notu").FillAsync("Yarım kalan not");

        await ApproveAsync(first.Page, number);

        await Expect(second.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Ad2 Soyad");
        await Expect(second.Page.GetByLabel("Düzeltme notu")).ToHaveValueAsync("Yarım kalan not");
        await Expect(second.Page.GetByRole(AriaRole.Button, new() { Name = "Düzeltmeye gönder" })).ToBeDisabledAsync();
    }

    [Fact]
    public async Task An_approvers_note_is_there_after_a_reload_until_it_is_sent()
    {
        var number = AnActingOffice.Number(await SubmittedAsync());
        await using var approver = await _office.SitDownAsync(_office.Approver, $"/onay/{number}");
        await approver.Page.GetByRole(AriaRole.Button, new() { Name = "Cevap Düzeltmeyi Aç" }).ClickAsync();
        await approver.Page.GetByLabel("Düzeltme notu").FillAsync("Tarih eksik.");
        await Expect(approver.Page.Locator("#note-state")).ToContainTextAsync("Taslak kaydedildi");

        await approver.Page.ReloadAsync();

        await AnActingOffice.LiveAsync(approver.Page);
        await Expect(approver.Page.GetByLabel("Düzeltme notu")).ToHaveValueAsync("Tarih eksik.");
        await approver.Page.GetByRole(AriaRole.Button, new() { Name = "Düzeltmeye gönder" }).ClickAsync();
        await Expect(approver.Page.GetByText("Onay bekleyen cevap kalmadı")).ToBeVisibleAsync();
        await using var db = await _office.Server.DbAsync();
        (await db.DeskDrafts.CountAsync()).Should().Be(0);
    }

    [Fact]
    public async Task Two_windows_of_one_letter_show_both_texts_and_the_writer_chooses()
    {
        var number = AnActingOffice.Number(await _office.HeldCaseAsync());
        await using var writer = await _office.SitDownAsync(_office.Writer, $"/evrak/{number}/cevapla");
        writer.Expecting("409");   // the browser reports the refused save to its console
        await DeskSteps.TypeLetterAsync(writer.Page, "Birinci pencere");
        var other = await writer.NewTabAsync();
        await other.GotoAsync($"{_office.Server.Url}/evrak/{number}/cevapla");
        await AnActingOffice.LiveAsync(other);
        await DeskSteps.TypeLetterAsync(other, "İkinci pencere");

        await writer.Page.Locator("#letter").FillAsync("Birinci pencere, devamı");

        await Expect(writer.Page.Locator(".letter-conflict")).ToContainTextAsync("İkinci pencere");
        await Expect(writer.Page.Locator("#letter")).ToHaveTextAsync("Birinci pencere, devamı");
        await writer.Page.GetByRole(AriaRole.Button, new() { Name = "Bu penceredekini kaydet" }).ClickAsync();
        await Expect(writer.Page.Locator("#letter-state")).ToContainTextAsync("Kaydedildi");
        await DeskSteps.ReloadLetterAsync(other, "Birinci pencere, devamı");
    }

    public async Task DisposeAsync() => await _office.DisposeAsync();

    private static async Task SendAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Gönder", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Onaya gönder" }).ClickAsync();
        await Expect(page.Locator(".toast")).ToContainTextAsync("onayına gönderildi");
    }

    private async Task ApproveAsync(IPage page, string number)
    {
        await page.GotoAsync($"{_office.Server.Url}/onay/{number}");
        await AnActingOffice.LiveAsync(page);
        await page.GetByLabel("Doğru:").CheckAsync();
        await page.GetByLabel("Olumlu", new() { Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Onayla", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Onayla ve gönder" }).ClickAsync();
        await Expect(page.GetByText("Onay bekleyen cevap kalmadı")).ToBeVisibleAsync();
    }

    private async Task<Bimer.Domain.Kernel.RoutingId> SubmittedAsync()
    {
        var routing = await _office.HeldCaseAsync();
        await using var writer = await _office.SitDownAsync(_office.Writer, $"/evrak/{AnActingOffice.Number(routing)}/cevapla");
        await DeskSteps.TypeLetterAsync(writer.Page, "Gereği yapılmıştır.");
        await writer.Page.GetByLabel("Hizmet", new() { Exact = true }).SelectOptionAsync(ReplyStories.Service);
        await writer.Page.GetByLabel("Ad2 Soyad").CheckAsync();
        await SendAsync(writer.Page);
        return routing;
    }
}
