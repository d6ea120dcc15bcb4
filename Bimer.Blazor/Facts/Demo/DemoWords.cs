namespace Bimer.Blazor.Facts.Demo;

/// <summary>The demo's own words: streets, greetings, filling sentences, notes and answers.</summary>
public sealed record DemoWords
{
    private static readonly Lazy<DemoWords> OfTheProduct = new(() => FactJson.Read<DemoWords>("demo-words.json"));

    /// <summary>The words shipped with the product; read on first use.</summary>
    public static DemoWords Shipped => OfTheProduct.Value;

    public required IReadOnlyList<string> Neighbourhoods { get; init; }

    public required IReadOnlyList<string> Streets { get; init; }

    public required IReadOnlyList<string> Offices { get; init; }

    public required IReadOnlyList<string> Greetings { get; init; }

    public required IReadOnlyList<string> Closings { get; init; }

    public required IReadOnlyList<string> Emojis { get; init; }

    /// <summary>What people mean to write → what some of them write.</summary>
    public required IReadOnlyDictionary<string, string> Typos { get; init; }

    public required IReadOnlyList<string> Fillers { get; init; }

    public required IReadOnlyList<string> ForwardNotes { get; init; }

    public required IReadOnlyList<string> RevisionNotes { get; init; }

    public required IReadOnlyList<string> ReturnNotes { get; init; }

    public required IReadOnlyList<HoldWords> Holds { get; init; }

    public required IReadOnlyList<string> FavourableAnswers { get; init; }

    public required IReadOnlyList<string> UnfavourableAnswers { get; init; }

    public required IReadOnlyList<string> UnclassifiedAnswers { get; init; }

    public required IReadOnlyList<string> RefusedAnswers { get; init; }

    public required IReadOnlyList<string> PartlyGrantedAnswers { get; init; }

    /// <summary>With the slots <c>dayanak</c> (law and article) and <c>neden</c> (reason).</summary>
    public required string InadmissibleAnswer { get; init; }

    /// <summary>What is asked for in one request, item by item; by the name of its subject.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<string>>> RequestedItems { get; init; }

    /// <summary>What of an item is not given.</summary>
    public required string WithheldPart { get; init; }

    /// <summary>What some send along.</summary>
    public required IReadOnlyList<PaperWords> Papers { get; init; }

    /// <summary>What a photograph is called that somebody sends along.</summary>
    public required string PhotoName { get; init; }
}

/// <summary>What an officer writes who puts a case on hold: for the citizen, and for the office.</summary>
public sealed record HoldWords(string Explanation, string Reason);
