using System.Globalization;
using System.Text.Json;
using Bimer.Blazor.Cli;
using Bimer.Domain.Time;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Xunit;

namespace Bimer.Tests.Cli;

/// <summary><c>deadline</c>: any date explained, without a database.</summary>
public sealed class DeadlineCommandTests : IDisposable
{
    private readonly SqliteFolder _folder = new();
    private readonly StringWriter _console = new(CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("--act 4982 --received 2026-05-18", "2026-06-12", false)]
    [InlineData("--act 4982 --received 2026-05-18 --half-day 1", "2026-06-12", false)]
    [InlineData("--act 4982 --received 2026-05-18 --half-day 0", "2026-06-15", false)]
    [InlineData("--received 2026-05-04 --act 4982", "2026-05-26", true)]
    [InlineData("--act 3071 --received 2026-11-11", "2026-12-11", false)]
    [InlineData("--act 3071 --received 2026-04-26 --half-day 0", "2026-05-26", true)]
    [InlineData("--act 3071 --received 2026-04-27", "2026-06-01", false)]
    [InlineData("--act 4982 --received 2026-11-02 --extended", "2026-12-14", false)]
    [InlineData("--act 4982 --received 2026-11-02 --fee-notice 2026-11-06", "2026-11-27", false)]
    [InlineData("--act 4982 --received 2026-11-02 --fee-notice 2026-11-06 --fee-paid 2026-11-16", "2026-12-07", false)]
    [InlineData("--act 4982 --received 2026-11-02 --fee-paid 2026-11-16 --extended --fee-notice 2026-11-06", "2026-12-28", false)]
    public async Task A_question_is_answered_with_the_day_and_every_day_that_made_it(string question, string due, bool endsAtOne)
    {
        (await AskAsync(question)).Should().Be(0);

        var lines = _console.ToString().Split('\n');
        lines[0].Should().Be("due: " + due);
        lines.Contains("dueTime: 13:00").Should().Be(endsAtOne);
        lines.Count(line => line.StartsWith("  2", StringComparison.Ordinal)).Should().Be(DeadlineLedger.Replay(lines[^2]).Entries.Count);
    }

    [Fact]
    public async Task A_request_that_was_sent_on_is_explained_with_both_clocks()
    {
        (await AskAsync("--act 4982 --received 2026-11-02 --arrived 2026-11-04")).Should().Be(0);

        var lines = _console.ToString().Split('\n');
        lines[..2].Should().Equal("due: 2026-11-23", "legalDue: 2026-11-25");
        lines.Should().Contain("arrivalLedger:").And.Contain(line => line.StartsWith("  2026-11-04    -  ", StringComparison.Ordinal) && line.EndsWith("4982 m.7", StringComparison.Ordinal));
        (await AskAsync("--act 4982 --received 2026-11-02 --arrived 2026-11-01")).Should().NotBe(0, "nothing arrives before it was received");
        (await AskAsync("--act 3071 --received 2026-11-02 --arrived 2026-11-04")).Should().NotBe(0, "a petition knows one clock");
    }

    [Fact]
    public async Task Asked_for_JSON_it_writes_what_a_program_reads()
    {
        await AskAsync("--act 4982 --received 2026-05-04 --json");

        var answer = JsonDocument.Parse(_console.ToString()).RootElement;
        (answer.GetProperty("due").GetString(), answer.GetProperty("dueTime").GetString()).Should().Be(("2026-05-26", "13:00"));
        answer.GetProperty("ledger").GetArrayLength().Should().Be(23);
        string[] told = ["day", "why", "article", "name"];
        told.Select(name => answer.GetProperty("ledger")[15].GetProperty(name).GetString()).Should().Equal(
            "2026-05-19", "Holiday", "2429 m.2/A", "Atatürk'ü Anma, Gençlik ve Spor Bayramı");
        DeadlineLedger.Replay(answer.GetProperty("ledgerText").GetString()!).Deadline.DueOn.Should().Be(new DateOnly(2026, 5, 26));
        answer.GetProperty("beyondHolidayTable").GetBoolean().Should().BeFalse();
    }

    [Fact]
    public async Task Midnight_is_no_hour_of_its_own_in_JSON()
    {
        await AskAsync("--act 3071 --received 2026-11-11 --json");

        JsonDocument.Parse(_console.ToString()).RootElement.TryGetProperty("dueTime", out _).Should().BeFalse();
    }

    [Fact]
    public async Task Where_the_holiday_table_ends_it_says_so()
    {
        await AskAsync("--act 4982 --received 2035-12-20");

        _console.ToString().Should().Contain("2035 yılında biter");
    }

    [Theory]
    [InlineData("")]
    [InlineData("--act 3071")]
    [InlineData("--received 2026-05-18")]
    [InlineData("--act 5 --received 2026-05-18")]
    [InlineData("--act 3071 --received 18.05.2026")]
    [InlineData("--act 3071 --received 05/18/2026")]
    [InlineData("--act 3071 --received 2026-02-29")]
    [InlineData("--act 3071 --received ٢٠٢٦-٠٥-١٨")]
    [InlineData("--act 3071 --received 0001-01-01")]
    [InlineData("--act 3071 --received 9999-12-31")]
    [InlineData("--act 3071 --received 2026-05-18 --half-day 2")]
    [InlineData("--act 4982 --received 2026-05-18 --fee-paid 2026-05-20")]
    [InlineData("--act 4982 --received 2026-05-18 --fee-notice 20.05.2026")]
    [InlineData("--act 3071 --received 2026-05-18 --half-day")]
    [InlineData("--act 3071 --act 4982 --received 2026-05-18")]
    [InlineData("--act 3071 --received 2026-05-18 --yaml")]
    public async Task A_question_nobody_understands_is_told_its_form(string question)
    {
        (await AskAsync(question)).Should().Be(64);

        _console.ToString().Should().Contain("--received 2026-05-18");
    }

    [Fact]
    public async Task A_petition_is_never_extended()
    {
        (await AskAsync("--act 3071 --received 2026-05-18 --extended")).Should().Be(1);

        _console.ToString().Should().Contain("4982");
    }

    [Theory]
    [InlineData("Pacific/Kiritimati", "tr_TR.UTF-8")]
    [InlineData("America/Los_Angeles", "en_US.UTF-8")]
    [InlineData("UTC", "C")]
    public async Task The_program_answers_alike_on_every_machine_and_leaves_no_folder(string zone, string language)
    {
        var data = Path.Combine(_folder.Root, "data");
        var machine = new Dictionary<string, string>(StringComparer.Ordinal) { ["TZ"] = zone, ["LC_ALL"] = language };

        var told = await BimerProcess.RunCommandAsync(new BimerSettings(data) { Settings = machine }, "deadline", "--act", "4982", "--received", "2026-05-18", "--json");

        await AskAsync("--act 4982 --received 2026-05-18 --json");
        told.Trim().Should().Be(_console.ToString().Trim());
        Directory.Exists(data).Should().BeFalse();
    }

    private Task<int> AskAsync(string question)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("tr-TR");   // flows with this test alone
        var words = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider().GetRequiredService<IStringLocalizer<CliWords>>();
        return new ExplainDeadline(ACalendar.Shipped, words).RunAsync(question.Split(' ', StringSplitOptions.RemoveEmptyEntries), _console);
    }

    public void Dispose()
    {
        _console.Dispose();
        _folder.Dispose();
    }
}
