using Bimer.Domain.Cases;
using Bimer.Domain.Replies;
using Bimer.Domain.Time;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Bimer.Tests.Journeys;

/// <summary>
/// An information request of three items as its people live it (S52–S54): filed, its time extended, answered, corrected by the approver, sent again, granted in part,
/// read in the mail and on the citizen's page.
/// </summary>
public sealed class InformationJourney : IAsyncLifetime
{
    private const string Text = "4982 sayılı Kanun uyarınca aşağıdaki bilgi ve belgelerin tarafıma verilmesini arz ederim.";
    private const string First = "2025 yılı hava kalitesi ölçüm sonuçları", Second = "Ölçüm istasyonlarının yer listesi", Third = "İstasyon bakım sözleşmesi";
    private const string Mistyped = "Ölçüm sonuçları 2052 yılına aittir.", Corrected = "Ölçüm sonuçları 2025 yılına aittir.";
    private const string Note = "Yıl yanlış yazılmış.";
    private FourPeople _people = null!;
    private string _number = "";

    public async Task InitializeAsync() => _people = await FourPeople.SitDownAsync(Kind.Sqlite);

    [Fact]
    public async Task Three_items_are_asked_for_extended_corrected_and_granted_in_part()
    {
        await FileAsync();
        await OpenAsync();
        await ExtendAsync();
        await AnswerAsync();
        await SendBackAsync();
        await CorrectAsync();
        await SignAsync();
        await ReadMailAsync();
        await LookUpAsync();
        _people.Server.Complaints.Should().BeEmpty("ordinary work leaves no warning in the log");
    }

    public async Task DisposeAsync() => await _people.DisposeAsync();

    private async Task FileAsync()
    {
        var page = _people.Citizen.Page;
        await PortalSteps.PassGateAsync(_people.Server, page);
        await PortalSteps.WriteUntilTextAsync(page, new APetition(_people.Governorship, Text, JourneyWords.Email, []) { Kind = CaseKind.InformationRequest });
        string[] items = [First, Second, Third];
        for (var at = 0; at < items.Length; at++)
        {
            if (at > 0) await page.Locator("[data-items-add]").ClickAsync();
            await page.Locator($"#istenen-{at + 1}").FillAsync(items[at]);
        }

        await page.Locator("#metin").FillAsync(Text);
        await page.GetByRole(AriaRole.Button, new() { Name = "Devam et" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Devam et" }).ClickAsync();
        await Expect(page.Locator("[data-items] li")).ToHaveTextAsync(items);
        await PortalSteps.SendAsync(page);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Başvurunuz alındı" })).ToBeVisibleAsync();
        _number = await page.Locator(".receipt .num").InnerTextAsync();
    }

    private async Task OpenAsync()
    {
        var page = _people.Receiver.Page;
        await page.Locator(".fresh").ClickAsync();   // new rows never push in
        await page.Locator("[data-row]", new() { HasText = _number }).ClickAsync();
        await Expect(page.Locator("[data-items] li")).ToHaveCountAsync(3);
        await Expect(page.Locator(".deadline").First).ToContainTextAsync("iş günü kaldı");
    }

    private async Task ExtendAsync()
    {
        var page = await AtTheLetterAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "Süre uzat" }).CheckAsync();
        await page.Locator("#because").SelectOptionAsync(nameof(ExtensionGround.OtherUnit));
        await page.Locator("#notice-ground").FillAsync("Ölçümler laboratuvar birimindedir.");
        await SendAsync(page);

        var approver = await AtTheDecisionAsync();
        await Expect(approver.Locator(".letter-sheet")).ToContainTextAsync("Ölçümler laboratuvar birimindedir.");
        await ApproveAsync(approver, verdict: null);
        await using var db = await _people.Server.DbAsync();
        DeadlineLedger.Replay((await db.Cases.SingleAsync(c => c.Id == CaseNumber.Parse(_number).Value!.CaseId)).Ledger!).Terms.Limit.Should().Be(30);
    }

    private async Task AnswerAsync()
    {
        var page = await AtTheLetterAsync();
        await DeskSteps.TypeLetterAsync(page, Mistyped);
        await DecideAsync(page, 1, "Kabul");
        await DecideAsync(page, 2, "Kısmen kabul");
        await page.Locator("#item-2-article").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.Locator("#item-2-note").FillAsync("Askerî alandaki iki istasyonun yeri verilmez.");
        await DecideAsync(page, 3, "Ret");
        await page.Locator("#item-3-article").SelectOptionAsync(new SelectOptionValue { Index = 2 });
        await SendAsync(page);
    }

    private async Task SendBackAsync()
    {
        var page = await AtTheDecisionAsync();
        await Expect(page.Locator("[data-items-verdict] [data-items] li")).ToHaveCountAsync(3);
        await Expect(page.Locator("[data-items-proposed=PartlyGranted]")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Cevap Düzeltmeyi Aç" }).ClickAsync();
        await page.GetByLabel("Düzeltme notu").FillAsync(Note);
        await page.GetByRole(AriaRole.Button, new() { Name = "Düzeltmeye gönder" }).ClickAsync();
        await Expect(page.GetByText("Onay bekleyen cevap kalmadı")).ToBeVisibleAsync();
    }

    private async Task CorrectAsync()
    {
        var page = await AtTheLetterAsync();
        await Expect(page.Locator(".revision-note")).ToHaveTextAsync(Note);
        await Expect(page.Locator("[data-item-choice='3'] input[value=Refused]")).ToBeCheckedAsync();
        await DeskSteps.TypeLetterAsync(page, Corrected);
        await SendAsync(page, chooses: false);
    }

    private async Task SignAsync()
    {
        var page = await AtTheDecisionAsync();
        await Expect(page.Locator(".letter-sheet")).ToContainTextAsync(Corrected);
        await ApproveAsync(page, "Kısmen kabul");
    }

    private async Task ReadMailAsync()
    {
        await Eventually.TrueAsync(() => _people.Mail.Accepted.Count > 1, "the mail server got the notice and the answer");
        var mails = _people.Mail.Accepted.Select(taken => taken.Read()).ToList();
        mails.Should().HaveCount(2);
        mails[0].PlainText.Should().Contain("Ölçümler laboratuvar birimindedir.").And.Contain("11 inci maddesi");
        foreach (var text in (string[])[mails[1].PlainText, mails[1].Html])
        {
            text.Should().Contain(Corrected).And.NotContain(Mistyped);
            text.Should().ContainAll(First, Second, Third, "Kabul", "Kısmen kabul", "Ret", "Askerî alandaki iki istasyonun yeri verilmez.", "Bilgi Edinme Değerlendirme Kurulu");
        }
    }

    private async Task LookUpAsync()
    {
        var page = _people.Citizen.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "Formdan çık" }).ClickAsync();
        await PortalSteps.LookUpAsync(_people.Server, page, _number);
        await Expect(page.GetByText(Corrected)).ToBeVisibleAsync();
        await Expect(page.Locator(".own-case")).ToContainTextAsync("Cevap süresi uzatıldı");
        foreach (var outcome in (string[])["Granted", "PartlyGranted", "Refused"]) await Expect(page.Locator($"[data-item={outcome}]").First).ToBeVisibleAsync();
        foreach (var size in (ViewportSize[])[Screen.Phone, Screen.Laptop])
        {
            await page.SetViewportSizeAsync(size.Width, size.Height);
            await Axe.FindNothingAsync(page);
            (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(size.Width);
        }
    }

    private async Task<IPage> AtTheLetterAsync()
    {
        var page = _people.Receiver.Page;
        await page.GotoAsync($"{_people.Server.Url}/evrak/{_number}/cevapla");
        await AnActingOffice.LiveAsync(page);
        await Expect(page.Locator("#letter")).ToHaveAttributeAsync("contenteditable", "true");
        return page;
    }

    private async Task<IPage> AtTheDecisionAsync()
    {
        var page = _people.Approver.Page;
        await page.GotoAsync($"{_people.Server.Url}/onay/{_number}");
        await AnActingOffice.LiveAsync(page);
        return page;
    }

    private static Task DecideAsync(IPage page, int item, string outcome) =>
        page.Locator($"[data-item-choice='{item}']").GetByRole(AriaRole.Radio, new() { Name = outcome, Exact = true }).CheckAsync();

    private static async Task SendAsync(IPage page, bool chooses = true)
    {
        if (chooses)
        {
            await page.GetByLabel("Hizmet", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Index = 1 });
            await page.GetByLabel("Ad3 Soyad").CheckAsync();
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Gönder", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Onaya gönder" }).ClickAsync();
        await Expect(page.Locator(".toast")).ToContainTextAsync("onayına gönderildi");
    }

    private static async Task ApproveAsync(IPage page, string? verdict)
    {
        await page.GetByLabel("Doğru:").CheckAsync();
        if (verdict is not null) await page.GetByRole(AriaRole.Radio, new() { Name = verdict }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Onayla", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Onayla ve gönder" }).ClickAsync();
        await Expect(page.GetByText("Onay bekleyen cevap kalmadı")).ToBeVisibleAsync();
    }
}
