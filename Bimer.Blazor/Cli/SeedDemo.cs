using System.Diagnostics;
using System.Globalization;
using Bimer.Blazor.Cli.Seeding;
using Microsoft.Extensions.Localization;

namespace Bimer.Blazor.Cli;

/// <summary><c>seed --demo</c>: fourteen months of petitions for people to look at.</summary>
public sealed class SeedDemo(FirstStart first, IStringLocalizer<CliWords> words, TimeProvider clock)
{
    public async Task<int> RunAsync(TextWriter console, CancellationToken ct)
    {
        var watch = Stopwatch.StartNew();
        if (!await first.FillAsync(clock.GetUtcNow(), console, ct)) return await CommandLine.SayAsync(console, words["NotEmpty"], CommandLine.Refused);
        var seconds = watch.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.CurrentCulture);
        return await CommandLine.SayAsync(console, words["Seeded", DemoSeed.Petitions, seconds], CommandLine.Done);
    }
}
