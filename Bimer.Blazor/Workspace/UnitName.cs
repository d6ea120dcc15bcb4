using System.Text;
using Bimer.Blazor.Persistence;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;

namespace Bimer.Blazor.Workspace;

/// <summary>How well a unit's name answers what was typed, the best first.</summary>
internal enum UnitMatch
{
    None,

    /// <summary>The words are the name.</summary>
    Whole,

    /// <summary>The name begins with the very words.</summary>
    Beginning,

    /// <summary>Every word begins a word of the name.</summary>
    Name,

    /// <summary>Some words are found only in the name of the institution above.</summary>
    Institution,
}

/// <summary>A unit's name prepared for searching: folded words, each after one space.</summary>
internal sealed record UnitName(Unit Unit, UnitLineage Lineage, string Own, string WithInstitution, bool IsInstitution)
{
    public static UnitName Of(Unit unit, UnitLineage lineage, Unit? institution)
    {
        var own = Folded(UnitDirectory.Label(unit));
        var isInstitution = institution?.Id == unit.Id;
        return new UnitName(unit, lineage, own, institution is null || isInstitution ? own : own + Folded(UnitDirectory.Label(institution)), isInstitution);
    }

    public static IReadOnlyList<string> WordsOf(string text) => Folded(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public UnitMatch Matches(TypedName typed)
    {
        if (!typed.IsIn(WithInstitution)) return UnitMatch.None;
        if (Own.StartsWith(typed.Whole, StringComparison.Ordinal)) return Own.Length == typed.Whole.Length ? UnitMatch.Whole : UnitMatch.Beginning;
        return typed.IsIn(Own) ? UnitMatch.Name : UnitMatch.Institution;
    }

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

/// <summary>What somebody typed to find a unit, prepared once for all the names it is held against.</summary>
internal sealed class TypedName(IReadOnlyList<string> words)
{
    // A final k softens before a suffix: who types "valilik" or "müdürlük" means "Valiliği", "Müdürlüğü".
    private readonly (string Plain, string? Softened)[] _beginnings = [.. words.Select(word => (" " + word, word.Length > 3 && word[^1] == 'k' ? $" {word[..^1]}g" : null))];

    /// <summary>The words in their order, each after one space.</summary>
    public string Whole { get; } = ' ' + string.Join(' ', words);

    /// <summary>Each of the words begins a word of this name.</summary>
    public bool IsIn(string name)
    {
        foreach (var (plain, softened) in _beginnings)
        {
            if (!name.Contains(plain, StringComparison.Ordinal) && (softened is null || !name.Contains(softened, StringComparison.Ordinal))) return false;
        }

        return true;
    }
}
