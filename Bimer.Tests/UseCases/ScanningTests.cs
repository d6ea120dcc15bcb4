using System.Text;
using Bimer.Blazor.Gateways.Scanning;
using Bimer.Blazor.Persistence.Files;
using Bimer.Blazor.Persistence.Files.Scanning;
using Bimer.Blazor.Persistence.Outbox;
using Bimer.Blazor.Portal.Filing;
using Bimer.Blazor.Workspace.Attachments;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Ports;
using Bimer.Tests.Given;
using Bimer.Tests.Persistence.Files;
using Bimer.Tests.UseCases.CaseDetail;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Xunit;

namespace Bimer.Tests.UseCases;

/// <summary>Files and the virus scanner: not yet scanned nobody else opens one, what harms nobody does, and whatever stops, the scanning goes on (I8).</summary>
public sealed partial class ScanningTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task A_file_is_opened_once_it_is_clean_and_one_that_harms_by_nobody_and_that_is_recorded(Kind kind)
    {
        await using var clamd = AClamd.Start();
        await using var house = await House.BuildAsync(kind, clamd.Address);
        (await house.OpenAsync(house.Good)).Should().Be(new Refusal.AttachmentBeingScanned());
        (await house.OpenAsync(house.Bad)).Should().Be(new Refusal.AttachmentBeingScanned());

        (await house.SweepAsync()).Should().Be(new Scanned(Clean: 1, Harmful: 1, Left: 0));

        (await house.OpenAsync(house.Good)).Should().BeNull();
        (await house.OpenAsync(house.Bad)).Should().Be(new Refusal.AttachmentHarmful());
        await using var db = await house.Office.DbAsync();
        (await db.AuditEntries.Where(a => a.Action == "file.harmful").ToListAsync()).Should().ContainSingle().Which.CaseId.Should().Be(house.Part.CaseId);
        (await house.SweepAsync()).Should().Be(new Scanned(0, 0, 0), "what was answered is asked about once");
        clamd.Seen.Should().HaveCount(2);
    }

    [Fact]
    public async Task While_the_scanner_is_away_or_late_files_wait_and_afterwards_all_are_scanned()
    {
        await using var clamd = AClamd.Start();
        await using var house = await House.BuildAsync(Kind.Sqlite, clamd.Address);
        foreach (var mode in (ClamdMode[])[ClamdMode.Drops, ClamdMode.CutsItsAnswer, ClamdMode.TooLarge])
        {
            clamd.Mode = mode;
            (await house.SweepAsync()).Should().Be(new Scanned(0, 0, Left: 2));
            (await house.OpenAsync(house.Good)).Should().Be(new Refusal.AttachmentBeingScanned());
            house.Office.Clock.Pass(TimeSpan.FromMinutes(2));
        }

        clamd.Mode = ClamdMode.Answers;
        (await house.SweepAsync()).Should().Be(new Scanned(1, 1, 0));
    }

    /// <summary>A program that was killed remembers nothing; what has no verdict in the store is found there.</summary>
    [Fact]
    public async Task A_program_that_starts_anew_goes_on_with_what_has_no_verdict_and_with_nothing_else()
    {
        await using var clamd = AClamd.Start();
        await using var house = await House.BuildAsync(Kind.Sqlite, clamd.Address);
        clamd.Mode = ClamdMode.Drops;
        await house.SweepAsync();
        clamd.Mode = ClamdMode.Answers;

        var anew = ActivatorUtilities.CreateInstance<ScanSweep>(house.Office.Services);
        (await anew.RunAsync(CancellationToken.None)).Should().Be(new Scanned(1, 1, 0));
        (await ActivatorUtilities.CreateInstance<ScanSweep>(house.Office.Services).RunAsync(CancellationToken.None)).Should().Be(new Scanned(0, 0, 0));
    }

    [Fact]
    public async Task Files_nobody_can_answer_for_do_not_stop_those_behind_them()
    {
        var scanner = new Choosy();
        await using var office = await Office.OpenAsync(Kind.Sqlite, services => services.AddSingleton<ScanRecord>().AddSingleton<IScanner>(scanner));
        var vault = office.Services.GetRequiredService<FileVault>();
        for (var i = 0; i < 12; i++) await vault.StoreAsync(new MemoryStream(Encoding.ASCII.GetBytes(i < 6 ? "poison" : "good")), 100, CancellationToken.None);
        var sweep = ActivatorUtilities.CreateInstance<ScanSweep>(office.Services);

        var clean = 0;
        for (var round = 0; round < 6; round++) clean += (await sweep.RunAsync(CancellationToken.None)).Clean;

        clean.Should().Be(6);
    }

    [Fact]
    public async Task What_got_no_answer_rests_each_time_longer_and_what_is_fresh_goes_before_it()
    {
        var (scanner, log) = (new Choosy(), new RememberingLogger<ScanRecord>());
        await using var office = await Office.OpenAsync(Kind.Sqlite, services => services.AddSingleton<ILogger<ScanRecord>>(log).AddSingleton<ScanRecord>().AddSingleton<IScanner>(scanner));
        var vault = office.Services.GetRequiredService<FileVault>();
        var sweep = ActivatorUtilities.CreateInstance<ScanSweep>(office.Services);
        async Task<StoredFileId> StoreAsync(string words) => (await vault.StoreAsync(new MemoryStream(Encoding.ASCII.GetBytes(words)), 100, CancellationToken.None)).Value!.Id;
        var first = await StoreAsync("poison");
        for (var i = 0; i < 2; i++) await StoreAsync("poison");

        (await sweep.RunAsync(CancellationToken.None)).Should().Be(new Scanned(0, 0, Left: 3));
        (await sweep.RunAsync(CancellationToken.None), scanner.Asked).Should().Be((new Scanned(0, 0, 3), 3), "they rest");
        office.Clock.Pass(TimeSpan.FromSeconds(30));
        await StoreAsync("good");
        (await sweep.RunAsync(CancellationToken.None), scanner.Asked).Should().Be((new Scanned(1, 0, 3), 7), "the fresh one is asked about first");
        office.Clock.Pass(TimeSpan.FromSeconds(30));
        (await sweep.RunAsync(CancellationToken.None), scanner.Asked).Should().Be((new Scanned(0, 0, 3), 7), "the second rest is longer");
        office.Clock.Pass(TimeSpan.FromHours(2));
        await sweep.RunAsync(CancellationToken.None);
        scanner.Asked.Should().Be(10, "no rest is without end");
        log.Lines.Should().Contain(line => line.Contains(first.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("tem")]
    [InlineData("zararli")]
    [InlineData("\0\0\0\0\0\0")]
    public async Task A_torn_verdict_is_none_and_the_file_is_scanned_again(string torn)
    {
        await using var clamd = AClamd.Start();
        await using var house = await House.BuildAsync(Kind.Sqlite, clamd.Address);
        await house.SweepAsync();
        var vault = house.Office.Services.GetRequiredService<FileVault>();
        vault.KeepVerdict(new StoredFileId(house.Good.Value), torn);

        house.Office.Services.GetRequiredService<FileVerdicts>().StateOf(house.Good).Should().Be(FileState.Scanning);
        (await ActivatorUtilities.CreateInstance<ScanSweep>(house.Office.Services).RunAsync(CancellationToken.None)).Should().Be(new Scanned(1, 0, 0));
        (await house.OpenAsync(house.Good)).Should().BeNull();
    }

    [Fact]
    public async Task Without_a_scanner_files_are_handed_out_and_called_unscanned_and_what_was_harmful_stays_so()
    {
        await using var clamd = AClamd.Start();
        await using var house = await House.BuildAsync(Kind.Sqlite, address: null);
        (await house.OpenAsync(house.Good)).Should().BeNull();
        house.Office.Services.GetRequiredService<FileVerdicts>().StateOf(house.Good).Should().Be(FileState.NotScanned);
        (await house.SweepAsync()).Should().Be(new Scanned(0, 0, 0));

        house.Office.Services.GetRequiredService<FileVerdicts>().Keep(new StoredFileId(house.Bad.Value), new ScanAnswer(IsHarmful: true, "X"), house.Office.Clock.GetUtcNow());

        (await house.OpenAsync(house.Bad)).Should().Be(new Refusal.AttachmentHarmful());
    }

    [Fact]
    public async Task A_file_that_is_deleted_takes_its_verdict_along_and_one_that_is_gone_gets_none()
    {
        await using var clamd = AClamd.Start();
        await using var house = await House.BuildAsync(Kind.Sqlite, clamd.Address);
        await house.SweepAsync();
        house.Office.StoredFiles().Should().HaveCount(4, "two files, each with its verdict");
        var (vault, file) = (house.Office.Services.GetRequiredService<FileVault>(), new StoredFileId(house.Good.Value));

        vault.Delete(file);
        house.Office.Services.GetRequiredService<FileVerdicts>().Keep(file, new ScanAnswer(IsHarmful: false), house.Office.Clock.GetUtcNow());

        house.Office.StoredFiles().Should().HaveCount(2);
    }
}
