using System.Text;
using Bimer.Blazor.Gateways.Scanning;
using Bimer.Blazor.Persistence.Files;
using Bimer.Blazor.Persistence.Files.Scanning;
using Bimer.Blazor.Portal.Filing;
using Bimer.Blazor.Workspace.Attachments;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Ports;
using Bimer.Tests.Given;
using Bimer.Tests.Persistence.Files;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Xunit;

namespace Bimer.Tests.UseCases;

/// <summary>Files and the virus scanner: not yet scanned nobody else opens one, what harms nobody does, and whatever stops, the scanning goes on (I8).</summary>
public sealed class ScanningTests
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

    [Fact]
    public async Task A_letter_with_a_file_that_is_not_clean_is_not_signed()
    {
        await using var clamd = AClamd.Start();
        await using var story = await AReplyStory.BeginAsync(Kind.Sqlite, House.With(clamd.Address));
        await story.Office.AttachAsync(story.Writer, story.Routing, "rapor.txt", Encoding.UTF8.GetBytes("Rapor " + AClamd.Bad));
        var hash = await story.SubmittedAsync();

        (await story.Office.ApproveAsync(story.Approver, story.Routing, hash)).Refusal.Should().Be(new Refusal.AttachmentBeingScanned());
        await story.Office.Services.GetRequiredService<ScanSweep>().RunAsync(CancellationToken.None);
        (await story.Office.ApproveAsync(story.Approver, story.Routing, hash)).Refusal.Should().Be(new Refusal.AttachmentHarmful());
    }

    /// <summary>A petition with a clean file and one that harms, opened by its officer.</summary>
    private sealed class House(Office office, Actor officer, RoutingId part, AttachmentId good, AttachmentId bad) : IAsyncDisposable
    {
        public Office Office => office;

        public RoutingId Part => part;

        public AttachmentId Good => good;

        public AttachmentId Bad => bad;

        public static Action<IServiceCollection> With(string? address) => services =>
        {
            services.AddSingleton<ScanRecord>().AddSingleton<ScanSweep>();
            if (address is not null)
                services.AddSingleton<IScanner>(new ClamdScanner(Options.Create(new ScannerOptions { Address = address }), NullLogger<ClamdScanner>.Instance));
        };

        public static async Task<House> BuildAsync(Kind kind, string? address)
        {
            var office = await Office.OpenAsync(kind, With(address));
            var unit = office.Unit("Ankara Valiliği");
            var officer = await office.HireAsync(1, OfficerRole.CaseOfficer, unit);
            var citizen = new Citizen(office);
            await citizen.PassAsync();
            var view = (await citizen.WriteWholeAsync(draft => draft with { Institution = unit.Value }))!;
            foreach (var (name, text) in (ValueTuple<string, string>[])[("iyi.txt", "Lamba yanmıyor."), ("kotu.txt", AClamd.Bad)])
            {
                using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
                (await office.Services.GetRequiredService<DraftFileBook>().AddAsync(view.Visit, name, content, CancellationToken.None)).Refusal.Should().BeNull();
                office.Clock.Pass(TimeSpan.FromSeconds(1));
            }

            (await citizen.SendAsync(view)).Should().BeOfType<FilingAnswer.Filed>();
            await using var db = await office.DbAsync();
            var ids = await db.Attachments.OrderBy(a => a.Ordinal).Select(a => a.Id).ToListAsync();
            var part = RoutingId.Of(await db.Cases.Select(c => c.Id).SingleAsync(), 1);
            await office.OpenAsync(officer, part);
            return new House(office, officer, part, ids[0], ids[1]);
        }

        public Task<Scanned> SweepAsync() => office.Services.GetRequiredService<ScanSweep>().RunAsync(CancellationToken.None);

        public async Task<Refusal?> OpenAsync(AttachmentId file)
        {
            var opened = await office.For<FileQuery>(officer).OpenAsync(file, CancellationToken.None);
            if (opened.Value is { } served) await served.Content.DisposeAsync();
            return opened.Refusal;
        }

        public ValueTask DisposeAsync() => office.DisposeAsync();
    }

    private sealed class Choosy : IScanner
    {
        public bool IsThere => true;

        public async Task<ScanAnswer?> ScanAsync(Stream content, CancellationToken ct)
        {
            using var reader = new StreamReader(content, leaveOpen: true);
            return string.Equals(await reader.ReadToEndAsync(ct), "poison", StringComparison.Ordinal) ? null : new ScanAnswer(IsHarmful: false);
        }
    }
}
