using Bimer.Blazor.Persistence;
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
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Bimer.Tests.Journeys;

/// <summary>A whole day with the mouse removed (WCAG 2.1.1): from the door over home, boxes, holding, forwarding and answering back to the door; then another signs.</summary>
public sealed class OfficersDay : IAsyncLifetime
{
    private const string Sender = "Ankara İl Sağlık Müdürlüğü";

    private AnActingOffice _office = null!;

    public async Task InitializeAsync() => _office = await AnActingOffice.OpenAsync();

    [Fact]
    public async Task An_officers_day_and_an_approvers_signature_need_no_mouse()
    {
        for (var i = 0; i < 3; i++) await _office.Server.FileAsync(_office.Unit);
        await ForwardedHereAsync();
        await using var writer = await Chromium.NewPersonAsync();
        writer.Expecting("409");   // a key that is taken is refused
        var day = new DaySteps(writer.Page, _office.Server.Url);
        await MorningAsync(day);
        var first = await OneToTheEndAsync(day);
        await day.OpenNextAsync();
        await day.Beginning.GoAsync("g", "Gelen Kutum");   // one does not go to where one is
        await day.OpenNextAsync();
        await day.Beginning.FollowTwoMoreAsync();
        var second = await day.OpenBelowAsync();
        await day.AnswerAsync();
        await day.SignOutAsync();

        await using var approver = await Chromium.NewPersonAsync();
        var other = new DaySteps(approver.Page, _office.Server.Url);
        await other.SignInAsync(_office.Approver);
        await other.SignAsync();
        await ExpectForwardedAsync(CaseNumber.Parse(first).Value!.CaseId);
        await ExpectAnsweredAsync(second);
    }

    private async Task MorningAsync(DaySteps day)
    {
        await day.SignInAsync(_office.Writer);
        await day.ReadTheSheetAsync();
        await day.Beginning.ChangeAKeyAsync();
        await day.Beginning.RecordCallAsync();
        await day.GoHomeToTheInboxAsync(waiting: 4);
        await day.Beginning.ReturnAsync(Sender);
    }

    /// <returns>The number of a case that was opened, looked at, hidden, held for a while, sent to two and taken back from one.</returns>
    private static async Task<string> OneToTheEndAsync(DaySteps day)
    {
        var number = await day.OpenSecondAsync();
        await day.RevealAndFollowAsync();
        await day.Beginning.HideAsync();
        await day.HoldAndResumeAsync();
        await day.ForwardAsync();
        await day.RecallFirstAsync();
        return number;
    }

    /// <summary>A complaint that another unit sent here.</summary>
    private async Task ForwardedHereAsync()
    {
        var health = _office.Server.Unit(Sender);
        var zeynep = await _office.Server.HireAsync(4, OfficerRole.CaseOfficer, health);
        var part = (await _office.Server.FileAsync(health)).Routings[0].Id;
        CaseWork Work() => ActivatorUtilities.CreateInstance<CaseWork>(_office.Server.Services, new Office.Acts(zeynep.Actor));
        (await new TakeCustodyHandler(Work()).HandleAsync(new TakeCustody(OfficeStories.NewCommand(), part), CancellationToken.None)).Should().Be(Outcome.Accepted);
        var forward = new ForwardCase(OfficeStories.NewCommand(), part, [ReplyStories.Line(_office.Unit)]);
        (await ActivatorUtilities.CreateInstance<ForwardCaseHandler>(_office.Server.Services, Work()).HandleAsync(forward, CancellationToken.None)).Should().Be(Outcome.Accepted);
    }

    public async Task DisposeAsync() => await _office.DisposeAsync();

    /// <summary>The first: revealed, followed, held for a while, gone to two and taken back from one of them.</summary>
    private async Task ExpectForwardedAsync(CaseId id)
    {
        await using var db = await _office.Server.DbAsync();
        MovementKind[] all = [.. await db.Movements.Where(m => m.CaseId == id).OrderBy(m => m.Sequence).Select(m => m.Kind).ToListAsync()];
        all.Should().ContainInOrder(MovementKind.PutOnHold, MovementKind.Resumed, MovementKind.Forwarded, MovementKind.Recalled);
        var caseFile = await db.Cases.SingleAsync(c => c.Id == id);
        (caseFile.Concealment, caseFile.HasExclusions).Should().Be((IdentityConcealment.ByOfficer, true));
        (await db.Movements.CountAsync(m => m.Kind == MovementKind.Returned)).Should().Be(1);
        (await db.AuditEntries.CountAsync(a => a.CaseId == id && a.Action == "identity.revealed")).Should().Be(1);
        var parts = await db.Routings.Where(r => r.CaseId == id && r.From == _office.Unit).OrderBy(r => r.Id).Select(r => r.State).ToListAsync();
        parts.Should().HaveCount(2).And.ContainSingle(state => state == RoutingState.Waiting);
    }

    private async Task ExpectAnsweredAsync(string number)
    {
        await using var db = await _office.Server.DbAsync();
        var reply = await db.Replies.SingleAsync();
        (reply.Status, reply.Verdict, new CaseNumber(reply.CaseId).ToString()).Should().Be((ReplyStatus.Approved, ReplyVerdict.Favourable, number));
        reply.Html.Should().Contain("<b>Çukurlar</b>");
    }
}
