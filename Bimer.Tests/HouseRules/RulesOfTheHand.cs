using System.Reflection;
using System.Runtime.CompilerServices;
using Bimer.Tests.Given;
using Bimer.Tests.HouseRules.Reading;
using FluentAssertions;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Logging;
using Xunit;
using Xunit.Sdk;

namespace Bimer.Tests.HouseRules;

/// <summary>Time, sizes and honesty: what the house asks of every line, whichever room it stands in.</summary>
public sealed class RulesOfTheHand
{
    private const int LongestFile = 200;
    private const int LongestMarkup = 150;
    private const int LongestMethod = 25;
    private const int MostDependencies = 5;

    /// <summary>The one poller, the proofs of the clock, and the mail server that hangs and drips because real ones do.</summary>
    private static readonly HashSet<string> _mayWait = new(StringComparer.Ordinal)
    {
        "Bimer.Tests.Given.Eventually", "Bimer.Tests.Given.Proofs.TestClockProofs", "Bimer.Tests.Given.SmtpServerWire",
    };

    private static readonly HouseAssembly[] _all = [HouseAssembly.Domain, HouseAssembly.Blazor, HouseAssembly.Tests];

    [Fact]
    public void Nobody_looks_at_the_clock_on_the_wall() =>
        _all.SelectMany(a => a.Types).SelectMany(t => t.Uses).Where(use => Framework.WallClocks.Any(use.LiesIn))
            .Select(use => use.ToString()).Should().BeEmpty();

    [Fact]
    public void Only_the_sanitiser_makes_markup_out_of_strings() =>
        HouseAssembly.Blazor.Types.Where(type => !Names.LiesIn(type.Space, "Bimer.Blazor.Shell.Html")).SelectMany(type => type.Uses)
            .Where(use => use.LiesIn("Microsoft.AspNetCore.Components.MarkupString"))
            .Select(use => use.ToString()).Should().BeEmpty();

    [Fact]
    public void No_two_lines_of_the_log_have_the_same_number() =>
        HouseAssembly.Blazor.Assembly.GetTypes()
            .SelectMany(t => t.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Select(m => m.GetCustomAttribute<LoggerMessageAttribute>()?.EventId).OfType<int>().Should().NotBeEmpty().And.OnlyHaveUniqueItems();

    [Fact]
    public void What_an_address_says_is_read_as_text() =>
        // The framework breaks the page over what is no number, and writes into the log what somebody typed.
        HouseAssembly.Blazor.Assembly.GetTypes().SelectMany(t => t.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(p => p.GetCustomAttribute<SupplyParameterFromQueryAttribute>() is not null && p.PropertyType != typeof(string))
            .Select(p => $"{p.DeclaringType!.Name}.{p.Name}").Should().BeEmpty();

    [Fact]
    public void No_test_sleeps() =>
        HouseAssembly.Tests.Types.Where(type => !_mayWait.Contains(type.FullName)).SelectMany(type => type.Uses)
            .Where(use => use.LiesIn("System.Threading.Tasks.Task.Delay") || use.LiesIn("System.Threading.Thread.Sleep"))
            .Select(use => use.ToString()).Should().BeEmpty();

    [Fact]
    public void No_test_waits_for_an_address_it_may_have_missed() =>
        // Playwright's own wait looks first and listens afterwards (see Arrival).
        HouseAssembly.Tests.Types.SelectMany(type => type.Uses)
            .Where(use => use.LiesIn("Microsoft.Playwright.IPage.WaitForURLAsync") || use.LiesIn("Microsoft.Playwright.IFrame.WaitForURLAsync"))
            .Select(use => use.ToString()).Should().BeEmpty();

    [Fact]
    public void No_test_is_skipped()
    {
        var methods = HouseAssembly.Tests.Assembly.GetTypes().SelectMany(t => t.GetMethods());

        methods.Where(m => m.GetCustomAttribute<FactAttribute>()?.Skip is not null || m.GetCustomAttributes<DataAttribute>().Any(d => d.Skip is not null))
            .Select(m => $"{m.DeclaringType!.Name}.{m.Name}").Should().BeEmpty();
    }

    [Fact]
    public async Task No_file_is_longer_than_a_reader_keeps_in_mind()
    {
        var files = (await Repository.FilesAsync(".cs", ".razor", ".css", ".js")).Where(IsWrittenByHand);
        var tooLong = files.Select(file => (File: file, Lines: File.ReadAllLines(Repository.At(file)).Length))
            .Where(file => file.Lines > (file.File.EndsWith(".razor", StringComparison.Ordinal) ? LongestMarkup : LongestFile));

        tooLong.Select(file => $"{file.File}: {file.Lines} lines").Should().BeEmpty();
    }

    [Fact]
    public void No_method_is_longer_than_a_screenful() =>
        _all.SelectMany(MethodLengths.Of).Where(m => m.Lines > LongestMethod && m.File.EndsWith(".cs", StringComparison.Ordinal) && IsWrittenByHand(m.File) && !IsTable(m.Method))
            .Select(m => $"{m.Method}: {m.Lines} lines").Should().BeEmpty();

    [Fact]
    public void No_constructor_asks_for_more_than_five_things() =>
        HouseAssembly.Blazor.Assembly.GetTypes().Where(type => !IsRecord(type))
            .SelectMany(type => type.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance))
            .Where(constructor => constructor.GetParameters().Length > MostDependencies)
            .Select(constructor => $"{constructor.DeclaringType!.FullName}: {constructor.GetParameters().Length}").Should().BeEmpty();

    private static bool IsWrittenByHand(string file) =>
        !file.Contains("/Migrations/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal) && !file.EndsWith(".min.js", StringComparison.Ordinal);

    // Facts travel in records and anonymous rows; only classes have dependencies.
    private static bool IsRecord(Type type) =>
        type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic) is not null || type.IsDefined(typeof(CompilerGeneratedAttribute));

    // The rows of a theory are data, however many.
    private static bool IsTable(string method) =>
        method.StartsWith("Bimer.Tests.", StringComparison.Ordinal) && method.Contains(".get_", StringComparison.Ordinal);
}
