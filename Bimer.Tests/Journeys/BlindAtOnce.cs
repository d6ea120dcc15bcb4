using Bimer.Blazor.Persistence;
using Bimer.Blazor.Workspace.Custody;
using Bimer.Blazor.Workspace.Forwarding;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Bimer.Tests.Journeys;

/// <summary>Gönderilmeyecek kurum: a unit, all below it and everybody who belongs there by any role are blind at once, on open screens too (S38).</summary>
[Collection(Alone.Name)]
public sealed class BlindAtOnce : IAsyncLifetime
{
    private AnActingOffice _office = null!;

    public async Task InitializeAsync() => _office = await AnActingOffice.OpenAsync();

    [Fact]
    public async Task Lists_and_desks_of_those_who_become_blind_are_blank_at_once()
    {
        var (centre, ministry) = (_office.Server.Unit("BİMER Merkezi"), _office.Server.Unit("Sağlık Bakanlığı"));
        var (mehmet, derya) = (await _office.Server.HireAsync(8, OfficerRole.CaseOfficer, centre), await _office.Server.HireAsync(9, OfficerRole.CaseOfficer, ministry));
        await AlsoAsync(mehmet, OfficerRole.Coordinator, _office.Server.Unit("Ankara İl Sağlık Müdürlüğü"));
        var parts = await ForwardedAsync(centre, ministry);
        await TakeAsync(mehmet, parts[0]);
        await TakeAsync(derya, parts[1]);
        await using var sender = await _office.SitDownAsync(_office.Writer, "/kutu/sevk-ettiklerim");
        await Expect(sender.Page.Locator("[data-row]")).ToHaveCountAsync(1);
        await using var writer = await _office.SitDownAsync(mehmet, $"/evrak/{AnActingOffice.Number(parts[0])}/cevapla");
        writer.Expecting("404");   // the editor saves on leaving and is told that there is no such case
        await Expect(writer.Page.Locator(".petition .text")).ToBeVisibleAsync();

        (await WorkOf(derya).ChangeAsync(OfficeStories.NewCommand(), parts[1].CaseId, (caseFile, acting) => caseFile.Exclude(
            parts[1], Lineage(_office.Unit), [Lineage(centre), Lineage(ministry)], acting.Actor, acting.Now), CancellationToken.None)).Should().Be(Outcome.Accepted);

        await Expect(sender.Page.Locator("[data-row]")).ToHaveCountAsync(0);
        await Expect(writer.Page.Locator(".petition")).ToHaveCountAsync(0);
        await Expect(writer.Page.Locator("#letter")).ToHaveCountAsync(0);
    }

    public async Task DisposeAsync() => await _office.DisposeAsync();

    private async Task<List<RoutingId>> ForwardedAsync(UnitId first, UnitId second)
    {
        var held = await _office.HeldCaseAsync(CaseKind.TipOff);
        ForwardLine[] lines = [new(first, RoutingPurpose.Action, Priority.Normal, null), new(second, RoutingPurpose.Action, Priority.Normal, null)];
        (await new ForwardCaseHandler(WorkOf(_office.Writer), _office.Server.Services.GetRequiredService<UnitDirectory>())
            .HandleAsync(new ForwardCase(OfficeStories.NewCommand(), held, lines), CancellationToken.None)).Should().Be(Outcome.Accepted);
        await using var db = await _office.Server.DbAsync();
        var open = await db.Routings.Where(r => r.CaseId == held.CaseId && r.EndedAt == null).ToListAsync();
        return [open.Single(r => r.To == first).Id, open.Single(r => r.To == second).Id];
    }

    private async Task TakeAsync(StaffMember officer, RoutingId part) =>
        (await new TakeCustodyHandler(WorkOf(officer)).HandleAsync(new TakeCustody(OfficeStories.NewCommand(), part), CancellationToken.None)).Should().Be(Outcome.Accepted);

    private async Task AlsoAsync(StaffMember officer, OfficerRole role, UnitId unit)
    {
        await using var db = await _office.Server.DbAsync();
        db.Add(new RoleAssignment(officer.Id, role, unit, new DateOnly(2025, 1, 1)));
        await db.SaveChangesAsync();
    }

    private UnitLineage Lineage(UnitId unit) => _office.Server.Services.GetRequiredService<UnitDirectory>().LineageOf(unit);

    private CaseWork WorkOf(StaffMember officer) => ActivatorUtilities.CreateInstance<CaseWork>(_office.Server.Services, new Office.Acts(officer.Actor));
}
