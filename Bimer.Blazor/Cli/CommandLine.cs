using System.Diagnostics;
using Microsoft.Extensions.Localization;

namespace Bimer.Blazor.Cli;

/// <summary>
/// The commands of the program: <c>dotnet run --project Bimer.Blazor -- seed --demo</c>. Exit codes: 0 done, 1 refused, 64 not understood.
/// </summary>
public sealed class CommandLine(Founding founding, SeedDemo seedDemo, SeedCases seedCases, VerifyPrint verifyPrint, IStringLocalizer<CliWords> words)
{
    internal const int Done = 0;
    internal const int Refused = 1;
    internal const int NotUnderstood = 64;

    /// <summary>True when the arguments name a command rather than settings of the server.</summary>
    public static bool Names(string[] args) => args is [var first, ..] && !first.StartsWith('-') && !first.Contains('=', StringComparison.Ordinal);

    /// <summary>True when the command is one of ours, every word of it.</summary>
    public static bool Knows(string[] args) => args is ["init"] or ["deadline", ..] or ["seed", "--demo"] or ["verify-print", _] or ["verify-print", _, _] || (args is ["seed", "--cases", var number] && SeedCases.Reads(number) is not null);

    /// <summary>What <c>deadline</c> is asked; none of any other command. It is answered without data folder, keys and database, so not from here.</summary>
    public static string[]? AskedOfDeadline(string[] args) => args is ["deadline", .. var said] ? said : null;

    /// <summary>True for what only looks: it may be run beside a server, and leaves folder, keys and schema as they are.</summary>
    public static bool OnlyLooks(string[] args) => args is ["verify-print", ..];

    /// <summary>True for what writes invented people.</summary>
    public static bool IsForDevelopment(string[] args) => args is ["seed", ..];

    /// <param name="args">A command the program knows, fit for where it runs (<see cref="Usage"/> has answered the others).</param>
    /// <param name="console">Where it tells how far it is.</param>
    /// <param name="ct">Stops it between two batches.</param>
    public Task<int> RunAsync(string[] args, TextWriter console, CancellationToken ct) => args switch
    {
        ["init"] => InitAsync(console, ct),
        ["seed", "--demo"] => seedDemo.RunAsync(console, ct),
        ["seed", "--cases", var number] when SeedCases.Reads(number) is { } cases => seedCases.RunAsync(cases, console, ct),
        ["verify-print", var code, .. var file] => verifyPrint.RunAsync(code, file is [var path] ? path : null, console, ct),
        _ => throw new UnreachableException(),
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
