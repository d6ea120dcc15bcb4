using System.Globalization;
using System.Text;

namespace Bimer.Blazor.Facts.Demo;

/// <summary>A paper somebody of the demo sends along: its name and its bytes, made anew at each seeding.</summary>
public sealed record DemoPaper(string Name, byte[] Content)
{
    /// <summary>Apart from the streams the story draws from: papers came later, and the petitions stayed what they were.</summary>
    private const int PaperSeed = 4_091;

    private const double Open = 0.12;
    private const double Answered = 0.02;
    private const double Hidden = 0.5;   // few hide, and what becomes of their papers is worth seeing

    /// <summary>What lies with this petition: nothing mostly, else one paper or two. The same petition gives the same papers.</summary>
    public static IReadOnlyList<DemoPaper> With(DemoPetition petition)
    {
        var dice = new Dice(PaperSeed, petition.Number);
        if (!dice.Chance(ChanceOf(petition))) return [];

        var first = dice.Pick(DemoWords.Shipped.Papers);
        return dice.Chance(0.3) ? [Paper(first, petition), Photo(dice)] : [Paper(first, petition)];
    }

    private static double ChanceOf(DemoPetition petition) =>
        petition.WantsConcealment ? Hidden : petition.Fate.State == DemoState.Answered ? Answered : Open;

    private static DemoPaper Paper(PaperWords words, DemoPetition petition)
    {
        var day = petition.ReceivedOn.ToString("d.MM.yyyy", CultureInfo.InvariantCulture);
        string[] lines = [words.Title, day, .. words.Lines, petition.Subject.Name];
        return words.Name.EndsWith(".pdf", StringComparison.Ordinal)
            ? new(words.Name, PlainPdf.Of(lines))
            : new(words.Name, Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"));
    }

    private static DemoPaper Photo(Dice dice) => new(DemoWords.Shipped.PhotoName, PlainPng.Of(dice));
}

/// <summary>What stands on a paper of the demo, and what its sender calls it.</summary>
public sealed record PaperWords(string Name, string Title, IReadOnlyList<string> Lines);
