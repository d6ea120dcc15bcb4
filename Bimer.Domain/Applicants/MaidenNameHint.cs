using System.Globalization;
using System.Text;
using Bimer.Domain.Kernel;

namespace Bimer.Domain.Applicants;

/// <summary>Two letters somebody gave of the mother's maiden name; the name itself is never kept (anne kızlık soyadı harfleri).</summary>
public sealed record MaidenNameHint
{
    private readonly string _first;
    private readonly string _second;

    private MaidenNameHint(MaidenNameChallenge challenge, string first, string second) =>
        (Challenge, _first, _second) = (challenge, first, second);

    public MaidenNameChallenge Challenge { get; }

    /// <summary>
    /// One letter per asked place. A blank means "the name is shorter" and is allowed from the third letter on only.
    /// Refused: <see cref="Refusal.InvalidMaidenNameHint"/>.
    /// </summary>
    public static Outcome<MaidenNameHint> Answer(MaidenNameChallenge challenge, string? first, string? second)
    {
        ArgumentNullException.ThrowIfNull(challenge);
        return Letter(first, challenge.First) is { } one && Letter(second, challenge.Second) is { } other
            ? new MaidenNameHint(challenge, one, other)
            : new Refusal.InvalidMaidenNameHint();
    }

    /// <summary>Do both letters stand at their places in the register's name? The weaker of the two decides.</summary>
    public TurkishMatch Compare(string maidenName)
    {
        ArgumentNullException.ThrowIfNull(maidenName);
        var letters = LettersOf(maidenName);
        if (letters.Count == 0) return TurkishMatch.None;   // a register without the name matches nobody
        var first = TurkishWords.Compare(_first, At(letters, Challenge.First));
        var second = TurkishWords.Compare(_second, At(letters, Challenge.Second));
        return first < second ? first : second;
    }

    /// <summary>The two letters, for the comparison with the register alone; never for a log.</summary>
    public (string First, string Second) Reveal() => (_first, _second);

    public override string ToString() => "**";

    private static string? Letter(string? text, int place)
    {
        var written = text?.Trim() ?? "";
        if (written.Any(char.IsSurrogate)) return null;
        if (written.Length == 0) return place >= 3 ? "" : null;
        var letters = LettersOf(written);
        return letters.Count == 1 && new StringInfo(written).LengthInTextElements == 1 ? letters[0] : null;
    }

    private static string At(List<string> letters, int place) => place switch
    {
        MaidenNameChallenge.LastLetter => letters[^1],
        _ when place <= letters.Count => letters[place - 1],
        _ => "",
    };

    // Places count letters only: in "Öz-Demir" the third letter is D.
    private static List<string> LettersOf(string name)
    {
        var letters = new List<string>();
        var elements = StringInfo.GetTextElementEnumerator(name.Normalize(NormalizationForm.FormC));
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            if (char.IsLetter(element[0])) letters.Add(TurkishWords.Upper(element));
        }

        return letters;
    }
}
