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

    private volatile Index _index = new(-1, []);

    /// <summary>
    /// At most <see cref="Most"/> units that take cases, the likeliest first: by how well the name answers, then by how near the unit
    /// stands to the one that asks. None for a text without a letter or a digit.
    /// </summary>
    /// <param name="from">The unit that asks.</param>
    public IReadOnlyList<UnitHit> Find(string? text, UnitId? from = null)
    {
        var words = UnitName.WordsOf(text ?? "");
        if (words.Count == 0) return [];
        var found = words is [var only] && only.All(char.IsAsciiDigit) ? ByCode(only) : ByName(words, from is { } asking ? units.LineageOf(asking) : null);
        return [.. found.Select(name => HitOf(name.Unit))];
    }

    public UnitHit? Find(UnitId id) => units.Find(id) is { } unit ? HitOf(unit) : null;

    private IEnumerable<UnitName> ByCode(string digits) =>
        Current().Names.Where(name => name.Unit.Code.Value.StartsWith(digits, StringComparison.Ordinal)).Take(Most);

    private List<UnitName> ByName(IReadOnlyList<string> words, UnitLineage? from)
    {
        var (typed, ranks) = (new TypedName(words), new List<UnitName>?[_ranks]);
        foreach (var name in Current().Names)
        {
            // The names stand in the order of one rank already, so the first twenty of each suffice.
            var match = name.Matches(typed);
            if (match == UnitMatch.None) continue;
            var rank = ranks[RankOf(match, from?.NearnessOf(name.Lineage) ?? Nearness.Elsewhere)] ??= [];
            if (rank.Count < Most) rank.Add(name);
        }

        return [.. ranks.SelectMany(rank => rank ?? []).Take(Most)];
    }

    private static int RankOf(UnitMatch match, Nearness nearness) => ((int)match * ((int)Nearness.Elsewhere + 1)) + (int)nearness;

    private Index Current()
    {
        var edition = units.Edition;
        return _index.Edition == edition ? _index : _index = Index.Of(units, edition);
    }

    private UnitHit HitOf(Unit unit)
    {
        var institution = units.InstitutionOf(unit.Id);
        var under = institution is null || institution.Id == unit.Id ? null : UnitDirectory.Label(institution);
        return new UnitHit(unit.Id, unit.Code.Value, UnitDirectory.Label(unit), under);
    }

    /// <param name="Edition">Of the tree the names were taken from.</param>
    /// <param name="Names">Institutions first, then short names before long ones, then in Turkish order.</param>
    private sealed record Index(int Edition, IReadOnlyList<UnitName> Names)
    {
        public static Index Of(UnitDirectory units, int edition) => new(edition,
        [
            .. units.All.Where(u => u.TakesCases).Select(u => UnitName.Of(u, units.LineageOf(u.Id), units.InstitutionOf(u.Id)))
                .OrderBy(n => n.IsInstitution ? 0 : 1).ThenBy(n => n.Own.Length)
                .ThenBy(n => TurkishSortKey.Of(UnitDirectory.Label(n.Unit)), StringComparer.Ordinal),
        ]);
    }
}
