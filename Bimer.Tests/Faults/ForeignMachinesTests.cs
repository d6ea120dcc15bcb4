using System.Globalization;
using System.Text.RegularExpressions;
using Bimer.Blazor.Cli.Seeding;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Blazor.Shell.Frame;
using Bimer.Domain.Cases;
using Bimer.Domain.Time;
using Bimer.Tests.Cli;
using Bimer.Tests.Given;
using Bimer.Tests.Security;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.Faults;

/// <summary>
/// The same program on machines of other languages and in other parts of the world tells the same people the same: their lists, their days, what they
/// find and what a petition is given (J7, D6). Each machine is a process of its own, over the same people and cases.
/// </summary>
[Collection(Alone.Name)]
public sealed partial class ForeignMachinesTests
{
    private const int Rows = 50;

    /// <summary>Every language and every zone once; the last is ahead of all others, the third a day behind it.</summary>
    private static readonly (string Language, string Zone)[] _machines =
        [("tr_TR.UTF-8", "Europe/Istanbul"), ("en_US.UTF-8", "UTC"), ("C", "America/Los_Angeles"), ("tr_TR.UTF-8", "Pacific/Kiritimati")];

    /// <summary>One word as people type it; all fold to one key.</summary>
    private static readonly string[] _searches = ["/ara?q=IŞIK", "/ara?q=ışık", "/ara?q=isik", "/ara?q=SOKAĞIN", "/ara?q=%25", "/ara?q=İÇİN"];

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task In_whatever_language_and_zone_the_machine_is_people_are_told_the_same(Kind kind)
    {
        var (until, day) = (TimeProvider.System.GetUtcNow(), Today());
        var told = await Task.WhenAll(_machines.Select(machine => TellAsync(kind, machine, until)));

        foreach (var (machine, pages) in _machines.Zip(told).Skip(1))
        {
            pages.Keys.Should().Equal(told[0].Keys);
            if (Today() != day) continue;   // midnight has come between two machines: both are right
            foreach (var (page, text) in pages) Knock.Difference(told[0][page], text).Should().BeEmpty("{0} on {1}", page, machine);
        }

        told[0].Where(page => page.Key.StartsWith("/ara", StringComparison.Ordinal)).Should().Contain(page => Number().Count(page.Value) > 0, "something is found");
    }

    /// <summary>Numbers of the command line are plain digits wherever it is typed, and a refusal is the same refusal.</summary>
    [Fact]
    public async Task The_command_line_reads_and_refuses_alike()
    {
        string[][] commands = [["seed", "--cases", "1.000"], ["seed", "--cases", "1,000"], ["seed", "--cases", "٣"], ["SEED", "--demo"], ["İNİT"], ["verify-print", "ıııı"], ["help"]];
        List<int[]> answers = [];
        foreach (var (language, zone) in _machines.Take(3))
        {
            using var folder = new SqliteFolder();
            var settings = new BimerSettings(folder.Root) { Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["LC_ALL"] = language, ["TZ"] = zone } };
            answers.Add([.. (await Task.WhenAll(commands.Select(words => BimerProcess.RefusalAsync(settings, words: words)))).Select(answer => answer.ExitCode)]);
        }

        answers[1].Should().Equal(answers[0]);
        answers[2].Should().Equal(answers[0]);
        answers[0].Take(5).Should().OnlyContain(code => code == 64, "not one of them is understood");
    }

    private static async Task<Dictionary<string, string>> TellAsync(Kind kind, (string Language, string Zone) machine, DateTimeOffset until)
    {
        using var folder = new SqliteFolder();
        var (own, postgres) = await FoundedDatabase.CopyAsync(kind, folder);
        await using var reading = OfficeServices.Of(own, TimeProvider.System);
        reading.GetRequiredService<KeyFile>().EnsureThere(dataExists: false);
        await reading.GetRequiredService<DatabaseStart>().RunAsync(CancellationToken.None);
        await BulkOffices.Seeding(reading).RunAsync(new BulkPlan(300, until), _ => { }, CancellationToken.None);
        var settings = new BimerSettings(folder.Root)
        {
            Settings = BimerSettings.On(kind, postgres?.ConnectionString, FinalForms.WithoutProof, KeyValuePair.Create("LC_ALL", machine.Language), KeyValuePair.Create("TZ", machine.Zone)),
        };
        await using (var bimer = await BimerProcess.StartAsync(settings))
        {
            var told = await ReadAsync(bimer.Url);
            told["filed"] = await FileAsync(bimer.Url, reading);
            await bimer.StopGracefullyAsync();
            if (postgres is null) return told;
            await postgres.DisposeAsync();
            return told;
        }
    }

    private static async Task<Dictionary<string, string>> ReadAsync(string url)
    {
        using var door = new PlainBrowser(url);
        await door.SubmitAsync("/giris", null, ("kimlik", BulkStaffing.NationalIdOf(BulkBox.Person(Rows))), ("sifre", DemoStaff.Password));
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = new Uri(url) };
        client.DefaultRequestHeaders.Add("Cookie", door.Cookies.GetCookieHeader(new Uri(url)));
        client.DefaultRequestHeaders.Add("Origin", url);
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        var held = Number().Match(await client.GetStringAsync(new Uri(Addresses.MyInbox, UriKind.Relative))).Value;
        Dictionary<string, string> told = new(StringComparer.Ordinal);
        foreach (var page in (string[])[Addresses.Home, Addresses.UnitInbox, Addresses.MyInbox, Addresses.Case(held), Addresses.Case(held) + "/sevk", .. _searches])
            told[page] = Settled(await client.GetStringAsync(new Uri(page, UriKind.Relative)));
        told["report"] = Settled(await Knock.PostAsync(client, Addresses.Case(held) + "/rapor", "sayfa"));
        return told;
    }

    /// <summary>The days a petition is given follow from when it was filed, as this machine counts them.</summary>
    private static async Task<string> FileAsync(string url, IServiceProvider reading)
    {
        using var citizens = new FinalForms(url);
        var number = await citizens.SendAsync((await citizens.PrepareAsync(1))[0]);
        var id = CaseNumber.Parse(number).Value!.CaseId;
        await using var db = await reading.GetRequiredService<IDbContextFactory<BimerDbContext>>().CreateDbContextAsync();
        var filed = await db.Cases.AsNoTracking().Include(c => c.Petition).SingleAsync(c => c.Id == id);
        var due = StatutoryDeadline.Of(filed.Basis, filed.ReceivedOn, reading.GetRequiredService<WorkingCalendar>());
        (filed.ReceivedOn, filed.DueOn, filed.DueEndsAt).Should().Be((IstanbulTime.LegalDay(filed.FiledAt), due.DueOn, due.EndsAt));
        return string.Create(CultureInfo.InvariantCulture, $"{number} {filed.ReceivedOn:O} {filed.DueOn:O} {filed.MaskedName} {filed.Summary} {filed.Petition!.Text}");
    }

    private static DateOnly Today() => IstanbulTime.LegalDay(TimeProvider.System.GetUtcNow());

    /// <summary>Without the hour, which moves while machines start, without what is sealed or drawn by lot, and without the machine's own address.</summary>
    private static string Settled(string page) => Moving().Replace(page, "#");

    [GeneratedRegex("[0-9]{4}-[0-9]{7}-[0-9]", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Number();

    [GeneratedRegex(@"CfDJ8[A-Za-z0-9_/+=-]+|<!--Blazor[^>]*-->|127\.0\.0\.1:\d+|\d{1,2}[.:]\d{2}([.:]\d{2})?(?!\d|\.\d)|\d{4}-\d{2}-\d{2}T[0-9:.]+(Z|\+00:00)?|\d+ (dk|sa|saniye|dakika|saat)\b|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{16,}|Set-Cookie: [^\n]*|Content-Length: [^\n]*|<svg\b.*?</svg>|[0-9A-Z]{4}(-[0-9A-Z]{4}){3}", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 10_000)]
    private static partial Regex Moving();
}
