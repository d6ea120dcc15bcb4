using System.Globalization;
using Bimer.Blazor.Live;
using Bimer.Blazor.Shell;
using Bimer.Blazor.Workspace.Privacy;
using Bimer.Blazor.Workspace.Searching;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Time;
using Bimer.Tests.Given;
using Bunit;
using FluentAssertions;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.Screens;

/// <summary>The field for a citizen number: what is wrong is told there, what is right is in no address, and a list on the screen goes on being true.</summary>
public sealed class PersonSearchTests
{
    private static readonly TimeSpan _atMost = TimeSpan.FromSeconds(30);

    public PersonSearchTests() => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("tr-TR");

    [Fact]
    public async Task A_number_that_cannot_be_one_asks_and_records_nothing_and_a_right_one_leaves_no_address_and_no_letter_in_the_field()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite);
        var ankara = office.Unit("Ankara Valiliği");
        var officer = await office.HireAsync(1, OfficerRole.CaseOfficer, ankara);
        var known = await office.FileKnownAsync(ankara);
        await office.OpenAsync(officer, known.Routings[0].Id);
        await using var browser = ScreenOf(office, officer);
        var field = browser.Render<PersonSearch>();

        await AskAsync(field, "10000000145");
        field.Find("[role=alert]").TextContent.Should().Contain("T.C. kimlik numarası geçerli değil");
        (await SearchesAsync(office)).Should().Be(0);

        await AskAsync(field, ServerStories.Identity.NationalId);
        field.Find(".person-told").TextContent.Should().Be("Bu kişinin önünüzde açık 1 başvurusu var.");
        field.Find("[data-row]").TextContent.Should().Contain(known.NumberOf());
        (field.Find("input").GetAttribute("value"), field.Find("input").GetAttribute("name")).Should().Be(("", null));
        browser.Services.GetRequiredService<NavigationManager>().Uri.Should().Be("http://localhost/");
        (await SearchesAsync(office)).Should().Be(2, "the search, and in the case that it was found");

        (await office.Handler<HideIdentityHandler>(officer).HandleAsync(new HideIdentity(OfficeStories.NewCommand(), known.Routings[0].Id), CancellationToken.None)).Should().Be(Outcome.Accepted);
        field.WaitForAssertion(() => field.FindAll("[data-row]").Should().BeEmpty("whoever is hidden leaves the list"), _atMost);
        field.Find(".person-told").TextContent.Should().Be("Bu numarayla önünüzde açık başvuru yok.");
    }

    private static async Task AskAsync(IRenderedComponent<PersonSearch> field, string number)
    {
        await field.Find("input").ChangeAsync(new ChangeEventArgs { Value = number });
        await field.Find("form").SubmitAsync();
    }

    private static async Task<int> SearchesAsync(Office office)
    {
        await using var db = await office.DbAsync();
        return await db.AuditEntries.CountAsync(a => a.Action == "identity.searched");
    }

    private static BunitContext ScreenOf(Office office, Actor officer)
    {
        var browser = new BunitContext();
        browser.Services.AddLogging().AddLocalization().AddSingleton<CaseWords>().AddSingleton<RefusalText>().AddSingleton<DeadlineClock>().AddSingleton(ACalendar.Shipped).AddSingleton(new NearDue())
            .AddSingleton<TimeProvider>(office.Clock).AddSingleton(office.FinderOf(new Office.Acts(officer))).AddSingleton(office.Services.GetRequiredService<LiveFeed>());
        browser.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        return browser;
    }
}
