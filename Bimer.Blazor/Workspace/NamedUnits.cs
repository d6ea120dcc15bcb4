using System.Collections.Frozen;
using Bimer.Blazor.Persistence;
using Bimer.Domain.Organisation;
using Bimer.Domain.Searching;

namespace Bimer.Blazor.Workspace;

/// <summary>A unit a text names.</summary>
/// <param name="Words">As it stands there, with its endings.</param>
public sealed record NamedUnit(UnitHit Unit, string Words);

/// <summary>
/// Finds the units a petition names (S38): by the whole name, written as people write it, with endings and with or without Turkish letters. A
/// kind of unit alone ("belediye", "valilik") names nobody; of units that share a name the one whose province stands in the text too.
/// </summary>
public sealed class NamedUnits(UnitDirectory units, UnitSearch search)
{
    /// <summary>More is no hint any more.</summary>
    public const int Most = 5;

    private const int LongestEnding = 7;
    private volatile Index _index = new(-1, FrozenDictionary<string, Name[]>.Empty);

    /// <summary>At most <see cref="Most"/>, in the order of the text, each once.</summary>
    public IReadOnlyList<NamedUnit> In(string text)
    {
        FoldedWord[] words = [.. FoldedWords.In(text)];
        var index = Current();
        var named = new List<NamedUnit>();
        for (var at = 0; at < words.Length && named.Count < Most; at++)
        {
            if (!index.ByFirstWord.TryGetValue(words[at].Folded, out var names)) continue;
            if (names.FirstOrDefault(name => Stands(name, words, at)) is not { } found || named.Exists(n => n.Unit.Id == found.Unit.Id)) continue;
            var last = words[at + found.Words.Length - 1];
            if (search.Find(found.Unit.Id) is { } hit) named.Add(new NamedUnit(hit, text[words[at].Start..(last.Start + last.Length)]));
        }

        return named;
    }

    private static bool Stands(Name name, FoldedWord[] words, int at)
    {
        var last = name.Words.Length - 1;
        if (at + last >= words.Length) return false;
        for (var i = 1; i < last; i++) if (!string.Equals(words[at + i].Folded, name.Words[i], StringComparison.Ordinal)) return false;
        return Ends(words[at + last].Folded, name.Words[last]) && (name.Province is not { } province || words.Any(word => Ends(word.Folded, province)));
    }

    // "Kaymakamlığına" and, as a heading would have it, "Kaymakamlık".
    private static bool Ends(string word, string name) =>
        (word.StartsWith(name, StringComparison.Ordinal) && word.Length - name.Length <= LongestEnding)
        || (name is [.., 'g', _] && word.Length == name.Length - 1 && word[^1] == 'k' && name.StartsWith(word[..^1], StringComparison.Ordinal));

    private Index Current()
    {
        var edition = units.Edition;
        return _index.Edition == edition ? _index : _index = Index.Of(units, edition);
    }

    private sealed record Name(Unit Unit, string[] Words, string? Province);

    private sealed record Index(int Edition, FrozenDictionary<string, Name[]> ByFirstWord)
    {
        private const string OfProvince = "il";

        // Long names first: who names the directorate of a province does not mean what its name begins with.
        public static Index Of(UnitDirectory units, int edition) => new(edition, units.All.Where(u => u.TakesCases).SelectMany(NamesOf)
            .Where(name => name.Words.Length > 1).GroupBy(name => name.Words[0], StringComparer.Ordinal)
            .ToFrozenDictionary(names => names.Key, names => names.OrderByDescending(n => n.Words.Length).ToArray(), StringComparer.Ordinal));

        private static IEnumerable<Name> NamesOf(Unit unit)
        {
            var province = unit.Qualifier is { Length: > 0 } qualifier ? FoldedWords.In(qualifier).First().Folded : null;
            string[] whole = [.. FoldedWords.In(unit.Name).Select(word => word.Folded)];
            yield return new Name(unit, whole, province);
            if (whole.Contains(OfProvince, StringComparer.Ordinal)) yield return new Name(unit, [.. whole.Where(word => !string.Equals(word, OfProvince, StringComparison.Ordinal))], province);
        }
    }
}
