using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Bimer.Blazor.Cli;

/// <summary>
/// What the program says before it opens a folder or a database: its help, and which of its commands it will not run. A word mistyped on an
/// institution's machine must neither serve, nor make keys, nor change a schema.
/// </summary>
public sealed class Usage(IStringLocalizer<CliWords> words)
{
    private static readonly string[] Asking = ["--help", "-h", "-?"];

    /// <summary>Without the program put together: its settings may be the very thing the reader needs help with.</summary>
    public static Usage OfTheProgram() => new(new StringLocalizer<CliWords>(
        new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance)));

    /// <returns>The exit code where nothing else is to be done; none where the program goes on.</returns>
    public async Task<int?> AnswerAsync(string[] args, TextWriter console)
    {
        if (args is ["help", ..] || args.Any(Asking.Contains)) return await CommandLine.SayAsync(console, words["Help"], CommandLine.Done);
        if (!CommandLine.Names(args) || CommandLine.Knows(args)) return null;
        return await CommandLine.SayAsync(console, words["Unknown", string.Join(' ', args)], CommandLine.NotUnderstood);
    }

    /// <summary>The same for what depends on where it is run.</summary>
    /// <returns>The exit code of the refusal; none where the program goes on.</returns>
    public async Task<int?> AnswerAsync(string[] args, IHostEnvironment environment, TextWriter console) =>
        CommandLine.IsForDevelopment(args) && !environment.IsDevelopment() ? await CommandLine.SayAsync(console, words["NotHere"], CommandLine.Refused) : null;
}
