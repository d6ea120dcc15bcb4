using System.Text;
using Bimer.Blazor.Shell.Frame;
using Bimer.Domain.Cases;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using Bimer.Tests.Persistence.Files;
using FluentAssertions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bimer.Tests.Journeys;

/// <summary>A tip-off of the canary's lives its whole life while an officer, another, an approver and a coordinator look on.</summary>
internal sealed class CanaryStory(BimerServer server, StaffSurfaces surfaces) : IAsyncDisposable
{
    private readonly List<Person> _staff = [];
    private byte[] _report = [];
    private Person _officer = null!;
    private Person _writer = null!;
    private Person _approver = null!;
    private Person _coordinator = null!;

    public string Number { get; private set; } = "";

    /// <summary>At their browsers, signed in, each on the page where the tip-off will show.</summary>
    public async Task SitDownAsync()
    {
        var (governorship, health) = (server.Unit("Ankara Valiliği"), server.Unit("Ankara İl Sağlık Müdürlüğü"));
        _officer = await SitDownAsync(await server.HireAsync(1, OfficerRole.CaseOfficer, governorship), "/kutu/kurum");
        _writer = await SitDownAsync(await server.HireAsync(2, OfficerRole.CaseOfficer, health), "/kutu/kurum");
        _approver = await SitDownAsync(await server.HireAsync(3, OfficerRole.Approver, governorship), "/kutu/onay");
        _coordinator = await SitDownAsync(await server.HireAsync(4, OfficerRole.Coordinator, governorship), "/masa");
    }

    /// <summary>Through the portal, hidden, with two files that carry the name outside and inside.</summary>
    public async Task FileAsync()
    {
        await using var citizen = await Chromium.NewPersonAsync();
        var made = await PaperAndPhoto.MakeAsync(citizen.Context);
        _report = made.Paper;
        var name = Encoding.UTF8.GetBytes($"{Canaries.Citizen.GivenName} {Canaries.Citizen.Surname} {Canaries.Citizen.Mobile}");
        byte[] photo = [.. made.Photo[..2], .. Pictures.Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. name]), .. Pictures.Segment(0xFE, name), .. made.Photo[2..]];
        FilePayload[] files =
        [
            new() { Name = "Müjgançiçek Bülbülışığı ihbarı.pdf", MimeType = "application/pdf", Buffer = TellingFiles.Pdf(maker: "MUJGANCICEK BULBULISIGI") },
            new() { Name = "bulbulisigi_5549876103.jpg", MimeType = "image/jpeg", Buffer = photo },
        ];
        files.Should().OnlyContain(file => Canaries.In(file.Buffer).Count > 0);
        await PortalSteps.PassGateAsync(server, citizen.Page, Canaries.Citizen);
        await PortalSteps.WriteAsync(citizen.Page, new APetition(server.Unit("Ankara Valiliği"), ACase.Words, Canaries.Email, files, Hidden: true)
        {
            Kind = CaseKind.TipOff, ContactAddress = Canaries.ContactAddress,
        });
        await PortalSteps.SendAsync(citizen.Page);
        Number = await citizen.Page.Locator(".receipt .num").InnerTextAsync();
    }

    public async Task OpenAndForwardAsync()
    {
        var page = _officer.Page;
        await ReadAsync(page, Number);
        await CanaryLooks.FindAsync(page, Number, surfaces);
        await CanaryLooks.MeetAsync(page, _coordinator.Page, server.Url + Addresses.Case(Number));
        await CanaryLooks.PrintAsync(page, Number, surfaces);
        foreach (var file in (string[])["Ek-1.pdf", "Ek-2.jpg"]) await DeskSteps.DownloadAsync(page, file);
        await page.GetByRole(AriaRole.Link, new() { Name = "Sevk Et", Exact = true }).ClickAsync();
        await page.ArriveAtAsync(server.Url + "/evrak/" + Number + "/sevk**");
        await AnActingOffice.LiveAsync(page);
        await DeskSteps.NameUnitAsync(page, "ankara il sağlık", "Ankara İl Sağlık Müdürlüğü", "Gereği");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ekle ve Sevk Et" }).ClickAsync();
        await Expect(page.Locator(".toast")).ToContainTextAsync("sevk edildi");
        await CanaryLooks.FollowAmongManyAsync(page, server.Url + Addresses.Forwarded, Number);
    }

    public async Task AnswerAsync()
    {
        await ReadAsync(_writer.Page, Number);
        await AnswerAsync(_writer.Page);
    }

    /// <summary>Another petition, read, looked for, printed and answered by the officer who received it.</summary>
    public async Task AnswerAnotherAsync(string number)
    {
        var page = _officer.Page;
        await page.GotoAsync(server.Url + "/kutu/kurum");
        await AnActingOffice.LiveAsync(page);
        await ReadAsync(page, number);
        await CanaryLooks.FindAsync(page, number, surfaces);
        await CanaryLooks.FindAsync(page, Canaries.Citizen.Surname, surfaces);
        await CanaryLooks.PrintAsync(page, number, surfaces);
        await AnswerAsync(page);
    }

    private async Task AnswerAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Cevapla", Exact = true }).ClickAsync();
        await DeskSteps.WriteLetterAsync(page, _report);
        await page.GetByRole(AriaRole.Button, new() { Name = "Gönder", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Onaya gönder" }).ClickAsync();
        await Expect(page.Locator(".toast")).ToContainTextAsync("onayına gönderildi");
    }

    public async Task SignAsync()
    {
        var page = _approver.Page;
        await page.GotoAsync(server.Url + "/kutu/onay");
        await AnActingOffice.LiveAsync(page);
        await page.Locator("[data-row]").ClickAsync();
        await Expect(page.Locator(".letter-sheet")).ToContainTextAsync(JourneyWords.FirstLine);
        await page.GetByLabel("Doğru:").CheckAsync();
        await page.GetByLabel("Olumlu", new() { Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Onayla", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Onayla ve gönder" }).ClickAsync();
        await Expect(page.GetByText("Onay bekleyen cevap kalmadı")).ToBeVisibleAsync();
    }

    /// <summary>Each of the staff asks, without a script, for every page there is, with this case wherever a page takes one.</summary>
    public Task LookEverywhereAsync(IEnumerable<string> addresses) => Task.WhenAll(_staff.Select(async person =>
    {
        foreach (var address in addresses) await person.Context.APIRequest.GetAsync(server.Url + address);
    }));

    /// <summary>The officer opens an open petition of the same citizen and presses the eye.</summary>
    public async Task RevealAsync(string number)
    {
        var page = _officer.Page;
        await page.GotoAsync(server.Url + "/kutu/kurum");
        await AnActingOffice.LiveAsync(page);
        await page.Locator("[data-row]", new() { HasText = number }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Göster (kayda alınır)" }).ClickAsync();
        await Expect(page.GetByText(Canaries.Citizen.Surname).First).ToBeVisibleAsync();
    }

    /// <summary>The officer hides it: the name goes from their own page too.</summary>
    public async Task HideAsync()
    {
        await _officer.Page.GetByRole(AriaRole.Button, new() { Name = "Başvuran Bilgilerini Gizle" }).ClickAsync();
        await Expect(_officer.Page.GetByText("Kimliği siz gizlediniz", new() { Exact = false })).ToBeVisibleAsync();
        await Expect(_officer.Page.GetByText(Canaries.Citizen.Surname)).ToHaveCountAsync(0);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var person in _staff) await person.DisposeAsync();
    }

    private static async Task ReadAsync(IPage page, string number)
    {
        await page.Locator("[data-row]", new() { HasText = number }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Başvuru metni" })).ToBeVisibleAsync();
    }

    private async Task<Person> SitDownAsync(StaffMember officer, string page)
    {
        var person = await Chromium.NewPersonAsync();
        surfaces.Watch(person);
        _staff.Add(person);
        await server.SignInAsync(person, officer, page);
        await AnActingOffice.LiveAsync(person.Page);
        return person;
    }
}
