using Bimer.Blazor.Persistence;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;

namespace Bimer.Blazor.Workspace;

/// <summary>
/// The names of one edition of the tree by the beginnings of their words. The words of an institution stand once, with a set of the units
/// below it: nearly every unit of a ministry answers to the ministry's name.
/// </summary>
internal sealed class UnitIndex
{
    private readonly WordBeginnings _words, _codes, _institutionWords;
    private readonly NameSet[] _branches;

    private UnitIndex(int edition, UnitName[] names)
    {
        (Edition, Names) = (edition, names);
        _words = WordBeginnings.Of(names.SelectMany((name, place) => name.Words.Select(word => (word, place))));
        _codes = WordBeginnings.Of(names.Select((name, place) => (name.Unit.Code.Value, place)));
        var branches = names.Index().Where(name => name.Item is { Institution: not null, IsInstitution: false }).GroupBy(name => name.Item.Institution!.Id).ToList();
        _branches = [.. branches.Select(branch => NameSet.Of(names.Length, branch.Select(name => name.Index)))];
        _institutionWords = WordBeginnings.Of(branches.SelectMany((branch, place) =>
            UnitName.WordsOf(UnitDirectory.Label(branch.First().Item.Institution!)).Select(word => (word, place))));
    }

    /// <summary>Of the tree the names were taken from.</summary>
    public int Edition { get; }

    /// <summary>Institutions first, then short names before long ones, then in Turkish order.</summary>
    public UnitName[] Names { get; }

    public static UnitIndex Of(UnitDirectory units, int edition) => new(edition,
    [
        .. units.All.Where(u => u.TakesCases).Select(u => UnitName.Of(u, units.LineageOf(u.Id), units.InstitutionOf(u.Id)))
            .OrderBy(n => n.IsInstitution ? 0 : 1).ThenBy(n => n.Own.Length)
            .ThenBy(n => TurkishSortKey.Of(UnitDirectory.Label(n.Unit)), StringComparer.Ordinal),
    ]);

    /// <summary>The units whose code begins so.</summary>
    public NameSet Coded(string digits) => NameSet.Of(Names.Length, _codes.Under(digits));

    /// <summary>Each word begins a word of their own name.</summary>
    public NameSet Named(TypedName typed)
    {
        var all = NameSet.Full(Names.Length);
        foreach (var beginnings in typed.Beginnings) all.IntersectWith(NamedOne(beginnings));
        return all;
    }

    /// <summary>Each word begins a word of their own name or of their institution's.</summary>
    public NameSet NamedWithInstitution(TypedName typed)
    {
        var all = NameSet.Full(Names.Length);
        foreach (var beginnings in typed.Beginnings)
        {
            var one = NamedOne(beginnings);
            foreach (var beginning in beginnings)
                foreach (var branch in _institutionWords.Under(beginning)) one.UnionWith(_branches[branch]);
            all.IntersectWith(one);
        }

        return all;
    }

    private NameSet NamedOne(IReadOnlyList<string> beginnings)
    {
        var one = NameSet.Of(Names.Length, []);
        foreach (var beginning in beginnings) one.Add(_words.Under(beginning));
        return one;
    }
}

/// <summary>Finds what was put under words by a beginning of them.</summary>
internal sealed class WordBeginnings
{
    private readonly string[] _words;
    private readonly int[] _starts, _places;

    private WordBeginnings(string[] words, int[] starts, int[] places) => (_words, _starts, _places) = (words, starts, places);

    public static WordBeginnings Of(IEnumerable<(string Word, int Place)> entries)
    {
        var byWord = entries.GroupBy(entry => entry.Word, entry => entry.Place, StringComparer.Ordinal).OrderBy(word => word.Key, StringComparer.Ordinal).ToList();
        var (starts, places) = (new int[byWord.Count + 1], new List<int>());
        for (var at = 0; at < byWord.Count; at++)
        {
            places.AddRange(byWord[at]);
            starts[at + 1] = places.Count;
        }

        return new WordBeginnings([.. byWord.Select(word => word.Key)], starts, [.. places]);
    }

    /// <summary>Words that begin alike stand beside each other, and so does what was put under them; what stands under two of them comes twice.</summary>
    public ReadOnlySpan<int> Under(string beginning)
    {
        var first = Array.BinarySearch(_words, beginning, StringComparer.Ordinal);
        if (first < 0) first = ~first;
        var end = first;
        while (end < _words.Length && _words[end].StartsWith(beginning, StringComparison.Ordinal)) end++;
        return _places.AsSpan(_starts[first].._starts[end]);
    }
}

/// <summary>Some of the names of an index: a bit for each place.</summary>
internal sealed class NameSet
{
    private const int Bits = 64;
    private readonly ulong[] _bits;

    private NameSet(int names) => _bits = new ulong[(names + Bits - 1) / Bits];

    public static NameSet Of(int names, ReadOnlySpan<int> places)
    {
        var set = new NameSet(names);
        set.Add(places);
        return set;
    }

    public static NameSet Of(int names, IEnumerable<int> places) => Of(names, places.ToArray().AsSpan());

    /// <summary>All of them; what lies behind the last is no name and is never in a set it is held against.</summary>
    public static NameSet Full(int names)
    {
        var set = new NameSet(names);
        Array.Fill(set._bits, ulong.MaxValue);
        return set;
    }

    public void Add(ReadOnlySpan<int> places)
    {
        foreach (var place in places) _bits[place / Bits] |= 1UL << (place % Bits);
    }

    public void UnionWith(NameSet other)
    {
        for (var at = 0; at < _bits.Length; at++) _bits[at] |= other._bits[at];
    }

    public void IntersectWith(NameSet other)
    {
        for (var at = 0; at < _bits.Length; at++) _bits[at] &= other._bits[at];
    }

    public void ExceptWith(NameSet other)
    {
        for (var at = 0; at < _bits.Length; at++) _bits[at] &= ~other._bits[at];
    }

    /// <summary>Ascending.</summary>
    public IEnumerable<int> Places()
    {
        for (var at = 0; at < _bits.Length; at++)
        {
            for (var rest = _bits[at]; rest != 0; rest &= rest - 1) yield return (at * Bits) + System.Numerics.BitOperations.TrailingZeroCount(rest);
        }
    }
}
