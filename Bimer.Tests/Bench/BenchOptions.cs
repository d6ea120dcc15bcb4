using System.Globalization;
using Bimer.Tests.Given;

namespace Bimer.Tests.Bench;

/// <summary>What a measurement runs on.</summary>
/// <param name="Seconds">How long each figure is measured.</param>
internal sealed record BenchOptions(Kind Db, int Cases, int Seconds)
{
    /// <summary>How many ask at once over HTTP.</summary>
    public int Clients { get; private init; } = 8;

    /// <summary>How many units the tree has.</summary>
    public int Units { get; private init; } = 60_000;

    /// <summary>How many final forms are sent.</summary>
    public int Posts { get; private init; } = 3_000;

    /// <summary>Until the compiler has seen what is hot: under load it takes its time, and a server runs for weeks.</summary>
    public TimeSpan WarmUp { get; private init; } = TimeSpan.FromSeconds(30);

    /// <summary>How many screens lie open.</summary>
    public int Circuits { get; private init; } = 1_000;

    public static BenchOptions? Read(string[] words)
    {
        var options = new BenchOptions(Kind.Sqlite, 10_000, 10);
        for (var i = 0; i < words.Length; i += 2)
        {
            if (i + 1 == words.Length || options.With(words[i], words[i + 1]) is not { } next) return null;
            options = next;
        }

        return options;
    }

    private BenchOptions? With(string name, string value) => name switch
    {
        "--db" when Enum.TryParse<Kind>(value, ignoreCase: true, out var db) => this with { Db = db },
        "--cases" when Whole(value) is { } cases => this with { Cases = cases },
        "--units" when Whole(value) is { } units => this with { Units = units },
        "--warm" when Whole(value) is { } warm => this with { WarmUp = TimeSpan.FromSeconds(warm) },
        "--seconds" when Whole(value) is { } seconds => this with { Seconds = seconds },
        "--clients" when Whole(value) is { } clients => this with { Clients = clients },
        "--circuits" when Whole(value) is { } circuits => this with { Circuits = circuits },
        "--posts" when Whole(value) is { } posts => this with { Posts = posts },
        _ => null,
    };

    private static int? Whole(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
