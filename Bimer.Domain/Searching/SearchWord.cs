namespace Bimer.Domain.Searching;

/// <summary>
/// One word somebody searches for. Turkish puts its endings behind: "lamba" must find "lambaları". So a word finds whatever begins like
/// it; of a long one the first letters count, so that "belediyenin" finds "belediye" too. Numbers and the shortest words find only themselves.
/// </summary>
public readonly record struct SearchWord
{
    /// <summary>The lengths of a beginning that are compared, rising; whoever keeps an index keeps one for each.</summary>
    public static readonly IReadOnlyList<int> StemLengths = [3, 4, 5, 7];

    private SearchWord(string stem, bool isExact, string folded) => (Stem, IsExact, Folded) = (stem, isExact, folded);

    /// <summary>What a found word begins with, or is.</summary>
    public string Stem { get; }

    /// <summary>It finds itself alone.</summary>
    public bool IsExact { get; }

    /// <summary>The whole word in its search form.</summary>
    public string Folded { get; }

    /// <summary>What is looked for when a word of this search form was typed.</summary>
    public static SearchWord Of(string folded)
    {
        ArgumentNullException.ThrowIfNull(folded);
        if (FindsItselfAlone(folded)) return new SearchWord(folded, isExact: true, folded);
        return new SearchWord(folded[..StemLengths.Last(length => length <= folded.Length)], isExact: false, folded);
    }

    /// <summary>Whether a word of this search form is found by its whole only: a number, one of other letters than Latin, a very short one.</summary>
    public static bool FindsItselfAlone(string folded) =>
        folded.Length < StemLengths[0] || char.IsAsciiDigit(folded[0]) || !folded.All(char.IsAsciiLetterOrDigit);

    /// <summary>Whether it finds a word of this search form.</summary>
    public bool Finds(string folded) =>
        IsExact ? string.Equals(folded, Stem, StringComparison.Ordinal) : folded.StartsWith(Stem, StringComparison.Ordinal) && !FindsItselfAlone(folded);
}
