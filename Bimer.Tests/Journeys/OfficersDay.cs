using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Bimer.Tests.Journeys;

/// <summary>A whole day with the mouse removed (WCAG 2.1.1): from the door over home, boxes, holding, forwarding and answering back to the door; then another signs.</summary>
public sealed class OfficersDay : IAsyncLifetime
{
    private AnActingOffice _office = null!;

    public async Task InitializeAsync() => _office = await AnActingOffice.OpenAsync();

    [Fact]
    public async Task An_officers_day_and_an_approvers_signature_need_no_mouse()
    {
        for (var i = 0; i < 3; i++) await _office.Server.FileAsync(_office.Unit);
        await using var writer = await Chromium.NewPersonAsync();
        var day = new DaySteps(writer.Page, _office.Server.Url);
        await day.SignInAsync(_office.Writer);
        await day.ReadTheSheetAsync();
        await day.GoHomeToTheInboxAsync(waiting: 3);

        var first = await day.OpenSecondAsync();
        await day.RevealAndFollowAsync();
        await day.HoldAndResumeAsync();
        await day.ForwardAsync();
        await day.RecallFirstAsync();
        var second = await day.OpenNextAsync();
        await day.AnswerAsync();
        await day.SignOutAsync();

        await using var approver = await Chromium.NewPersonAsync();
        var other = new DaySteps(approver.Page, _office.Server.Url);
        await other.SignInAsync(_office.Approver);
        await other.SignAsync();
        await ExpectForwardedAsync(CaseNumber.Parse(first).Value!.CaseId);
        await ExpectAnsweredAsync(second);
    }

    public async Task DisposeAsync() => await _office.DisposeAsync();

    /// <summary>The first: revealed, followed, held for a while, gone to two and taken back from one of them.</summary>
    private async Task ExpectForwardedAsync(CaseId id)
    {
        await using var db = await _office.Server.DbAsync();
        MovementKind[] all = [.. await db.Movements.Where(m => m.CaseId == id).OrderBy(m => m.Sequence).Select(m => m.Kind).ToListAsync()];
        all.Should().ContainInOrder(MovementKind.PutOnHold, MovementKind.Resumed, MovementKind.Forwarded, MovementKind.Recalled);
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
