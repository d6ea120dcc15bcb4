using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Bimer.Blazor.Operations;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Bimer.Tests.Operations;

/// <summary>The start outside Development: the real program in its own process, as an institution would first meet it.</summary>
public sealed class StartTests : IDisposable
{
    internal static readonly Dictionary<string, string> Played = new(StringComparer.Ordinal)
    {
        ["Bimer:Simulate:Mail"] = "true", ["Bimer:Simulate:Sms"] = "true", ["Bimer:Simulate:IdentityRegistry"] = "true",
    };

    private readonly SqliteFolder _folder = new();

    private string DataPath => Path.Combine(_folder.Root, "data");

    [Fact]
    public async Task Without_settings_nothing_is_simulated_and_nothing_is_made()
    {
        var (code, console) = await BimerProcess.RefusalAsync(InProduction([]));

        code.Should().Be(StartRefusedException.ExitCode);
        string[] keys = ["Bimer:Smtp:Host", "Bimer:Simulate:Sms", "Bimer:Simulate:IdentityRegistry"];
        keys.Should().OnlyContain(key => console.Contains(key, StringComparison.Ordinal), console);
        console.Should().NotContain("   at ", "a list, not a stack");
        Directory.Exists(DataPath).Should().BeFalse();
    }

    [Fact]
    public async Task Every_mistake_of_every_room_stands_in_one_list_by_its_key()
    {
        Dictionary<string, string> mistakes = new(StringComparer.Ordinal)
        {
            ["Bimer:Smtp:Hots"] = "posta.kurum", ["Bimer:Smtp:Port"] = "many", ["Bimer:Smtp:Security"] = "Perhaps", ["Bimer:Smtp:FromAddress"] = "nobody",
            ["Bimer:Smtp:Host"] = "posta.kurum", ["Bimer:Database:Provider"] = "Oracle", ["Bimer:Attachments:MaxFiles"] = "0", ["Bimer:Session:Idle"] = "soon",
            ["Bimer:Passwords:Iterations"] = "1000", ["Bimer:SignIn:PerAccount"] = "-1", ["Bimer:Gate:CodeTries"] = "99", ["Bimer:Gate:ProofBits"] = "0", ["Bimer:Gate:Window"] = "2.00:00:00",
            ["Bimer:Outbox:FirstPause"] = "1.00:00:00", ["Bimer:Outbox:BounceDomain"] = "not a domain", ["Bimer:Health:LeastFreeMegabytes"] = "0",
            ["Bimer:Calendar:HalfDayWorks"] = "mostly", ["Bimer:Proxies:0"] = "the one downstairs", ["Bimer:AllowedOrigins:0"] = "bimer.kurum/",
            ["Bimer:Simulate:RegistryMood"] = "Grumpy", ["ForwardedHeaders_Enabled"] = "true",
            ["AllowedHosts"] = "*",
        };

        var (code, console) = await BimerProcess.RefusalAsync(InProduction(mistakes));

        code.Should().Be(StartRefusedException.ExitCode);
        var named = console.Split('\n').Where(line => line.StartsWith("  - ", StringComparison.Ordinal)).ToList();
        mistakes.Keys.Where(key => !string.Equals(key, "Bimer:Smtp:Host", StringComparison.Ordinal))
            .Where(key => !named.Any(line => line.Contains(key.Replace(":0", "", StringComparison.Ordinal), StringComparison.Ordinal))).Should().BeEmpty(console);
        named.Should().OnlyHaveUniqueItems();
        console.Should().Contain("Is Bimer:Smtp:Host meant?").And.NotContain("   at ");
    }

    [Fact]
    public async Task The_example_is_not_a_configuration_and_every_placeholder_of_it_is_named_without_its_value()
    {
        var (code, console) = await BimerProcess.RefusalAsync(InProduction(SettingsOf(Repository.At("appsettings.example.json"))));

        code.Should().Be(StartRefusedException.ExitCode);
        string[] placeholders = ["AllowedHosts", "Bimer:AllowedOrigins:0", "Bimer:Smtp:Host", "Bimer:Smtp:FromAddress", "Bimer:Smtp:Password"];
        placeholders.Should().OnlyContain(key => console.Contains(key + " still holds a placeholder", StringComparison.Ordinal), console);
        console.Should().Contain("Bimer:Outbox:BounceDomain is not set", "a real mail server is named and bounces would reach its people");
        console.Should().NotContain("CHANGE-ME").And.NotContain("is not a setting", "the example holds only what exists");
    }

    [Theory]
    [InlineData("Bimer:Smtp:Password", "Bimer-Deneme-2026")]
    [InlineData("Bimer:Smtp:Password", "parola")]
    [InlineData("Bimer:Database:ConnectionString", "Host=localhost;Database=bimer;Username=bimer;Password=…")]
    [InlineData("Bimer:Database:ConnectionString", "Host=localhost;Password=changeme")]
    [InlineData("Bimer:Database:ConnectionString", "Host=localhost;Pwd=secret")]
    public async Task A_secret_everybody_knows_is_refused_and_not_repeated(string key, string secret)
    {
        var (code, console) = await BimerProcess.RefusalAsync(InProduction(new(Played, StringComparer.Ordinal) { [key] = secret }));

        code.Should().Be(StartRefusedException.ExitCode);
        console.Should().Contain(key + " still holds a placeholder").And.NotContain(secret);
    }

    [Fact]
    public async Task A_machine_without_Turkish_is_refused_in_words()
    {
        var settings = new Dictionary<string, string>(Played, StringComparer.Ordinal) { ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1" };

        var (code, console) = await BimerProcess.RefusalAsync(InProduction(settings));

        code.Should().Be(StartRefusedException.ExitCode);
        console.Should().Contain("tr-TR").And.NotContain("   at ");
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_made_is_named()
    {
        await File.WriteAllTextAsync(DataPath, "in the way");

        var (code, console) = await BimerProcess.RefusalAsync(InProduction(Played));

        code.Should().Be(StartRefusedException.ExitCode);
        console.Should().Contain("Bimer:DataPath").And.NotContain("   at ");
    }

    [Fact]
    public async Task An_address_another_program_has_is_named_with_the_way_out()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var address = $"http://{other.LocalEndpoint}";

        var (code, console) = await BimerProcess.RefusalAsync(InProduction(Played), address);

        code.Should().Be(StartRefusedException.ExitCode);
        console.Should().Contain($"address {address}").And.Contain("name another address").And.NotContain("Unhandled exception");
    }

    [Fact]
    public async Task Rightly_configured_it_starts_with_an_empty_house()
    {
        await using (var bimer = await BimerProcess.StartAsync(InProduction(Played)))
        {
            using var http = new HttpClient { BaseAddress = new Uri(bimer.Url) };
            foreach (var door in (string[])["/vitrin", "/vitrin/vatandas", "/gelistirme/iletiler", "/gelistirme/bellek"])
            {
                using var answer = await http.GetAsync(new Uri(door, UriKind.Relative));
                answer.StatusCode.Should().Be(System.Net.HttpStatusCode.NotFound, door);
            }

            var (code, console) = await BimerProcess.RefusalAsync(InProduction(Played));
            code.Should().Be(StartRefusedException.ExitCode, "one server serves a SQLite file");
            console.Should().Contain($"Another process of Bimer works in {DataPath}").And.NotContain("   at ");
            bimer.ConsoleLines.Should().NotContain(line => line.Contains("Bimer-Deneme", StringComparison.Ordinal), "no demo account is told");
            await bimer.StopGracefullyAsync();
        }

        (await CountAsync("officers")).Should().Be(0);
        (await CountAsync("cases")).Should().Be(0);
        (await CountAsync("units")).Should().Be(0, "the tree comes by a command");
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    private BimerSettings InProduction(Dictionary<string, string> settings) => new(DataPath) { Environment = "Production", Settings = settings };

    private async Task<long> CountAsync(string table)
    {
        await using var db = new SqliteConnection($"Data Source={Path.Combine(DataPath, "bimer.db")};Mode=ReadOnly");
        await db.OpenAsync();
        await using var command = db.CreateCommand();
        command.CommandText = "SELECT count(*) FROM " + table;
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static Dictionary<string, string> SettingsOf(string file)
    {
        Dictionary<string, string> found = new(StringComparer.Ordinal);
        using var document = JsonDocument.Parse(File.ReadAllText(file));
        Walk(document.RootElement, "", found);
        found.Remove("Urls");
        found.Remove("Bimer:DataPath");
        return found;
    }

    private static void Walk(JsonElement element, string path, Dictionary<string, string> found)
    {
        var children = element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().Select(p => (p.Name, p.Value)),
            JsonValueKind.Array => element.EnumerateArray().Select((value, at) => (Name: at.ToString(System.Globalization.CultureInfo.InvariantCulture), Value: value)),
            _ => null,
        };
        if (children is null) found[path] = element.ToString();
        else foreach (var (name, value) in children) Walk(value, path.Length == 0 ? name : $"{path}:{name}", found);
    }
}
