using System.Globalization;
using Bimer.Blazor.Cli;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Xunit;

namespace Bimer.Tests.Cli;

/// <summary>What the program says before it opens anything: to whoever asks for help, mistypes a command or seeds where nobody may.</summary>
public sealed class UsageTests : IDisposable
{
    private readonly SqliteFolder _folder = new();
    private readonly StringWriter _console = new(CultureInfo.InvariantCulture);

    private string DataPath => Path.Combine(_folder.Root, "data");

    [Theory]
    [InlineData("--help", "tr-TR", "Komutlar:")]
    [InlineData("-h", "tr-TR", "Çıkış kodları:")]
    [InlineData("help", "en-US", "Exit codes:")]
    [InlineData("seed --help", "en-US", "Commands:")]
    public async Task Whoever_asks_is_told_the_commands_and_the_settings_in_their_language(string words, string language, string heading)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);   // flows with this test alone

        (await Usage.OfTheProgram().AnswerAsync(words.Split(' '), _console)).Should().Be(0);

        string[] named = [heading, "init", "seed --demo", "seed --cases N", "Bimer:DataPath", "Bimer:Database:Provider"];
        named.Should().OnlyContain(word => _console.ToString().Contains(word, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("inti", 64)]
    [InlineData("init now", 64)]
    [InlineData("seed", 64)]
    [InlineData("seed --cases 0", 64)]
    [InlineData("seed --cases many", 64)]
    [InlineData("verify-print", 64)]
    [InlineData("verify-print 7F3A-91C2-KQ04-ZB6M rapor.pdf", null)]
    [InlineData("init", null)]
    [InlineData("seed --demo", null)]
    [InlineData("seed --cases 10", null)]
    [InlineData("--urls http://127.0.0.1:5080", null)]
    [InlineData("", null)]
    public async Task A_command_nobody_knows_is_refused_and_the_others_go_on(string words, int? code)
    {
        (await Usage.OfTheProgram().AnswerAsync(words.Split(' ', StringSplitOptions.RemoveEmptyEntries), _console)).Should().Be(code);

        if (code is not null) _console.ToString().Should().Contain(words).And.Contain("--help");
    }

    [Theory]
    [InlineData("seed --demo", "Production", 1)]
    [InlineData("seed --cases 10", "Staging", 1)]
    [InlineData("seed --demo", "Development", null)]
    [InlineData("init", "Production", null)]
    public async Task A_seed_is_for_Development_alone(string words, string environment, int? code) =>
        (await Usage.OfTheProgram().AnswerAsync(words.Split(' '), new HostingEnvironment { EnvironmentName = environment }, _console)).Should().Be(code);

    [Theory]
    [InlineData("help", 0, "seed --demo")]
    [InlineData("inti", 64, "inti")]
    [InlineData("seed --cases 10", 1, "")]
    public async Task The_program_itself_ends_there_and_makes_no_folder(string words, int code, string told)
    {
        var settings = new BimerSettings(DataPath) { Environment = "Production", Settings = Operations.StartTests.Played };

        var (exit, console) = await BimerProcess.RefusalAsync(settings, words: words.Split(' '));

        (exit, console.Contains(told, StringComparison.Ordinal)).Should().Be((code, true), console);
        Directory.Exists(DataPath).Should().BeFalse("neither a folder nor a database was asked for");
    }

    [Fact]
    public async Task A_command_beside_a_server_is_refused_before_the_schema_is_touched()
    {
        Directory.CreateDirectory(DataPath);
        using var server = new FileStream(Path.Combine(DataPath, "serving"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        var settings = new BimerSettings(DataPath) { Environment = "Production", Settings = Operations.StartTests.Played };

        var (exit, console) = await BimerProcess.RefusalAsync(settings, words: "init");

        exit.Should().Be(Bimer.Blazor.Operations.StartRefusedException.ExitCode);
        console.Should().Contain($"Another process of Bimer works in {DataPath}");
        File.Exists(Path.Combine(DataPath, "bimer.db")).Should().BeFalse();
    }

    public void Dispose()
    {
        _console.Dispose();
        _folder.Dispose();
    }
}
