using System.Globalization;

namespace Bimer.Tests.Bench;

/// <summary>
/// Measurements, run by hand: <c>dotnet run -c Release --project Bimer.Tests -- bench query --db sqlite --cases 10000</c>.
/// No test asserts a time; what was measured stands in docs/measurements.md.
/// </summary>
internal static class BenchProgram
{
    private const string Usage = "bench seed|query|below|search|commands|posts|pages|live [--db sqlite|postgres] [--cases N] [--units N] [--warm SECONDS] [--seconds N] [--clients N] [--posts N] [--circuits N]";

    public static async Task<int> Main(string[] args)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        if (args is not ["bench", var what, .. var rest] || BenchOptions.Read(rest) is not { } options) return Say(Usage);
        Func<BenchOptions, Task>? bench = what switch
        {
            "seed" => SeedBench.RunAsync,
            "query" => QueryBench.RunAsync,
            "below" => BelowBench.RunAsync,
            "search" => SearchBench.RunAsync,
            "commands" => CommandBench.RunAsync,
            "posts" => PostBench.RunAsync,
            "pages" => PageBench.RunAsync,
            "live" => LiveBench.RunAsync,
            _ => null,
        };
        if (bench is null) return Say(Usage);
        await bench(options);
        return 0;
    }

    private static int Say(string words)
    {
        Console.Error.WriteLine(words);
        return 64;
    }
}
