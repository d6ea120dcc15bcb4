using System.Globalization;
using Bimer.Blazor.Cli;
using Bimer.Blazor.Live;
using Bimer.Blazor.Persistence.Audit;
using Bimer.Blazor.Persistence.Files;
using Bimer.Blazor.Persistence.Intake;
using Bimer.Blazor.Persistence.Outbox;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Tests.Given;
using Bimer.Tests.Persistence.Files;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bimer.Tests.Journeys;

/// <summary>What lies beside the screens: names of files on the disk, the answers of the command line, who looks, and single tables of the database.</summary>
internal static class CanaryPapers
{
    /// <summary>A file of an open petition that carries its writer's name.</summary>
    public static async Task<AttachmentId> AttachAsync(BimerServer server, CaseId id)
    {
        using var content = new MemoryStream(Documents.Pdf);
        var stored = (await server.Services.GetRequiredService<FileVault>().StoreAsync(content, 1 << 20, CancellationToken.None)).Value!;
        var name = $"{Canaries.Citizen.GivenName} {Canaries.Citizen.Surname}.pdf";
        var file = new Attachment(new AttachmentId(stored.Id.Value), id, null, 1, new AttachmentFacts(name, "application/pdf", content.Length, new byte[32]));
        await using var db = await server.DbAsync();
        db.Add(file);
        await db.SaveChangesAsync();
        return file.Id;
    }

    public static async Task FindNothingAsync(BimerServer server, string number)
    {
        Canaries.In(string.Join('\n', Directory.EnumerateFileSystemEntries(server.DataPath, "*", SearchOption.AllDirectories))).Should().BeEmpty("files and drawn copies are called by random ids");
        Canaries.In(string.Join('\n', Directory.EnumerateFileSystemEntries(Path.GetTempPath()))).Should().BeEmpty("nor does anything stay behind where pages are drawn");
        var told = await OnTheCommandLineAsync(server, CaseNumber.Parse(number).Value.CaseId);
        told.Should().Contain(number);
        Canaries.In(await DatabaseDump.OfTableAsync(server, "case_words")).Should().BeEmpty("the search knows no hidden writer");
        Canaries.In(told).Should().BeEmpty();
        string.Join(',', server.Services.GetRequiredService<Presence>().At(CaseNumber.Parse(number).Value.CaseId).Select(who => $"{who.Person.Value}")).Should().MatchRegex("^[0-9,]*$", "who looks is known by a number");
    }

    /// <summary>Rows that hold ids alone would tell a name if one were written into them: each of these tables is smelled at.</summary>
    public static async Task FindWhatIsPlantedAsync(BimerServer server)
    {
        string[] tables = ["desk_drafts", "audit_entries", "outbox_messages", "print_traces", "remembered_commands"];
        foreach (var table in tables) Canaries.In(await DatabaseDump.OfTableAsync(server, table)).Should().BeEmpty("{0} holds no name", table);
        await using (var db = await server.DbAsync())
        {
            var part = await db.Routings.AsNoTracking().OrderBy(r => r.Id).FirstAsync();
            db.Add(new DeskDraft { Routing = part.Id, Person = part.Custodian!.Value, Desk = DeskKind.Returning, Content = $"\"{Canaries.Citizen.Surname}\"", SavedAt = DateTimeOffset.UnixEpoch });
            db.Add(new AuditEntry { At = DateTimeOffset.UnixEpoch, Action = "test.planted", Detail = Canaries.Citizen.Surname });
            db.Add(new OutboxMessage { Id = Guid.NewGuid(), Kind = OutboxKind.ReplySms, CaseId = part.CaseId, Status = OutboxStatus.Sent, LastAnswer = Canaries.Citizen.Surname });
            await db.SaveChangesAsync();
        }

        foreach (var table in tables[..3]) Canaries.In(await DatabaseDump.OfTableAsync(server, table)).Should().Equal(["surname"], "what is planted in {0} is found", table);
    }

    /// <summary>What <c>verify-print</c> says of the papers that were taken of it.</summary>
    private static async Task<string> OnTheCommandLineAsync(BimerServer server, CaseId id)
    {
        await using var db = await server.DbAsync();
        var codes = await db.PrintTraces.Where(p => p.CaseId == id).Select(p => p.Code).ToListAsync();
        codes.Should().NotBeEmpty();
        await using var console = new StringWriter(CultureInfo.InvariantCulture);
        foreach (var code in codes) await server.Services.GetRequiredService<VerifyPrint>().RunAsync(code, against: null, console, CancellationToken.None);
        return console.ToString();
    }
}
