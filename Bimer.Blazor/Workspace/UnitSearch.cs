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
public sealed class UnitSearch
{
    /// <summary>The most that is answered; a longer list is not read but typed on.</summary>
    public const int Most = 20;

    private static readonly int _ranks = RankOf(UnitMatch.Institution, Nearness.Elsewhere) + 1;

    private readonly UnitDirectory _units;
    private readonly Func<int, UnitIndex> _build;
    private readonly Lock _building = new();
    private volatile UnitIndex? _index;
    private Task _renewal = Task.CompletedTask;

    public UnitSearch(UnitDirectory units)
        : this(units, edition => UnitIndex.Of(units, edition))
    {
    }

    /// <param name="build">Makes the index of the tree as it stands.</param>
    internal UnitSearch(UnitDirectory units, Func<int, UnitIndex> build) => (_units, _build) = (units, build);

    /// <summary>Done when the index is that of the tree as it stood when somebody searched last.</summary>
    internal Task Renewed => _renewal;

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
        var asked = new Asked(Current(), from is { } asking ? _units.LineageOf(asking) : null, within, _units);
        var found = words is [var only] && only.All(char.IsAsciiDigit) ? asked.Names(asked.Index.Coded(only)).Take(Most) : ByName(asked, new TypedName(words));
        return [.. found.Select(name => _units.Find(name.Unit.Id)).OfType<Unit>().Select(HitOf)];
    }

    /// <summary>Reads the tree as it stands now, so that nobody who types waits for it.</summary>
    public void Prepare() => Current();

    public UnitHit? Find(UnitId id) => _units.Find(id) is { } unit ? HitOf(unit) : null;

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
        foreach (var name in asked.Names(others).Where(asked.IsOfItsInstitution))
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

    /// <summary>Of sixty thousand units an index takes seconds to make: after a change of the tree the former one answers meanwhile, and whatever it finds is held against the tree as it stands.</summary>
    private UnitIndex Current()
    {
        if (_index is not { } index) return _index = _build(_units.Edition);
        if (index.Edition != _units.Edition) Renew();
        return index;
    }

    private void Renew()
    {
        lock (_building)
        {
            if (_renewal.IsCompleted && _index!.Edition != _units.Edition) _renewal = Task.Run(BuildAnew);
        }
    }

    /// <summary>Once more where the tree changed while it was read.</summary>
    private void BuildAnew()
    {
        while (_index!.Edition != _units.Edition) _index = _build(_units.Edition);
    }

    private UnitHit HitOf(Unit unit)
    {
        var institution = _units.InstitutionOf(unit.Id);
        var under = institution is null || institution.Id == unit.Id ? null : UnitDirectory.Label(institution);
        return new UnitHit(unit.Id, unit.Code.Value, UnitDirectory.Label(unit), under);
    }

    /// <summary>One question.</summary>
    private sealed record Asked(UnitIndex Index, UnitLineage? From, IReadOnlyCollection<UnitId>? Within, UnitDirectory Tree)
    {
        private readonly bool _isFormer = Index.Edition != Tree.Edition;

        /// <summary>In their order, without what takes no cases any more.</summary>
        public IEnumerable<UnitName> Names(NameSet places) => places.Places().Select(place => Index.Names[place]).Where(IsThere);

        public Nearness NearnessOf(UnitName name) => From?.NearnessOf(LineageOf(name)) ?? Nearness.Elsewhere;

        /// <summary>Nobody answers to the name of an institution they have left.</summary>
        public bool IsOfItsInstitution(UnitName name) => !_isFormer || Tree.InstitutionOf(name.Unit.Id)?.Id == name.Institution?.Id;

        private bool IsThere(UnitName name) => (!_isFormer || LineageOf(name).TakesCases) && (Within is null || Within.Any(LineageOf(name).IsWithin));

        /// <summary>A unit may have been moved since a former index was made.</summary>
        private UnitLineage LineageOf(UnitName name) => _isFormer ? Tree.LineageOf(name.Unit.Id) : name.Lineage;
    }
}
