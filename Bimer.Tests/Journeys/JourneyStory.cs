using Bimer.Blazor.Live;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bimer.Tests.Journeys;

/// <summary>The steps of the whole journey; each says what its people see.</summary>
internal sealed class JourneyStory(FourPeople people, LiveSight sight, PaperAndPhoto files, bool hidden)
{
    private const string Place = "() => [document.activeElement.getAttribute('href'), document.activeElement.getBoundingClientRect().top, document.querySelector('.rows').scrollTop].join(' ')";
    private string _number = "";

    private CaseId Case => CaseNumber.Parse(_number).Value!.CaseId;

    private string Server => people.Server.Url;

    public async Task FileAsync()
    {
        var (citizen, receiver) = (people.Citizen.Page, people.Receiver.Page);
        FilePayload[] attached =
        [
            new() { Name = JourneyWords.PaperName, MimeType = "application/pdf", Buffer = files.Paper },
            new() { Name = JourneyWords.PhotoName, MimeType = "image/jpeg", Buffer = files.Photo },
        ];
        await PortalSteps.PassGateAsync(people.Server, citizen);
        await PortalSteps.WriteAsync(citizen, new APetition(people.Governorship, JourneyWords.SixThousand, JourneyWords.Email, attached, hidden));
        await receiver.Locator("[data-row]").Nth(20).FocusAsync();
        var place = await receiver.EvaluateAsync<string>(Place);

        await sight.SeesAsync(people.Receiver, "() => document.querySelector('.fresh')?.innerText.includes('1 yeni evrak')", LiveTopic.UnitInbox(people.Governorship), async () =>
        {
            await PortalSteps.SendAsync(citizen);
            await Expect(citizen.GetByRole(AriaRole.Heading, new() { Name = "Başvurunuz alındı" })).ToBeVisibleAsync();
        });

        _number = await citizen.Locator(".receipt .num").InnerTextAsync();
        await Expect(receiver).ToHaveTitleAsync($"({FourPeople.Backlog + 1}) Kurum Kutusu – Bimer");
        (await receiver.EvaluateAsync<string>(Place)).Should().Be(place, "nothing moves under a hand");
    }

    public async Task OpenAsync()
    {
        var page = people.Receiver.Page;
        await page.Locator(".fresh").ClickAsync();
        await sight.SeesAsync(people.Approver, $"() => document.querySelector(\"#menu [href='/kutu/kurum'] .count\").innerText === '{FourPeople.Backlog}'", LiveTopic.UnitInbox(people.Governorship), async () =>
        {
            await page.Locator("[data-row]", new() { HasText = _number }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Başvuru metni" })).ToBeVisibleAsync();
        });
        await ReadPetitionAsync(page);
        await FetchAsync(page);
    }

    public async Task ForwardAsync()
    {
        var page = people.Receiver.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Sevk Et", Exact = true }).ClickAsync();
        await DeskSteps.NameUnitAsync(page, "ankara il sağlık", "Ankara İl Sağlık Müdürlüğü", "Gereği");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ekle", Exact = true }).ClickAsync();
        await Expect(page.Locator(".recipients li")).ToHaveCountAsync(1);
        await DeskSteps.NameUnitAsync(page, "çankaya kaym", "Çankaya Kaymakamlığı", "Bilgi");

        await sight.SeesAsync(people.Writer, $"() => document.querySelector('.row')?.innerText.includes('{_number}')", LiveTopic.UnitInbox(people.Health), async () =>
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Ekle ve Sevk Et" }).ClickAsync();
            await Expect(page.Locator(".toast")).ToContainTextAsync("2 birime sevk edildi");
        });
        await using var db = await people.Server.DbAsync();
        (await db.Routings.Where(r => r.CaseId == Case && r.EndedAt == null).Select(r => new { r.To, r.Purpose }).ToListAsync()).Should().BeEquivalentTo(
            [new { To = people.Health, Purpose = RoutingPurpose.Action }, new { To = people.District, Purpose = RoutingPurpose.Information }]);
    }

    public async Task AnswerAsync()
    {
        var page = people.Writer.Page;
        await page.Locator("[data-row]", new() { HasText = _number }).ClickAsync();
        await ReadPetitionAsync(page);
        await Expect(page.GetByText(JourneyWords.Note).First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Cevapla", Exact = true }).ClickAsync();
        await DeskSteps.WriteLetterAsync(page, files.Paper);
        await page.GetByRole(AriaRole.Button, new() { Name = "Gönder", Exact = true }).ClickAsync();

        await sight.SeesAsync(people.Approver, $"() => document.querySelector('.row')?.innerText.includes('{_number}')", LiveTopic.ApprovalBox(people.Governorship), async () =>
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Onaya gönder" }).ClickAsync();
            await Expect(page.Locator(".toast")).ToContainTextAsync("onayına gönderildi");
        });
        await Expect(people.Approver.Page).ToHaveTitleAsync("(1) Onay Bekleyenler – Bimer");
    }

    public async Task SignAsync()
    {
        await people.Writer.Page.GotoAsync(Server + "/kutu/onaya-gonderdiklerim");
        await AnActingOffice.LiveAsync(people.Writer.Page);
        var page = people.Approver.Page;
        await page.Locator("[data-row]").ClickAsync();
        await Expect(page.Locator(".letter-sheet")).ToContainTextAsync(JourneyWords.FirstLine);
        await Expect(page.Locator(".letter-sheet strong, .letter-sheet b")).ToHaveTextAsync(JourneyWords.BoldLine);
        await ConcealsAsync(page);
        await page.GetByLabel("Doğru:").CheckAsync();
        await page.GetByLabel("Olumlu", new() { Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Onayla", Exact = true }).ClickAsync();

        await sight.SeesAsync(people.Writer, "() => document.querySelectorAll('.row:not(.gone)').length === 0", FourPeople.WritersBoxes, async () =>
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Onayla ve gönder" }).ClickAsync();
            await Expect(page.GetByText("Onay bekleyen cevap kalmadı")).ToBeVisibleAsync();
        });
    }

    public async Task ReadMailAsync()
    {
        await Eventually.TrueAsync(() => people.Mail.Accepted.Count > 0, "the mail server got the answer");
        var taken = people.Mail.Accepted.Should().ContainSingle().Subject;
        taken.To.Should().Equal(JourneyWords.Email);
        var mail = taken.Read();
        (mail.Subject, mail.To, mail.From).Should().Be(($"{_number} sayılı başvurunuz", $"<{JourneyWords.Email}>", "BİMER <cevap@bimer.example>"));
        mail.HeaderNames.Should().Equal(AMail.Headers);
        foreach (var text in (string[])[mail.PlainText, mail.Html])
        {
            text.Should().Contain(JourneyWords.FirstLine).And.Contain(JourneyWords.BoldLine).And.Contain(hidden ? "Sayın Başvuran," : $"Sayın Ayşe {JourneyWords.Surname},");
            if (hidden) text.Should().NotContain(JourneyWords.Surname);
        }

        var report = mail.Attachments.Should().ContainSingle().Subject;
        report.FileName.Should().Be(JourneyWords.ReportName);
        report.Content.Should().Equal(files.Paper);
    }

    public async Task LookUpAsync()
    {
        var page = people.Citizen.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = hidden ? "Hızlı çıkış" : "Formdan çık" }).ClickAsync();
        await PortalSteps.LookUpAsync(people.Server, page, _number);
        await Expect(page.GetByText(JourneyWords.FirstLine)).ToBeVisibleAsync();
        await Expect(page.GetByText(JourneyWords.BoldLine)).ToBeVisibleAsync();
        (await DeskSteps.DownloadAsync(page, JourneyWords.ReportName)).Should().Equal(files.Paper);
        await Expect(page.Locator(".answer header")).ToContainTextAsync("Ankara İl Sağlık Müdürlüğü, Ankara Valiliği");
        (await page.Locator(".own-text .text").TextContentAsync()).Should().Be(JourneyWords.SixThousand);
        await Expect(page.Locator(".own-text a")).ToHaveCountAsync(hidden ? 0 : 2);
        foreach (var size in (ViewportSize[])[Screen.Phone, Screen.Laptop])
        {
            await page.SetViewportSizeAsync(size.Width, size.Height);
            await Axe.FindNothingAsync(page);
            (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(size.Width);
        }
    }

    private async Task ReadPetitionAsync(IPage page)
    {
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Başvuru metni" })).ToBeVisibleAsync();
        (await page.Locator(".case-body .text").TextContentAsync()).Should().Be(JourneyWords.SixThousand);
        await ConcealsAsync(page);
    }

    private async Task ConcealsAsync(IPage page)
    {
        var whole = await FourPeople.WholeAsync(page);
        whole.Should().NotContain(JourneyWords.Surname).And.NotContain(PortalSteps.Ayse.NationalId).And.NotContain(JourneyWords.Email);
        if (hidden) whole.Should().NotContain("A*****");
    }

    private async Task FetchAsync(IPage page)
    {
        var paper = await DeskSteps.DownloadAsync(page, hidden ? "Ek-1.pdf" : JourneyWords.PaperName);
        if (hidden) System.Text.Encoding.Latin1.GetString(paper).Should().StartWith("%PDF-").And.NotContain("Skia", "of a hidden applicant's paper only its drawn pages leave the store");
        else paper.Should().Equal(files.Paper);
        var photo = await DeskSteps.DownloadAsync(page, hidden ? "Ek-2.jpg" : JourneyWords.PhotoName);
        photo.Should().HaveCountLessThan(files.Photo.Length);
        photo.AsSpan().IndexOf(PaperAndPhoto.PlaceTag).Should().Be(-1, "the place is gone");
        System.Text.Encoding.Latin1.GetString(photo).Should().NotContain(PaperAndPhoto.Place);
        (await page.EvaluateAsync<int>("async bytes => (await createImageBitmap(new Blob([Uint8Array.from(atob(bytes), c => c.charCodeAt(0))]))).width", Convert.ToBase64String(photo)))
            .Should().Be(640, "it is a picture still");
    }
}
