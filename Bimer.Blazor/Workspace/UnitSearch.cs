using Bimer.Blazor.Persistence;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;

namespace Bimer.Blazor.Workspace;

/// <summary>A unit as a person picks it.</summary>
/// <param name="Under">The institution it belongs to; none for an institution.</param>
public sealed record UnitHit(UnitId Id, string Code, string Name, string? Under);

/// <summary>
/// Finds the unit somebody means (S37, S63): by the beginning of its DETSİS number, or by the beginnings of words of its name in any
/// order, with or without Turkish letters. In memory: a tree of sixty thousand units is answered between two keystrokes.
/// </summary>
public sealed class UnitSearch(UnitDirectory units)
{
    /// <summary>The most that is answered; a longer list is not read but typed on.</summary>
    public const int Most = 20;

    private static readonly int _ranks = RankOf(UnitMatch.Institution, Nearness.Elsewhere) + 1;

    private volatile UnitIndex? _index;

    /// <summary>
    /// At most <see cref="Most"/> units that take cases, the likeliest first: by how well the name answers, then by how near the unit
    /// stands to the one that asks. None for a text without a letter or a digit.
    /// </summary>
    /// <param name="from">The unit that asks.</param>
    /// <param name="within">Only these and what lies below them; none for the whole tree.</param>
    public IReadOnlyList<UnitHit> Find(string? text, UnitId? from = null, IReadOnlyCollection<UnitId>? within = null)
    {
        var words = UnitName.WordsOf(text ?? "");
        if (words.Count == 0) return [];
        var asked = new Asked(Current(), from is { } asking ? units.LineageOf(asking) : null, within);
        var found = words is [var only] && only.All(char.IsAsciiDigit) ? asked.Names(asked.Index.Coded(only)).Take(Most) : ByName(asked, new TypedName(words));
        return [.. found.Select(name => HitOf(name.Unit))];
    }

    /// <summary>Reads the tree as it stands now, so that nobody who types waits for it.</summary>
    public void Prepare() => Current();

    public UnitHit? Find(UnitId id) => units.Find(id) is { } unit ? HitOf(unit) : null;

    private static List<UnitName> ByName(Asked asked, TypedName typed)
    {
        var (ranks, own) = (new List<UnitName>?[_ranks], asked.Index.Named(typed));
        foreach (var name in asked.Names(own)) Rank(ranks, RankOf(name.Matches(typed), asked.NearnessOf(name)), name);
        if (ranks.Sum(rank => rank?.Count ?? 0) < Most) RankBranches(asked, typed, own, ranks);
        return [.. ranks.SelectMany(rank => rank ?? []).Take(Most)];
    }

    /// <summary>What answers with the name of its institution stands behind all that answers by itself.</summary>
    private static void RankBranches(Asked asked, TypedName typed, NameSet own, List<UnitName>?[] ranks)
    {
        var others = asked.Index.NamedWithInstitution(typed);
        others.ExceptWith(own);
        var best = RankOf(UnitMatch.Institution, asked.From is null ? Nearness.Elsewhere : Nearness.Below);
        foreach (var name in asked.Names(others))
        {
            Rank(ranks, RankOf(UnitMatch.Institution, asked.NearnessOf(name)), name);
            if (ranks[best]?.Count == Most) return;
        }
    }

    // The names stand in the order of one rank already, so the first twenty of each suffice.
    private static void Rank(List<UnitName>?[] ranks, int at, UnitName name)
    {
        var rank = ranks[at] ??= [];
        if (rank.Count < Most) rank.Add(name);
    }

    private static int RankOf(UnitMatch match, Nearness nearness) => ((int)match * ((int)Nearness.Elsewhere + 1)) + (int)nearness;

    private UnitIndex Current()
    {
        var edition = units.Edition;
        return _index is { } index && index.Edition == edition ? index : _index = UnitIndex.Of(units, edition);
    }

    private UnitHit HitOf(Unit unit)
    {
        var institution = units.InstitutionOf(unit.Id);
        var under = institution is null || institution.Id == unit.Id ? null : UnitDirectory.Label(institution);
        return new UnitHit(unit.Id, unit.Code.Value, UnitDirectory.Label(unit), under);
    }

    /// <summary>One question.</summary>
    private sealed record Asked(UnitIndex Index, UnitLineage? From, IReadOnlyCollection<UnitId>? Within)
    {
        /// <summary>In their order.</summary>
        public IEnumerable<UnitName> Names(NameSet places) => places.Places().Select(place => Index.Names[place]).Where(name => Within is null || Within.Any(name.Lineage.IsWithin));

        public Nearness NearnessOf(UnitName name) => From?.NearnessOf(name.Lineage) ?? Nearness.Elsewhere;
    }
}
