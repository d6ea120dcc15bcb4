using System.Globalization;
using System.Net;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Blazor.Shell;
using Bimer.Blazor.Workspace.CaseDetail;
using Bimer.Domain.Cases;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using Bimer.Tests.UseCases;
using Bunit;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.Screens;

/// <summary>The eye beside a masked name (göz simgesi, S26).</summary>
public sealed class ApplicantCardTests
{
    private static readonly TimeSpan _atMost = TimeSpan.FromSeconds(30);

    private static readonly ApplicantIdentity _whole = ServerStories.Identity with
    {
        Telephone = "03124221000", ContactAddress = "Sümbül Sok. 3", RegisterAddress = "Lale Cad. 5", Education = "lise",
        Entity = new("Örnek Tarım A.Ş.", "1234567890", "Sanayi Cad. 1", "bilgi@ornek.invalid"),
    };

    private static readonly string[] _held =
    [
        _whole.FullName, _whole.NationalId, _whole.Mobile, "03124221000", "kanarya@posta.invalid", "Sümbül Sok. 3", "Lale Cad. 5", "Lise",
        "Örnek Tarım A.Ş.", "1234567890", "Sanayi Cad. 1", "bilgi@ornek.invalid",
    ];

    [Fact]
    public async Task The_eye_pressed_twice_in_one_moment_is_recorded_as_one_look()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("tr-TR");
        await using var story = await AReplyStory.BeginAsync(Kind.Sqlite);
        var sheet = await story.Office.For<CaseQuery>(story.Writer).ReadAsync(new CaseNumber(story.Routing.CaseId).ToString(), CancellationToken.None);
        var reader = new AHeldBackReader(story.Writer);
        await using var browser = BrowserOf(story.Office, reader);
        var card = browser.Render<ApplicantCard>(parameters => parameters.Add(p => p.Sheet, sheet!));

        var held = reader.HoldAsks();
        var eye = card.Find("button");
        var pressed = Task.WhenAll(eye.ClickAsync(new()), eye.ClickAsync(new()));
        held.SetResult();
        await pressed.WaitAsync(_atMost);

        await using var db = await story.Office.DbAsync();
        (await db.AuditEntries.CountAsync(a => a.Action == "identity.revealed")).Should().Be(1);
    }

    [Fact]
    public async Task A_name_that_comes_after_somebody_hid_it_is_not_shown_and_one_that_stands_there_goes()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("tr-TR");
        await using var office = await Office.OpenAsync(Kind.Sqlite);
        var officer = await office.HireAsync(1, OfficerRole.CaseOfficer, office.Unit("Ankara Valiliği"));
        var caseFile = await ServerStories.FileAsync(office.Services, office.Unit("Ankara Valiliği"), CaseKind.Complaint, hidden: false);
        await office.OpenAsync(officer, caseFile.Routings[0].Id);
        var sheet = (await office.For<CaseQuery>(officer).ReadAsync(caseFile.NumberOf(), CancellationToken.None))!;
        var hidden = sheet with { Applicant = sheet.Applicant with { Concealment = IdentityConcealment.ByOfficer, MaskedName = null, MayReveal = false } };
        var reader = new AHeldBackReader(officer);
        await using var browser = BrowserOf(office, reader);
        var card = browser.Render<ApplicantCard>(parameters => parameters.Add(p => p.Sheet, sheet));

        await card.Find("button").ClickAsync(new());
        card.Markup.Should().Contain(ServerStories.Surname);
        card.Render(parameters => parameters.Add(p => p.Sheet, hidden));
        card.Markup.Should().NotContain(ServerStories.Surname);

        card.Render(parameters => parameters.Add(p => p.Sheet, sheet));
        var held = reader.HoldAsks();
        var pressed = card.Find("button").ClickAsync(new());
        card.Render(parameters => parameters.Add(p => p.Sheet, hidden));
        held.SetResult();
        await pressed.WaitAsync(_atMost);
        card.Markup.Should().NotContain(ServerStories.Surname);
    }

    [Fact]
    public async Task The_eye_shows_all_that_the_vault_holds_and_closes_after_its_minute()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("tr-TR");
        await using var office = await Office.OpenAsync(Kind.Sqlite);
        var officer = await office.HireAsync(1, OfficerRole.CaseOfficer, office.Unit("Ankara Valiliği"));
        var caseFile = await ServerStories.FileAsync(office.Services, office.Unit("Ankara Valiliği"), CaseKind.Complaint, hidden: false, _whole);
        await office.OpenAsync(officer, caseFile.Routings[0].Id);
        var sheet = (await office.For<CaseQuery>(officer).ReadAsync(caseFile.NumberOf(), CancellationToken.None))!;
        await using var browser = BrowserOf(office, new AHeldBackReader(officer));
        var card = browser.Render<ApplicantCard>(parameters => parameters.Add(p => p.Sheet, sheet));
        WebUtility.HtmlDecode(card.Markup).Should().NotContainAny(_held);

        await card.Find("button").ClickAsync(new());

        WebUtility.HtmlDecode(card.Markup).Should().ContainAll(_held);
        office.Clock.Pass(TimeSpan.FromSeconds(RevealWindow.Seconds));
        card.WaitForAssertion(() => WebUtility.HtmlDecode(card.Markup).Should().NotContainAny(_held), _atMost);
    }

    private static BunitContext BrowserOf(Office office, AHeldBackReader reader)
    {
        var browser = new BunitContext();
        browser.Services.AddLogging().AddLocalization().AddSingleton<CaseWords>().AddSingleton(new PlaceDirectory([])).AddSingleton(new RevealWindow(office.Clock))
            .AddSingleton(AScreen.Refusals(office)).AddSingleton(ActivatorUtilities.CreateInstance<RevealIdentityHandler>(office.Services, reader));
        return browser;
    }
}
