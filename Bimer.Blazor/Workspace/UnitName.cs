using System.Text;
using Bimer.Blazor.Persistence;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;

namespace Bimer.Blazor.Workspace;

/// <summary>How well a unit's name answers what was typed, the best first.</summary>
internal enum UnitMatch
{
    /// <summary>The words are the name.</summary>
    Whole = 1,

    /// <summary>The name begins with the very words.</summary>
    Beginning,

    /// <summary>Every word begins a word of the name.</summary>
    Name,

    /// <summary>Some words are found only in the name of the institution above.</summary>
    Institution,
}

/// <summary>A unit's name prepared for searching: folded words, each after one space.</summary>
/// <param name="Institution">That heads the unit's branch; the unit itself where it does.</param>
internal sealed record UnitName(Unit Unit, UnitLineage Lineage, string Own, Unit? Institution)
{
    public bool IsInstitution => Institution?.Id == Unit.Id;

    public IReadOnlyList<string> Words => Parted(Own);

    public static UnitName Of(Unit unit, UnitLineage lineage, Unit? institution) => new(unit, lineage, Folded(UnitDirectory.Label(unit)), institution);

    public static IReadOnlyList<string> WordsOf(string text) => Parted(Folded(text));

    /// <summary>How well a name answers each of whose typed words it holds.</summary>
    public UnitMatch Matches(TypedName typed) =>
        !Own.StartsWith(typed.Whole, StringComparison.Ordinal) ? UnitMatch.Name
        : Own.Length == typed.Whole.Length ? UnitMatch.Whole : UnitMatch.Beginning;

    private static string[] Parted(string folded) => folded.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length + 1);
        var inWord = false;
        foreach (var rune in TurkishFold.Of(text).EnumerateRunes())
        {
            if (!Rune.IsLetterOrDigit(rune))
            {
                // An apostrophe parts no word: Hakkâri'nin is one.
                inWord = inWord && rune.Value is '\'' or '’';
                continue;
            }

            if (!inWord) folded.Append(' ');
            inWord = true;
            folded.Append(rune.ToString());
        }

        return folded.ToString();
    }
}

/// <summary>What somebody typed to find a unit.</summary>
internal sealed class TypedName(IReadOnlyList<string> words)
{
    /// <summary>Of each word the beginnings it may have in a name: a final k softens before a suffix, who types "valilik" or "müdürlük" means "Valiliği", "Müdürlüğü".</summary>
    public IReadOnlyList<string[]> Beginnings { get; } = [.. words.Select(word => word.Length > 3 && word[^1] == 'k' ? new[] { word, word[..^1] + 'g' } : [word])];

    /// <summary>The words in their order, each after one space.</summary>
    public string Whole { get; } = ' ' + string.Join(' ', words);
}
