using System.Globalization;
using Bimer.Domain.Applicants;
using Bimer.Domain.Searching;

namespace Bimer.Domain.Replies;

/// <summary>What is looked for in a letter before it is sent (gönderme öncesi denetimler, S44).</summary>
public enum LetterCheck
{
    /// <summary>Something in it identifies an applicant who is hidden (başvuranı tanıtan bir ifade).</summary>
    NamesApplicant,

    /// <summary>It names an attachment by a number that no file has: "Ek-3" beside two files.</summary>
    MissingAttachment,

    /// <summary>A place that somebody meant to fill: "{tarih}", "......", "___", "XXX".</summary>
    UnfilledPlace,

    /// <summary>It speaks of attachments, and there is no file.</summary>
    AttachmentExpected,

    /// <summary>There are files, and it speaks of none.</summary>
    AttachmentUnnamed,

    /// <summary>It begins with a salutation (hitap), and the letter's own stands above it.</summary>
    GreetsTwice,

    /// <summary>It names remedies, and the letter's own stand below it, by the law and the decision.</summary>
    RemediesTwice,

    /// <summary>The petition numbers its demands, and the letter does not answer each by its number.</summary>
    DemandUnanswered,

    /// <summary>A citizen number (T.C. kimlik no) stands in it, whosever it is.</summary>
    TellsCitizenNumber,

    /// <summary>A mobile number stands in it; the telephone of an office is nobody's own.</summary>
    TellsMobile,

    /// <summary>An account number (IBAN) stands in it.</summary>
    TellsIban,
}

/// <summary>One thing found.</summary>
/// <param name="Place">The writer's own line in which it stands; none where it is about the letter as a whole.</param>
/// <param name="Fact">A number or numbers that belong into the sentence about it; empty for none.</param>
public sealed record LetterFinding(LetterCheck Check, string? Place = null, string Fact = "")
{
    /// <summary>The letter does not leave with it; everything else is told and left to the writer.</summary>
    public bool Stops => Check is LetterCheck.NamesApplicant or LetterCheck.MissingAttachment or LetterCheck.UnfilledPlace;

    /// <summary>A letter's words belong into no log.</summary>
    public override string ToString() => Check.ToString();
}

/// <summary>A letter as its writer has it now.</summary>
/// <param name="Lines">Its plain lines; of what is not examined those of the ground first.</param>
/// <param name="Files">How many files go with it.</param>
/// <param name="Petition">What the citizen wrote.</param>
public sealed record LetterUnderCheck(IReadOnlyList<string> Lines, int Files, string Petition, bool IsNotExamined);

/// <summary>The checks that need nothing but the letter and the petition. Pure; the applicant's identity is compared elsewhere.</summary>
public static class LetterChecks
{
    private const int MostDemands = 50;

    private static readonly string[] _attached = ["ekte", "ekteki", "ektedir", "ekli", "eklidir", "ilisikte", "ilisik", "iliskte"];
    private static readonly string[] _named = [.. _attached, "ek", "ekler", "ekleri", "eki", "ekinde", "ekindeki", "eklerde"];

    /// <summary>Everything found, what stops the letter and what is only told; nothing where nothing is.</summary>
    public static IReadOnlyList<LetterFinding> Of(LetterUnderCheck letter)
    {
        ArgumentNullException.ThrowIfNull(letter);
        var lines = letter.Lines.Select(line => new Line(line, [.. FoldedWords.In(line)])).Where(line => line.Words.Count > 0 || IsUnfilled(line.Text)).ToList();
        return [.. Unfilled(lines), .. Files(lines, letter.Files), .. Greeting(lines), .. Remedies(lines), .. letter.IsNotExamined ? [] : Demands(lines, letter.Petition), .. Traces(lines)];
    }

    /// <summary>Whether the lines name an article: "m.16", "madde 21", "19 uncu maddesi".</summary>
    public static bool NameArticle(IReadOnlyList<string> lines)
    {
        var words = lines.SelectMany(line => FoldedWords.In(line).Select(w => w.Folded)).ToList();
        return words.Where((word, i) => (IsArticle(word) && IsNumberAt(words, i + 1)) || (word.StartsWith("madde", StringComparison.Ordinal) && (IsNumberAt(words, i - 1) || IsNumberAt(words, i - 2)))).Any();
    }

    private static bool IsArticle(string word) => word is "m" or "md" or "madde" or "maddesi";

    private static bool IsNumberAt(List<string> words, int at) => at >= 0 && at < words.Count && char.IsAsciiDigit(words[at][0]);

    private static IEnumerable<LetterFinding> Unfilled(List<Line> lines) =>
        lines.Where(line => IsUnfilled(line.Text)).Select(line => new LetterFinding(LetterCheck.UnfilledPlace, line.Text));

    private static bool IsUnfilled(string line) =>
        line.Contains("____", StringComparison.Ordinal) || line.Contains(".....", StringComparison.Ordinal) || line.Contains("……", StringComparison.Ordinal)
        || line.Contains("XXX", StringComparison.Ordinal) || (MergeFields.Without(line) is var rest && rest.IndexOf('{', StringComparison.Ordinal) is >= 0 and var open && rest.IndexOf('}', open) > open);

    private static IEnumerable<LetterFinding> Files(List<Line> lines, int files)
    {
        var missing = lines.SelectMany(line => NumbersOf(line).Where(n => n > files).Select(n => (line, n))).DistinctBy(found => found.n).ToList();
        foreach (var (line, n) in missing) yield return new(LetterCheck.MissingAttachment, line.Text, n.ToString(CultureInfo.InvariantCulture));
        if (missing.Count > 0) yield break;
        if (files == 0 && lines.Find(line => line.Words.Any(w => _attached.Contains(w.Folded, StringComparer.Ordinal))) is { } promised)
            yield return new(LetterCheck.AttachmentExpected, promised.Text);
        if (files > 0 && !lines.Exists(line => line.Words.Any(w => _named.Contains(w.Folded, StringComparer.Ordinal)))) yield return new(LetterCheck.AttachmentUnnamed);
    }

    /// <summary>"Ek-2", "EK: 2"; not the two further days of "ek 2 gün".</summary>
    private static IEnumerable<int> NumbersOf(Line line)
    {
        for (var i = 0; i + 1 < line.Words.Count; i++)
        {
            var (word, next) = (line.Words[i], line.Words[i + 1]);
            if (!string.Equals(word.Folded, "ek", StringComparison.Ordinal) || next.Length > 2) continue;
            var between = line.Text[(word.Start + word.Length)..next.Start];
            if (between.Trim() is "-" or "–" or ":" && int.TryParse(next.Folded, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) yield return number;
        }
    }

    private static IEnumerable<LetterFinding> Greeting(List<Line> lines) =>
        lines is [{ Words: [{ Folded: "sayin" or "sn" }, ..] } first, ..] ? [new(LetterCheck.GreetsTwice, first.Text)] : [];

    private static IEnumerable<LetterFinding> Remedies(List<Line> lines) =>
        lines.Where(line => Has(line, "edinme", "degerlendirme") || Has(line, "idare", "mahkemesi") || Has(line, "idare", "mahkemesinde"))
            .Take(1).Select(line => new LetterFinding(LetterCheck.RemediesTwice, line.Text));

    private static bool Has(Line line, string first, string second) =>
        line.Words.Zip(line.Words.Skip(1)).Any(pair => string.Equals(pair.First.Folded, first, StringComparison.Ordinal) && string.Equals(pair.Second.Folded, second, StringComparison.Ordinal));

    private static IEnumerable<LetterFinding> Demands(List<Line> lines, string petition)
    {
        var asked = Numbered(petition.Split('\n').Select(text => new Line(text, [.. FoldedWords.In(text)])));
        // One number is a date or a house; a list counts from one without gaps.
        var count = Enumerable.Range(1, MostDemands).TakeWhile(asked.Contains).Count();
        if (count < 2) yield break;
        var open = Enumerable.Range(1, count).Except(Numbered(lines)).ToList();
        if (open.Count > 0) yield return new(LetterCheck.DemandUnanswered, Fact: string.Join(", ", open));
    }

    private static IEnumerable<LetterFinding> Traces(List<Line> lines) =>
        from line in lines
        from check in TextTraces.In(line.Text).Select(trace => CheckOf(trace.Kind)).OfType<LetterCheck>().Distinct()
        select new LetterFinding(check, line.Text);

    private static LetterCheck? CheckOf(TraceKind kind) => kind switch
    {
        TraceKind.CitizenNumber => LetterCheck.TellsCitizenNumber,
        TraceKind.Mobile => LetterCheck.TellsMobile,
        TraceKind.Iban => LetterCheck.TellsIban,
        _ => null,
    };

    private static HashSet<int> Numbered(IEnumerable<Line> lines) =>
    [
        .. from line in lines
           where line.Words.Count > 0 && line.Words[0] is { Length: <= 2 } word && char.IsAsciiDigit(line.Text[word.Start])
               && string.IsNullOrWhiteSpace(line.Text[..word.Start]) && word.Start + word.Length < line.Text.Length && line.Text[word.Start + word.Length] is '.' or ')' or '-'
           select int.TryParse(line.Words[0].Folded, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0,
    ];

    private sealed record Line(string Text, IReadOnlyList<FoldedWord> Words);
}
