using System.Diagnostics;
using System.Globalization;
using Bimer.Blazor.Cli.Seeding;
using Microsoft.Extensions.Localization;

namespace Bimer.Blazor.Cli;

/// <summary><c>seed --cases N</c>: as many cases as a measurement needs, beside whatever is there.</summary>
public sealed class SeedCases(Founding founding, BulkSeeding seeding, IStringLocalizer<CliWords> words, TimeProvider clock)
{
    /// <summary>As many cases as one year's numbers can name.</summary>
    private const int Most = 9_000_000;

    /// <summary>The number of cases, or none when the word is not one.</summary>
    public static int? Reads(string word) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var cases) && cases is > 0 and <= Most ? cases : null;

    public async Task<int> RunAsync(int cases, TextWriter console, CancellationToken ct)
    {
        await founding.LayTreeAsync(ct);
        var watch = Stopwatch.StartNew();
        await seeding.RunAsync(new BulkPlan(cases, clock.GetUtcNow()), done => console.WriteLine(words["Seeding", done, cases]), ct);
        var seconds = watch.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.CurrentCulture);
        return await CommandLine.SayAsync(console, words["Seeded", cases, seconds], CommandLine.Done);
    }
}
