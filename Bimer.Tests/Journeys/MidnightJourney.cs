using Bimer.Blazor.Persistence;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Bimer.Tests.Journeys;

/// <summary>Screens that stay open over midnight in Istanbul tell the new day's remaining time, and nobody reloads them (B, D of the faults).</summary>
public sealed class MidnightJourney
{
    [Fact]
    public async Task At_midnight_what_is_left_changes_on_every_open_screen()
    {
        var clock = new TestClock(new DateTimeOffset(2026, 11, 23, 20, 50, 0, TimeSpan.Zero));   // 23.50 in Istanbul
        await using var server = await BimerServer.StartAsync(clock: clock);
        var unit = server.Services.GetRequiredService<UnitDirectory>().All.Single(u => u.Name is "Ankara Valiliği").Id;
        var officer = await server.HireAsync(1, OfficerRole.CaseOfficer, unit);
        var number = await FileAsync(server, clock, unit);
        await using var atBox = await SitDownAsync(server, officer, "/kutu/kurum");
        await using var atCase = await SitDownAsync(server, officer, "/evrak/" + number);
        await Expect(atBox.Page.Locator("[data-row]")).ToContainTextAsync("30 gün kaldı");
        await Expect(atCase.Page.Locator(".deadline")).ToContainTextAsync("30 gün kaldı");

        clock.Pass(TimeSpan.FromMinutes(11));

        await Expect(atBox.Page.Locator("[data-row]")).ToContainTextAsync("29 gün kaldı");
        await Expect(atCase.Page.Locator(".deadline")).ToContainTextAsync("29 gün kaldı");
    }

    private static async Task<Person> SitDownAsync(BimerServer server, StaffMember officer, string path)
    {
        var person = await Chromium.NewPersonAsync();
        await server.SignInAsync(person, officer, path);
        await person.Page.IsLiveAsync();
        return person;
    }

    private static async Task<string> FileAsync(BimerServer server, TestClock clock, UnitId unit)
    {
        var id = await server.Services.GetRequiredService<CaseNumbers>().NextAsync(clock.GetUtcNow(), CancellationToken.None);
        var caseFile = CaseFile.File(new ACase(clock).To(unit).Filing() with { Id = id }, clock.GetUtcNow()).Value!;
        await using var db = await server.DbAsync();
        db.Add(caseFile);
        await server.Services.GetRequiredService<Committer>().CommitAsync(db, new CommandStamp(OfficeStories.NewCommand(), "test", null), CancellationToken.None);
        return new CaseNumber(id).ToString();
    }
}
