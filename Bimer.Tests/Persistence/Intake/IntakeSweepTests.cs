using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Files;
using Bimer.Blazor.Persistence.Intake;
using Bimer.Blazor.Portal.Filing;
using Bimer.Tests.Given;
using Bimer.Tests.Persistence.Files;
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
        await FiledWithFileAsync(office);
        await VisitWithFileAsync(office);
        office.StoredFiles().Should().HaveCount(2);

        (await SweepAsync(office)).Should().Be(new IntakeSwept(0, 0), "both visits still run");
        office.Clock.Pass(TimeSpan.FromHours(24));
        (await SweepAsync(office)).Should().Be(new IntakeSwept(0, 0), "whoever posted in the last second is still heard");
        office.Clock.Pass(TimeSpan.FromHours(1));
        await VisitWithFileAsync(office);

        (await SweepAsync(office)).Should().Be(new IntakeSwept(2, 1));

        office.StoredFiles().Should().HaveCount(2);
        await using var db = await office.DbAsync();
        (await db.FilingSessions.CountAsync(), await db.DraftFiles.CountAsync(), await db.Attachments.CountAsync(), await db.Cases.CountAsync()).Should().Be((1, 1, 1, 1));
        (await SweepAsync(office)).Should().Be(new IntakeSwept(0, 0));
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_file_no_row_knows_goes_after_a_day_and_those_of_cases_and_drafts_stay(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await FiledWithFileAsync(office);
        await VisitWithFileAsync(office);
        var lost = (await office.Services.GetRequiredService<FileVault>().StoreAsync(new MemoryStream(Documents.Pdf), 1_000_000, CancellationToken.None)).Value!;
        Touch(office, office.Clock.GetUtcNow() - TimeSpan.FromHours(23));
        (await SweepAsync(office)).Files.Should().Be(0, "it may belong to a transaction that is about to commit");

        Touch(office, office.Clock.GetUtcNow() - TimeSpan.FromHours(25));
        (await SweepAsync(office)).Files.Should().Be(1);

        office.StoredFiles().Should().HaveCount(2).And.NotContain(file => file.EndsWith(lost.Id.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_running_program_has_the_sweep_on_its_timetable()
    {
        await using var server = await BimerServer.StartAsync();
        var scheduler = await server.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();

        (await scheduler.GetTrigger(new TriggerKey("intake-sweep")))!.NextFireTimeUtc.Should().NotBeNull();
    }

    private static Task<IntakeSwept> SweepAsync(Office office) => ActivatorUtilities.CreateInstance<IntakeSweep>(office.Services).RunAsync(CancellationToken.None);

    private static void Touch(Office office, DateTimeOffset at)
    {
        foreach (var file in office.StoredFiles()) File.SetLastWriteTimeUtc(file, at.UtcDateTime);
    }

    private static async Task VisitWithFileAsync(Office office)
    {
        var citizen = new Citizen(office);
        await citizen.PassAsync();
        await AddAsync(office, (await citizen.WriteWholeAsync())!.Visit);
    }

    private static async Task FiledWithFileAsync(Office office)
    {
        var citizen = new Citizen(office);
        await citizen.PassAsync();
        var view = (await citizen.WriteWholeAsync())!;
        await AddAsync(office, view.Visit);
        (await citizen.SendAsync(view)).Should().BeOfType<FilingAnswer.Filed>();
    }

    private static async Task AddAsync(Office office, Guid visit) =>
        (await office.Services.GetRequiredService<DraftFileBook>().AddAsync(visit, "ek.pdf", new MemoryStream(Documents.Pdf), CancellationToken.None)).IsAccepted.Should().BeTrue();
}
