using System.Globalization;
using System.Security.Cryptography;
using Bimer.Blazor.Cli;
using Bimer.Blazor.Persistence.Audit;
using Bimer.Blazor.Workspace.CaseDetail;
using Bimer.Blazor.Workspace.CaseDetail.Printing;
using Bimer.Blazor.Workspace.Privacy;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.UseCases.CaseDetail;

/// <summary>Başvuru Raporu and the record of it (S42).</summary>
public sealed class PrintingTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task A_paper_is_recorded_before_it_leaves_and_a_reprint_is_another_one(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var (office, id) = (story.Office, story.Routing.CaseId);

        var first = (await office.PrintAsync(story.Writer, id)).Value!;
        var second = (await office.PrintAsync(story.Writer, id)).Value!;

        first.Page.Should().Contain("Başvuru Raporu").And.Contain(new CaseNumber(id).ToString()).And.Contain("Başvuru hareketleri").And.Contain(first.Code.ToString())
            .And.Contain("M***** D*****").And.NotContain(second.Code.ToString());
        await using var db = await office.DbAsync();
        var traces = await db.PrintTraces.OrderBy(p => p.At).ToListAsync();
        traces.Select(t => t.Code).Should().BeEquivalentTo(first.Code.Value, second.Code.Value);
        traces.Select(t => Convert.ToHexString(t.ContentHash)).Distinct(StringComparer.Ordinal).Should().ContainSingle("both say the same");
        traces[0].Should().BeEquivalentTo(new { CaseId = id, Officer = story.Writer.UserId, story.Unit, PrintStories.Desk.Workstation, PrintStories.Desk.Device, PrintStories.Desk.Address, FileHash = (byte[]?)null });
        var chained = await db.AuditEntries.Where(a => a.Action == "case.printed").ToListAsync();
        chained.Should().HaveCount(2).And.OnlyContain(a => a.Actor == story.Writer.UserId && a.CaseId == id);
        chained.Select(a => a.Detail).Should().Contain(d => d!.Contains(first.Code.Value, StringComparison.Ordinal) && d.Contains(Convert.ToHexStringLower(traces[0].ContentHash), StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Of_what_somebody_may_not_read_there_is_no_paper_and_no_record(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var health = office.Unit("Ankara İl Sağlık Müdürlüğü");
        var zeynep = await office.HireAsync(1, OfficerRole.CaseOfficer, health);
        var stranger = await office.HireAsync(2, OfficerRole.CaseOfficer, office.Unit("İzmir Valiliği"));
        var caseFile = await office.FileAsync(health);

        (await office.PrintAsync(zeynep, caseFile.Id)).Refusal.Should().Be(new Refusal.NotFound(), "nobody opened the envelope");
        await office.OpenAsync(zeynep, caseFile.Routings[0].Id);
        (await office.PrintAsync(stranger, caseFile.Id)).Refusal.Should().Be(new Refusal.NotFound());
        (await office.PrintAsync(zeynep, "2026-9999999-0")).Refusal.Should().Be(new Refusal.NotFound());
        await using var db = await office.DbAsync();
        (await db.PrintTraces.CountAsync()).Should().Be(0);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Hidden_stays_hidden_on_paper_also_for_who_hid_it_and_has_it_open(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var unit = office.Unit("Ankara Valiliği");
        var writer = await office.HireAsync(1, OfficerRole.CaseOfficer, unit);
        var caseFile = await ServerStories.FileAsync(office.Services, unit, CaseKind.Complaint, hidden: false);
        await office.OpenAsync(writer, caseFile.Routings[0].Id);
        var before = (await office.For<CaseQuery>(writer).ReadAsync(caseFile.NumberOf(), CancellationToken.None))!;
        (await office.Handler<HideIdentityHandler>(writer).HandleAsync(new HideIdentity(OfficeStories.NewCommand(), caseFile.Routings[0].Id), CancellationToken.None)).Should().Be(Outcome.Accepted);
        (await office.For<RevealIdentityHandler>(writer).HandleAsync(new RevealIdentity(OfficeStories.NewCommand(), caseFile.Id), CancellationToken.None)).Value!.FullName.Should().EndWith(ServerStories.Surname);

        var page = (await office.PrintAsync(writer, caseFile.Id)).Value!.Page;

        page.Should().Contain("Gizlenmiş").And.NotContain(ServerStories.Surname).And.NotContain("M*****").And.NotContain("10000000146");
        // Written before it was hidden, it does not leave after.
        var late = new TakenPrint(PrintCode.Of(RandomNumberGenerator.GetBytes(PrintCode.Bytes)), before, PrintStories.Desk, new byte[32], File: null);
        (await ActivatorUtilities.CreateInstance<PrintLedger>(office.Services).RecordAsync(OfficeStories.NewCommand(), late, writer, CancellationToken.None)).Should().Be(new Refusal.ChangedMeanwhile());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Who_took_it_and_who_coordinates_their_unit_find_it_and_to_all_others_it_is_like_none(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var (office, id) = (story.Office, story.Routing.CaseId);
        var coordinator = await office.HireAsync(5, OfficerRole.Coordinator, story.Unit);
        var colleague = await office.HireAsync(6, OfficerRole.CaseOfficer, story.Unit);
        var elsewhere = await office.HireAsync(7, OfficerRole.Executive, office.Unit("İzmir Valiliği"));
        var code = (await office.PrintAsync(story.Writer, id)).Value!.Code;

        foreach (var entitled in (Actor[])[story.Writer, coordinator])
            (await office.LookUpAsync(entitled, code.ToString())).Value.Should().BeEquivalentTo(new { Number = new CaseNumber(id).ToString(), By = "Ad1 Soyad", PrintStories.Desk.Workstation, PrintStories.Desk.Address, FileHash = (string?)null });
        foreach (var other in (Actor[])[colleague, elsewhere])
            (await office.LookUpAsync(other, code.Value)).Should().Be(await office.LookUpAsync(other, PrintCode.Of(new byte[PrintCode.Bytes]).Value));
        await office.ExcludeAsync(story.Writer, await CaseAsync(office, id), office.Unit("Ankara İl Sağlık Müdürlüğü"));
        await office.AlsoAsync(coordinator, OfficerRole.CaseOfficer, office.Unit("Ankara İl Sağlık Müdürlüğü"));
        (await office.LookUpAsync(coordinator, code.Value)).Refusal.Should().Be(new Refusal.PrintNotFound(), "the case is kept from a unit of theirs");

        await using var db = await office.DbAsync();
        (await db.AuditEntries.Where(a => a.Action == "print.looked-up").Select(a => a.Actor).ToListAsync()).Should().BeEquivalentTo([(UserId?)story.Writer.UserId, coordinator.UserId]);
    }

    [Fact]
    public async Task Whoever_tries_code_after_code_is_stopped_and_rightful_looks_do_not_count()
    {
        await using var story = await AReplyStory.BeginAsync(Kind.Sqlite);
        var code = (await story.Office.PrintAsync(story.Writer, story.Routing.CaseId)).Value!.Code.Value;
        for (var i = 0; i < 3; i++) (await story.Office.LookUpAsync(story.Writer, code)).IsAccepted.Should().BeTrue();

        for (var i = 0; i < 30; i++) (await story.Office.LookUpAsync(story.Writer, PrintCode.Of(RandomNumberGenerator.GetBytes(PrintCode.Bytes)).Value)).Refusal.Should().Be(new Refusal.PrintNotFound());

        (await story.Office.LookUpAsync(story.Writer, code)).Refusal.Should().Be(new Refusal.TooManyPrintCodes());
        story.Office.Clock.Pass(TimeSpan.FromHours(1));
        (await story.Office.LookUpAsync(story.Writer, code)).IsAccepted.Should().BeTrue();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_command_line_tells_a_printout_and_whether_a_file_is_the_one_that_left(Kind kind)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("tr-TR");
        await using var story = await AReplyStory.BeginAsync(kind);
        using var folder = new AFolder();
        await File.WriteAllTextAsync(folder["rapor.pdf"], "%PDF");
        await File.WriteAllTextAsync(folder["baska.pdf"], "%PDF ");
        var code = PrintCode.Of(RandomNumberGenerator.GetBytes(PrintCode.Bytes));
        await using (var db = await story.Office.DbAsync())
        {
            db.Add(new PrintTrace { Code = code.Value, CaseId = story.Routing.CaseId, Officer = story.Writer.UserId, Unit = story.Unit, At = story.Office.Clock.GetUtcNow(), ContentHash = new byte[32], FileHash = SHA256.HashData("%PDF"u8) });
            await db.SaveChangesAsync();
        }

        (await RunAsync(story.Office, code.ToString(), null)).Should().Match<(int Code, string Said)>(told => told.Code == 0 && told.Said.Contains("Ad1 Soyad"));
        (await RunAsync(story.Office, code.Value, folder["rapor.pdf"])).Code.Should().Be(0);
        (await RunAsync(story.Office, code.Value, folder["baska.pdf"])).Code.Should().Be(1);
        (await RunAsync(story.Office, "0000-0000-0000-0000", null)).Code.Should().Be(1);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_command_line_holds_a_page_and_the_digest_on_a_paper_against_what_was_recorded(Kind kind)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("tr-TR");
        await using var story = await AReplyStory.BeginAsync(kind);
        using var folder = new AFolder();
        var printed = (await story.Office.PrintAsync(story.Writer, story.Routing.CaseId)).Value!;
        await File.WriteAllTextAsync(folder["rapor.html"], printed.Page);
        await File.WriteAllTextAsync(folder["baska.html"], printed.Page.Replace(ACase.Words[..10], "Başka söz", StringComparison.Ordinal));
        await File.WriteAllTextAsync(folder["bos.html"], "<!DOCTYPE html><p>Rapor değil.</p>");
        string digest;
        await using (var db = await story.Office.DbAsync()) digest = Convert.ToHexStringLower((await db.PrintTraces.SingleAsync()).ContentHash);

        printed.Page.Should().Contain(digest, "it stands on the paper");
        (await RunAsync(story.Office, printed.Code.Value, folder["rapor.html"])).Code.Should().Be(0);
        (await RunAsync(story.Office, printed.Code.Value, folder["baska.html"])).Code.Should().Be(1);
        (await RunAsync(story.Office, printed.Code.Value, folder["bos.html"])).Code.Should().Be(1);
        (await RunAsync(story.Office, printed.Code.Value, digest.ToUpperInvariant().Insert(32, " "))).Code.Should().Be(0);
        (await RunAsync(story.Office, printed.Code.Value, new string('0', 64))).Code.Should().Be(1);
    }

    private static async Task<(int Code, string Said)> RunAsync(Office office, string code, string? file)
    {
        using var console = new StringWriter(CultureInfo.InvariantCulture);
        return (await ActivatorUtilities.CreateInstance<Blazor.Cli.VerifyPrint>(office.Services).RunAsync(code, file, console, CancellationToken.None), console.ToString());
    }

    private static async Task<CaseFile> CaseAsync(Office office, CaseId id)
    {
        await using var db = await office.DbAsync();
        return await db.Cases.Include(c => c.Routings).SingleAsync(c => c.Id == id);
    }
}
