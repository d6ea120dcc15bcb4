using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Intake;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Quartz;
using Xunit;

namespace Bimer.Tests.Persistence.Intake;

/// <summary>What a citizen left unfinished is gone after its day; what was filed is not touched.</summary>
public sealed class IntakeSweepTests
{
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task An_ended_visit_goes_with_its_draft_and_its_files_and_a_filed_case_keeps_its_own(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await CitizensFiles.FiledAsync(office);
        await CitizensFiles.VisitAsync(office);
        office.StoredFiles().Should().HaveCount(2);

        (await SweepAsync(office)).Should().Be(new IntakeSwept(0, 0), "both visits still run");
        office.Clock.Pass(TimeSpan.FromHours(24));
        (await SweepAsync(office)).Should().Be(new IntakeSwept(0, 0), "whoever posted in the last second is still heard");
        office.Clock.Pass(TimeSpan.FromHours(1));
        await CitizensFiles.VisitAsync(office);

        (await SweepAsync(office)).Should().Be(new IntakeSwept(2, 1));

        office.StoredFiles().Should().HaveCount(2);
        await using var db = await office.DbAsync();
        (await db.FilingSessions.CountAsync(), await db.DraftFiles.CountAsync(), await db.Attachments.CountAsync(), await db.Cases.CountAsync()).Should().Be((1, 1, 1, 1));
        (await SweepAsync(office)).Should().Be(new IntakeSwept(0, 0));
    }

    [Fact]
    public async Task The_running_program_has_each_sweep_on_its_timetable_as_a_job_of_its_own()
    {
        await using var server = await BimerServer.StartAsync();
        var scheduler = await server.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();

        HashSet<JobKey> jobs = [];
        foreach (var sweep in (string[])["intake-sweep", "draft-sweep", "unclaimed-sweep", "withheld-mail", "scanning"])
        {
            var trigger = await scheduler.GetTrigger(new TriggerKey(sweep));
            trigger!.NextFireTimeUtc.Should().NotBeNull();
            jobs.Add(trigger.JobKey).Should().BeTrue("the failure of another must not stop {0}", sweep);
        }
    }

    private static Task<IntakeSwept> SweepAsync(Office office) => ActivatorUtilities.CreateInstance<IntakeSweep>(office.Services).RunAsync(CancellationToken.None);
}
