using System.Reflection;
using System.Text.Json;
using Bimer.Blazor;
using Bimer.Blazor.Development;
using Bimer.Blazor.Shell.Frame;
using Bimer.Domain.Applicants;
using Bimer.Domain.Cases;
using Bimer.Domain.Ports;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;
using Xunit.Abstractions;

namespace Bimer.Tests.Journeys;

/// <summary>
/// A tip-off whose writer hides lives from the portal to the mailed answer (G1, G3). Of the writer nothing, in no form, is in any frame, page,
/// head, file, paper, mail, log line or byte of the database; of an open petition's, after the recorded eye, and of one that names its writer,
/// the same nose finds everything.
/// </summary>
[Collection(Alone.Name)]
public sealed class HiddenCanary(ITestOutputHelper output)
{
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Of_a_hidden_writer_nothing_reaches_the_staff_in_any_form_and_of_an_open_one_it_would_be_found(Kind kind)
    {
        DrawingPrograms.Demand();
        using var log = new EveryLine();
        var surfaces = new StaffSurfaces();
        await using var mails = new CanaryMails(kind);
        await using var server = await BimerServer.StartAsync(kind, settings: Talkative(mails), configure: services => Into(services, log, surfaces));
        await using var story = new CanaryStory(server, surfaces);

        await LiveThroughAsync(story);
        await story.LookEverywhereAsync(await EveryAddressAsync(server, story.Number));

        output.WriteLine($"{kind}: {surfaces.Frames} frames, {surfaces.Addresses.Count} addresses, {log.Lines.Count} log lines");
        (surfaces.Frames, surfaces.Addresses.Count, log.Lines.Count).Should().Match<(int Frames, int Addresses, int Lines)>(
            seen => seen.Frames > 40 && seen.Addresses > 30 && seen.Lines > 1_000, "something was sent at all");
        surfaces.Addresses.Should().Contain(address => address.StartsWith("GET /evrak/ek/", StringComparison.Ordinal));
        foreach (var place in Places(story.Number)) surfaces.Shows(place, story.Number).Should().BeTrue("the petition was on {0}", place);
        await FindNothingAsync(server, surfaces);
        await CanaryPapers.FindNothingAsync(server, story.Number);
        FindNothingIn(await mails.RawAsync(server));

        await FindTheOpenOneAsync(server, story, surfaces);
        await FindWhoTellsAsync(server, story, surfaces, mails);
        await CanaryPapers.FindWhatIsPlantedAsync(server);
        FindNothingInTheLog(server, log);
    }

    /// <summary>Whatever was looked at; and a line that did name somebody would have been found, down to the lowest level.</summary>
    private static void FindNothingInTheLog(BimerServer server, EveryLine log)
    {
        var clean = new CleanRuns();
        bool Tells(string line) => Canaries.In(line, clean).Count > 0;
        log.Lines.Distinct(StringComparer.Ordinal).AsParallel().Where(Tells).Should().BeEmpty("the eye too says nothing to the log");
        server.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Bimer.Proof").Log(LogLevel.Trace, default, Canaries.Citizen.Surname, exception: null, (name, _) => $"Of {name}");
        log.Lines.Where(Tells).Should().ContainSingle("what is written at the lowest level is smelled at");
    }

    private static Dictionary<string, string?> Talkative(CanaryMails mails) =>
        new(mails.Settings, StringComparer.Ordinal) { ["Logging:LogLevel:Default"] = "Trace", ["Logging:LogLevel:Bimer"] = "Trace" };

    /// <summary>Where the petition must have been seen, or nothing was looked for there.</summary>
    private static string[] Places(string number) => [$"POST /evrak/{number}/rapor", $"GET /evrak/{number}", CanaryLooks.Paper, CanaryLooks.Palette, "GET " + Addresses.Search];

    /// <summary>Neither in what the staff were sent nor in the database, whoever reads its files.</summary>
    private static async Task FindNothingAsync(BimerServer server, StaffSurfaces surfaces)
    {
        (await surfaces.FindsAsync()).Should().BeEmpty();
        Canaries.In(await AuditAsync(server)).Should().BeEmpty();
        Canaries.In(await DatabaseDump.OfAsync(server)).Should().BeEmpty("identities lie sealed, and no index knows them");
    }

    /// <summary>As it left, and as it is read.</summary>
    private static void FindNothingIn(byte[] mail)
    {
        Canaries.In(mail).Should().Equal(["e-mail"], "a mail says where it goes");
        Canaries.In(CanaryMails.ShownOf(ReceivedMail.Parse(mail))).Should().BeEmpty("a hidden applicant's letter greets nobody by name");
    }

    private static void Into(IServiceCollection services, EveryLine log, StaffSurfaces surfaces)
    {
        services.AddLogging(logging => logging.AddProvider(log).SetMinimumLevel(LogLevel.Trace));
        services.AddSingleton<IStartupFilter>(surfaces);
        services.AddSingleton<Func<NationalId, RegisteredPerson?>>(Canaries.InTheRegister);
    }

    private static async Task LiveThroughAsync(CanaryStory story)
    {
        await story.SitDownAsync();
        await story.FileAsync();
        await story.OpenAndForwardAsync();
        await story.AnswerAsync();
        await story.SignAsync();
    }

    /// <summary>The same citizen files openly: the eye finds all there is, so what it did not find before was not there.</summary>
    private static async Task FindTheOpenOneAsync(BimerServer server, CanaryStory story, StaffSurfaces surfaces)
    {
        surfaces.Forget();
        var open = await server.FileAsync(server.Unit("Ankara Valiliği"), identity: Canaries.Identity);
        await story.RevealAsync(open.NumberOf());

        var found = await surfaces.FindsAsync();
        string[] shown = ["given name", "surname", "citizen number", "phone", "e-mail", "contact address"];
        foreach (var what in shown) found.Should().Contain(find => find.StartsWith(what + " in a frame", StringComparison.Ordinal));
        (await AuditAsync(server)).Should().Contain("identity.revealed");
        await FindNothingOnceHiddenAsync(server, story, surfaces, open.NumberOf());
    }

    /// <summary>The officer hides it: from then on it is as if the applicant had, whoever looks wherever (S33, G12).</summary>
    private static async Task FindNothingOnceHiddenAsync(BimerServer server, CanaryStory story, StaffSurfaces surfaces, string number)
    {
        await story.HideAsync();
        surfaces.Forget();
        await story.LookEverywhereAsync(await EveryAddressAsync(server, number));

        await FindNothingAsync(server, surfaces);
    }

    /// <summary>Somebody who names themselves in their own words: paper, search, mail and database are all smelled at, and all by the same nose.</summary>
    private static async Task FindWhoTellsAsync(BimerServer server, CanaryStory story, StaffSurfaces surfaces, CanaryMails mails)
    {
        surfaces.Forget();
        var text = $"Ben {Canaries.Citizen.GivenName} {Canaries.Citizen.Surname}, {Canaries.ContactAddress}. {ACase.Words}";
        var telling = await server.FileAsync(server.Unit("Ankara Valiliği"), identity: Canaries.Identity, text: text);
        var named = await CanaryPapers.AttachAsync(server, telling.Id);
        await story.AnswerAnotherAsync(telling.NumberOf());
        await story.SignAsync();
        await story.LookEverywhereAsync([Searched, Addresses.Case(telling.NumberOf()), Addresses.File(named)]);

        var found = await surfaces.FindsAsync();
        foreach (var place in Places(telling.NumberOf())) found.Should().Contain("surname in " + place);
        found.Should().Contain($"contact address in GET {Addresses.Search}").And.Contain($"contact address in {CanaryLooks.Paper}");
        found.Should().Contain($"surname in POST /evrak/{telling.NumberOf()}/rapor (words)", "the words of a PDF are smelled at")
            .And.Contain($"surname in GET {Addresses.File(named)} (head)", "and what a download calls itself")
            .And.Contain(find => find.StartsWith("surname in a frame", StringComparison.Ordinal));
        Canaries.In(await DatabaseDump.OfTableAsync(server, "case_words")).Should().Contain(["given name", "surname"], "the search knows an open petition's words");
        Canaries.In(await DatabaseDump.OfAsync(server)).Should().Contain(["given name", "surname", "contact address"]);
        var mail = ReceivedMail.Parse(await mails.RawAsync(server, which: 2));
        Canaries.In(CanaryMails.ShownOf(mail)).Should().Contain(["given name", "surname"], "an open applicant is greeted by name");
    }

    /// <summary>Every page of the program, and every file of the case. The pages of Development alone are the citizen's own telephone and mailbox.</summary>
    private static async Task<IReadOnlyList<string>> EveryAddressAsync(BimerServer server, string number)
    {
        var id = CaseNumber.Parse(number).Value!.CaseId;
        await using var db = await server.DbAsync();
        var files = await db.Attachments.Where(a => a.CaseId == id).Select(a => a.Id).ToListAsync();
        var pages = typeof(BimerApp).Assembly.GetTypes()
            .Where(type => !string.Equals(type.Namespace, typeof(MessagesPage).Namespace, StringComparison.Ordinal)).SelectMany(type => type.GetCustomAttributes<RouteAttribute>()).Select(route => route.Template
            .Replace("{Number}", number, StringComparison.Ordinal).Replace("{Code:int}", "404", StringComparison.Ordinal)).ToList();
        string[] boxes = [Addresses.UnitInbox, Addresses.MyInbox, Addresses.Forwarded, Addresses.Replied, Addresses.Approvals];
        return [.. pages, Searched, .. files.Select(Addresses.File), .. boxes.Select(box => Addresses.CaseBeside(box, number))];
    }

    /// <summary>By words of every petition here, none of them about anybody.</summary>
    private static string Searched => Addresses.Search + "?q=lambalar";

    private static async Task<string> AuditAsync(BimerServer server)
    {
        await using var db = await server.DbAsync();
        return JsonSerializer.Serialize(await db.AuditEntries.AsNoTracking().ToListAsync());
    }
}
