using Microsoft.Extensions.Localization;

namespace Bimer.Blazor.Cli;

/// <summary>
/// The commands of the program: <c>dotnet run --project Bimer.Blazor -- seed --demo</c>. Exit codes: 0 done, 1 refused, 64 not understood.
/// </summary>
public sealed class CommandLine(Founding founding, SeedDemo seedDemo, SeedCases seedCases, IStringLocalizer<CliWords> words)
{
    internal const int Done = 0;
    internal const int Refused = 1;
    internal const int NotUnderstood = 64;

    /// <summary>True when the arguments name a command rather than settings of the server.</summary>
    public static bool Names(string[] args) => args is [var first, ..] && !first.StartsWith('-') && !first.Contains('=', StringComparison.Ordinal);

    /// <summary>A seed writes past the bells and the write gate of a server; the other commands wait their turn at the database.</summary>
    public static bool MayRunBesideAServer(string[] args) => Names(args) && args[0] is not "seed";

    public Task<int> RunAsync(string[] args, TextWriter console, CancellationToken ct) => args switch
    {
        ["init"] => InitAsync(console, ct),
        ["seed", "--demo"] => seedDemo.RunAsync(console, ct),
        ["seed", "--cases", var number] when SeedCases.Reads(number) is { } cases => seedCases.RunAsync(cases, console, ct),
        _ => SayAsync(console, words["Unknown", string.Join(' ', args)], NotUnderstood),
    };

    private async Task<int> InitAsync(TextWriter console, CancellationToken ct)
    {
        var laid = await founding.LayTreeAsync(ct);
        return laid == 0 ? await SayAsync(console, words["NotEmpty"], Refused) : await SayAsync(console, words["TreeLaid", laid], Done);
    }

    internal static async Task<int> SayAsync(TextWriter console, string text, int code)
    {
        await console.WriteLineAsync(text);
        return code;
    }
}
