using System.Diagnostics;
using System.Globalization;
using Bimer.Blazor.Cli.Seeding;
using Microsoft.Extensions.Localization;

namespace Bimer.Blazor.Cli;

/// <summary>
/// The commands of the program: <c>dotnet run --project Bimer.Blazor -- seed --demo</c>. Exit codes: 0 done, 1 refused, 64 not understood.
/// </summary>
public sealed class CommandLine(Founding founding, FirstStart first, IStringLocalizer<CliWords> words, TimeProvider clock, IHostEnvironment environment)
{
    private const int Done = 0;
    private const int Refused = 1;
    private const int NotUnderstood = 64;

    /// <summary>True when the arguments name a command rather than settings of the server.</summary>
    public static bool Names(string[] args) => args is [var first, ..] && !first.StartsWith('-') && !first.Contains('=', StringComparison.Ordinal);

    public Task<int> RunAsync(string[] args, TextWriter console, CancellationToken ct) => args switch
    {
        ["init"] => InitAsync(console, ct),
        ["seed", "--demo"] => SeedAsync(console, ct),
        _ => SayAsync(console, words["Unknown", string.Join(' ', args)], NotUnderstood),
    };

    private async Task<int> InitAsync(TextWriter console, CancellationToken ct)
    {
        var laid = await founding.LayTreeAsync(ct);
        return laid == 0 ? await SayAsync(console, words["NotEmpty"], Refused) : await SayAsync(console, words["TreeLaid", laid], Done);
    }

    private async Task<int> SeedAsync(TextWriter console, CancellationToken ct)
    {
        if (!environment.IsDevelopment()) return await SayAsync(console, words["NotHere"], Refused);
        var watch = Stopwatch.StartNew();
        if (!await first.FillAsync(clock.GetUtcNow(), console, ct)) return await SayAsync(console, words["NotEmpty"], Refused);
        return await SayAsync(console, words["Seeded", DemoSeed.Petitions, watch.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.CurrentCulture)], Done);
    }

    private static async Task<int> SayAsync(TextWriter console, string text, int code)
    {
        await console.WriteLineAsync(text);
        return code;
    }
}
