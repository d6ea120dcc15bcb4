using Bimer.Blazor.Workspace.CaseDetail.Jointly;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bimer.Tests.UseCases;

/// <summary>Of opening by two a word counts while its giver may still give it (B11).</summary>
public sealed class JointOpeningRightsTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task A_word_lapses_with_the_right_of_who_gave_it_or_of_who_asked_for_it(Kind kind)
    {
        await using var story = await AHiddenCase.BeginAsync(kind);
        await story.LeaveAsync();
        await story.AskAsync(story.General);
        await story.AllowAsync(story.Manager);
        await using (var db = await story.Office.DbAsync()) await db.RoleAssignments.Where(r => r.Officer == story.Manager.UserId).ExecuteUpdateAsync(row => row.SetProperty(r => r.ValidUntil, People.Monday.AddDays(-1)));
        (await story.OpenAsync(story.General)).Refusal.Should().BeOfType<Refusal.JointOpeningLapsed>("who allowed it has the role no longer");
        (await story.LinesAsync(story.General))!.Step.Should().Be(JointStep.Ask);

        var other = await story.Office.HireAsync(6, OfficerRole.Executive, story.Unit);
        (await story.AskAsync(story.General)).Should().Be(Outcome.Accepted);
        (await story.AllowAsync(other)).Should().Be(Outcome.Accepted);
        await using (var db = await story.Office.DbAsync()) await db.RoleAssignments.Where(r => r.Officer == story.General.UserId).ExecuteUpdateAsync(row => row.SetProperty(r => r.Role, OfficerRole.Executive));
        (await story.OpenAsync(story.General with { Roles = [new RoleOn(OfficerRole.Executive, story.Unit)] })).Refusal.Should().BeOfType<Refusal.JointOpeningLapsed>("two managers are no pair");
        await using var after = await story.Office.DbAsync();
        (await after.Movements.AnyAsync(m => m.Kind == MovementKind.OpenedJointly)).Should().BeFalse();
    }
}
