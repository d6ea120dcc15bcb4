using Bimer.Blazor.Persistence;
using Bimer.Blazor.Workspace.Approving;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.Persistence;

/// <summary>Many people in the same instant, on both databases (B1, B3, finding 4).</summary>
[Collection(Alone.Name)]
public sealed class RaceTests
{
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Of_a_hundred_who_open_one_case_one_gets_it_and_the_others_are_told_who(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var unit = office.Unit("Ankara Valiliği");
        var officers = new List<Actor>();
        for (var i = 1; i <= 100; i++) officers.Add(await office.HireAsync(i, OfficerRole.CaseOfficer, unit));
        var routing = (await office.FileAsync(unit)).Routings[0].Id;

        var outcomes = await Together(officers, officer => office.OpenAsync(officer, routing));

        outcomes.Count(o => o.IsAccepted).Should().Be(1);
        var winner = officers[outcomes.FindIndex(o => o.IsAccepted)].UserId;
        outcomes.Where(o => !o.IsAccepted).Select(o => o.Refusal).Should().HaveCount(99)
            .And.AllBeOfType<Refusal.AlreadyOpened>().Which.Should().OnlyContain(r => r.Custodian == winner);
        await using var db = await office.DbAsync();
        (await db.Movements.CountAsync(m => m.Kind == MovementKind.CustodyTaken)).Should().Be(1);
        (await db.AuditEntries.CountAsync(a => a.Action == "case.custody-taken")).Should().Be(1);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Of_fifty_approvals_one_counts_and_one_letter_leaves(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var unit = office.Unit("Ankara Valiliği");
        var writer = await office.HireAsync(1, OfficerRole.CaseOfficer, unit);
        var approvers = new List<Actor>();
        for (var i = 2; i <= 51; i++) approvers.Add(await office.HireAsync(i, OfficerRole.Approver, unit));
        var (routing, hash) = await SubmittedAsync(office, writer, approvers[0], unit);

        var outcomes = await Together(approvers, approver => ApproveAsync(office, approver, routing, hash));

        outcomes.Count(o => o.IsAccepted).Should().Be(1);
        var winner = approvers[outcomes.FindIndex(o => o.IsAccepted)].UserId;
        outcomes.Where(o => !o.IsAccepted).Select(o => o.Refusal).Should().AllBeOfType<Refusal.NotAwaitingApproval>()
            .Which.Should().OnlyContain(r => r.DecidedBy == winner);
        await using var db = await office.DbAsync();
        (await db.OutboxMessages.CountAsync(m => m.Kind == Blazor.Persistence.Outbox.OutboxKind.ReplyMail)).Should().Be(1);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Three_clicks_in_one_tick_are_one_act_and_all_three_are_answered_alike(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var unit = office.Unit("Ankara Valiliği");
        var officer = await office.HireAsync(1, OfficerRole.CaseOfficer, unit);
        var routing = (await office.FileAsync(unit)).Routings[0].Id;
        await office.OpenAsync(officer, routing);
        var command = OfficeStories.NewCommand();
        var health = office.Unit("Ankara İl Sağlık Müdürlüğü");

        var outcomes = await Together([1, 2, 3], _ => office.WorkOf(officer).ChangeAsync(
            command, routing.CaseId, (c, acting) => c.Forward(routing, [Lineage(office, health)], ACase.Calendar, acting.Actor, acting.Now), CancellationToken.None));

        outcomes.Should().AllSatisfy(o => o.IsAccepted.Should().BeTrue());
        await using var db = await office.DbAsync();
        (await db.Routings.CountAsync(r => r.To == health)).Should().Be(1);
    }

    private static ForwardTo Lineage(Office office, UnitId unit) =>
        new(office.Services.GetRequiredService<UnitDirectory>().LineageOf(unit), RoutingPurpose.Action, Priority.Normal, null);

    private static Task<Outcome> ApproveAsync(Office office, Actor approver, RoutingId routing, string hash) =>
        office.ApproveAsync(approver, routing, hash, service: "AYD-01");

    private static async Task<(RoutingId Routing, string Hash)> SubmittedAsync(Office office, Actor writer, Actor approver, UnitId unit)
    {
        var routing = (await office.FileAsync(unit)).Routings[0].Id;
        await office.OpenAsync(writer, routing);
        var choice = ACase.Signs(approver, unit);
        var outcome = await office.WorkOf(writer).ChangeAsync(OfficeStories.NewCommand(), routing.CaseId,
            (c, acting) => c.SubmitReply(routing, ACase.Letter, choice, acting.Actor, acting.Today, acting.Now), CancellationToken.None);
        outcome.Should().Be(Outcome.Accepted);
        return (routing, ACase.Letter.ContentHash);
    }

    /// <summary>All at once: everybody waits at one start line on a thread of their own.</summary>
    private static async Task<List<Outcome>> Together<T>(IReadOnlyList<T> people, Func<T, Task<Outcome>> act)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = people.Select(person => Task.Run(async () =>
        {
            await start.Task;
            return await act(person);
        })).ToList();
        start.SetResult();
        return [.. await Task.WhenAll(running)];
    }
}
