using System.Globalization;
using Bimer.Tests.Given;

namespace Bimer.Tests.Bench;

/// <summary>
/// Measurements, run by hand: <c>dotnet run -c Release --project Bimer.Tests -- bench query --db sqlite --cases 10000</c>.
/// No test asserts a time; what was measured stands in docs/measurements.md.
/// </summary>
internal static class BenchProgram
{
    private const string Usage = "bench seed|query|below|search|reads|commands|posts|pages|live|topics|holidays [--db sqlite|postgres] [--cases N] [--units N] [--warm SECONDS] [--seconds N] [--clients N] [--posts N] [--circuits N]";

    public static async Task<int> Main(string[] args)
    {
        if (args is ["clock", var culture]) return ClockTable.Run(culture);   // no measurement: what a test compares in zones and languages
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        if (args is not ["bench", var what, .. var rest] || BenchOptions.Read(rest) is not { } options) return Say(Usage);
        Func<BenchOptions, Task>? bench = what switch
        {
            "seed" => SeedBench.RunAsync,
            "query" => QueryBench.RunAsync,
            "below" => BelowBench.RunAsync,
            "search" => SearchBench.RunAsync,
            "reads" => ReadsAsync,
            "commands" => CommandBench.RunAsync,
            "posts" => PostBench.RunAsync,
            "pages" => PageBench.RunAsync,
            "live" => LiveBench.RunAsync,
            "topics" => TopicBench.RunAsync,
            "holidays" => HolidayBench.RunAsync,
            _ => null,
        };
        if (bench is null) return Say(Usage);
        await bench(options);
        return 0;
    }

    /// <summary>All three over one database: a million cases are not written three times.</summary>
    private static async Task ReadsAsync(BenchOptions options)
    {
        await using var office = await SeededOffice.OpenAsync(options);
        await QueryBench.RunAsync(office, options);
        await SearchBench.RunAsync(office, options);
        await BelowBench.RunAsync(office, options);   // last: it widens the tree
    }

    private static int Say(string words)
    {
        Console.Error.WriteLine(words);
        return 64;
    }
}
