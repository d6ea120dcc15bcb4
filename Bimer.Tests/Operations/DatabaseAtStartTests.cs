using Bimer.Blazor.Operations;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Operations;

/// <summary>A start that does not find its database: in words, without a stack and without a password (L14, A6).</summary>
public sealed class DatabaseAtStartTests : IDisposable
{
    private readonly SqliteFolder _folder = new();

    private string DataPath => Path.Combine(_folder.Root, "data");

    [Fact]
    public async Task A_database_nobody_answers_at_is_told_in_words_without_its_password()
    {
        var port = FreePort.Take().ToString(System.Globalization.CultureInfo.InvariantCulture);

        var (code, console) = await BimerProcess.RefusalAsync(InProduction(OnPostgres($"Host=127.0.0.1;Port={port};Database=bimer;Username=bimer;Password=sessiz-bir-sır")));

        code.Should().Be(StartRefusedException.ExitCode);
        console.Should().Contain("Bimer:Database:ConnectionString: nobody answers at").And.Contain(port).And.NotContain("   at ").And.NotContain("sessiz-bir-sır");
    }

    [Fact]
    public async Task A_database_that_refuses_the_user_is_told_in_words_without_its_password()
    {
        await using var postgres = await PostgresServer.NewDatabaseAsync();

        var (code, console) = await BimerProcess.RefusalAsync(InProduction(OnPostgres(postgres.ConnectionString.Replace("Username=bimer", "Username=nobody;Password=sessiz-bir-sır", StringComparison.Ordinal))));

        code.Should().Be(StartRefusedException.ExitCode);
        console.Should().Contain("refuses this user or password").And.NotContain("   at ").And.NotContain("sessiz-bir-sır");
    }

    [Fact]
    public async Task A_database_that_is_gone_while_its_keys_are_there_is_not_made_anew()
    {
        Directory.CreateDirectory(Path.Combine(DataPath, "keys"));
        await File.WriteAllTextAsync(Path.Combine(DataPath, "keys", "vault.json"), "{}");

        var (code, console) = await BimerProcess.RefusalAsync(InProduction(StartTests.Played));

        code.Should().Be(StartRefusedException.ExitCode);
        console.Should().Contain("bimer.db is missing although its keys are there").And.Contain("Bimer:DataPath").And.NotContain("   at ");
        File.Exists(Path.Combine(DataPath, "bimer.db")).Should().BeFalse();
    }

    public void Dispose() => _folder.Dispose();

    private static Dictionary<string, string> OnPostgres(string connectionString) =>
        new(StartTests.Played, StringComparer.Ordinal) { ["Bimer:Database:Provider"] = "Postgres", ["Bimer:Database:ConnectionString"] = connectionString };

    private BimerSettings InProduction(Dictionary<string, string> settings) => new(DataPath) { Environment = "Production", Settings = settings };
}
