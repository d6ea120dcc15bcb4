using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Outbox;
using Bimer.Blazor.Shell.Frame;
using Bimer.Blazor.Workspace.Custody;
using Bimer.Blazor.Workspace.Forwarding;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Bimer.Tests.Journeys;

/// <summary>Gönderilmeyecek kurum: a unit, all below it and everybody who belongs there by any role are blind at once, on open screens too (S38).</summary>
[Collection(Alone.Name)]
public sealed class BlindAtOnce : IAsyncLifetime
{
    private const string Sent = "/kutu/sevk-ettiklerim";

    private AnActingOffice _office = null!;

    public async Task InitializeAsync() => _office = await AnActingOffice.OpenAsync();

    [Fact]
    public async Task Lists_and_desks_of_those_who_become_blind_are_blank_at_once()
    {
        var (centre, ministry) = (_office.Server.Unit("BİMER Merkezi"), _office.Server.Unit("Sağlık Bakanlığı"));
        var izmir = _office.Server.Unit("İzmir Valiliği");
        var (mehmet, derya) = (await _office.Server.HireAsync(8, OfficerRole.CaseOfficer, centre), await _office.Server.HireAsync(9, OfficerRole.CaseOfficer, ministry));
        await AlsoAsync(mehmet, OfficerRole.Coordinator, _office.Server.Unit("Ankara İl Sağlık Müdürlüğü"));
        var parts = await ForwardedAsync(centre, ministry, izmir);
        await TakeAsync(mehmet, parts[0]);
        await TakeAsync(derya, parts[1]);
        await using var sender = await _office.SitDownAsync(_office.Writer, Sent);
        var screens = await TouchedAsync(sender, AnActingOffice.Number(parts[0]));
        await using var coordinator = await CoordinatorAsync(parts[2], izmir);
        await using var writer = await _office.SitDownAsync(mehmet, $"/evrak/{AnActingOffice.Number(parts[0])}/cevapla");
        writer.Expecting("404");   // the editor saves on leaving and is told that there is no such case
        await Expect(writer.Page.Locator(".petition .text")).ToBeVisibleAsync();

        (await WorkOf(derya).ChangeAsync(OfficeStories.NewCommand(), parts[1].CaseId, (caseFile, acting) => caseFile.Exclude(
            parts[1], Lineage(_office.Unit), [Lineage(centre), Lineage(ministry), Lineage(izmir)], acting.Actor, acting.Now), CancellationToken.None)).Should().Be(Outcome.Accepted);

        foreach (var screen in screens) await Expect(screen.Locator("[data-row]")).ToHaveCountAsync(0);
        await Expect(coordinator.Page.Locator("[data-row]")).ToHaveCountAsync(0);
        await Expect(writer.Page.Locator(".petition")).ToHaveCountAsync(0);
        await Expect(writer.Page.Locator("#letter")).ToHaveCountAsync(0);
    }

    public async Task DisposeAsync() => await _office.DisposeAsync();

    /// <summary>The list of one person with a pointer on the row, with the focus on it, with the case open beside it, and untouched.</summary>
    private async Task<IPage[]> TouchedAsync(Person person, string number)
    {
        IPage[] screens = [person.Page, await person.NewTabAsync(), await person.NewTabAsync(), await person.NewTabAsync()];
        foreach (var (screen, at) in screens.Zip([Sent, Sent, Addresses.CaseBeside(Sent, number), Sent]))
        {
            await screen.GotoAsync(_office.Server.Url + at);
            await AnActingOffice.LiveAsync(screen);
            await Expect(screen.Locator("[data-row]")).ToHaveCountAsync(1);
        }

        await screens[0].Locator("[data-row]").HoverAsync();
        await screens[1].Locator("[data-row]").FocusAsync();
        await Expect(screens[2].GetByRole(AriaRole.Heading, new() { Name = "Başvuru metni" })).ToBeVisibleAsync();
        return screens;
    }

    /// <summary>Coordinates one unit and is an officer of another; sees live that a mail became uncertain.</summary>
    private async Task<Person> CoordinatorAsync(RoutingId part, UnitId unit)
    {
        var nur = await _office.Server.HireAsync(10, OfficerRole.Coordinator, unit);
        await AlsoAsync(nur, OfficerRole.CaseOfficer, _office.Unit);
        var coordinator = await _office.SitDownAsync(nur, "/belirsiz");
        await LoseAnswerAsync(part, unit);
        await Expect(coordinator.Page.Locator("[data-row]")).ToHaveCountAsync(1);
        return coordinator;
    }

    /// <summary>The unit has answered, and of its mail nobody knows whether it arrived.</summary>
    private async Task LoseAnswerAsync(RoutingId part, UnitId unit)
    {
        var (writer, approver) = (await _office.Server.HireAsync(11, OfficerRole.CaseOfficer, unit), await _office.Server.HireAsync(12, OfficerRole.Approver, unit));
        await TakeAsync(writer, part);
        var signatories = _office.Server.Services.GetRequiredService<SignatoryDirectory>();
        (await WorkOf(writer).ChangeAsync(OfficeStories.NewCommand(), part.CaseId, async (caseFile, acting) => caseFile.SubmitReply(
            part, new Letter(ReplyStories.Html, ReplyStories.Service, []), await signatories.ChoiceAsync(acting.Db, approver.Id, unit, CancellationToken.None),
            acting.Actor, acting.Today, acting.Now), CancellationToken.None)).Should().Be(Outcome.Accepted);
        await using (var db = await _office.Server.DbAsync())
        {
            var past = TimeProvider.System.GetUtcNow() - TimeSpan.FromHours(1);
            db.Add(new OutboxMessage
            {
                Id = Guid.NewGuid(), Kind = OutboxKind.ReplyMail, CaseId = part.CaseId, Routing = part, CreatedAt = past, NextAttemptAt = past,
                Status = OutboxStatus.Started, LeasedBy = Guid.NewGuid(), LeasedUntil = past,
            });
            await db.SaveChangesAsync();
        }

        await _office.Server.Services.GetRequiredService<OutboxLeases>().RecoverAsync(CancellationToken.None);
    }

    private async Task<List<RoutingId>> ForwardedAsync(params UnitId[] recipients)
    {
        var held = await _office.HeldCaseAsync(CaseKind.TipOff);
        ForwardLine[] lines = [.. recipients.Select(unit => ReplyStories.Line(unit))];
        (await new ForwardCaseHandler(WorkOf(_office.Writer), _office.Server.Services.GetRequiredService<ForwardActs>())
            .HandleAsync(new ForwardCase(OfficeStories.NewCommand(), held, lines), CancellationToken.None)).Should().Be(Outcome.Accepted);
        await using var db = await _office.Server.DbAsync();
        var open = await db.Routings.Where(r => r.CaseId == held.CaseId && r.EndedAt == null).ToListAsync();
        return [.. recipients.Select(unit => open.Single(r => r.To == unit).Id)];
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
