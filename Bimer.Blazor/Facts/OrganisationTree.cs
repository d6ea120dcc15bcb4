using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Facts;

/// <summary>
/// The shipped tree of public units: Başbakanlık; BİMER Merkezi, ministries, independent bodies and governorships below it;
/// directorates and district governorships below the governorships. Parents stand before their children.
/// </summary>
public sealed class OrganisationTree
{
    private static readonly Lazy<OrganisationTree> OfTheProduct = new(() => Build(FactBook.Shipped));

    private readonly Dictionary<UnitId, UnitFact> _byId;
    private readonly Dictionary<string, UnitFact> _byFullName;
    private readonly Dictionary<string, UnitId> _ownersOfSubjects;

    private OrganisationTree(IReadOnlyList<UnitFact> units, FactBook book)
    {
        Units = units;
        _byId = units.ToDictionary(u => u.Id);
        _byFullName = units.ToDictionary(u => u.FullName, StringComparer.Ordinal);
        _ownersOfSubjects = book.Institutions.Where(i => i.SubjectOwner is not null)
            .ToDictionary(i => i.SubjectOwner!, i => new UnitId(i.Id), StringComparer.Ordinal);
    }

    /// <summary>The tree shipped with the product; built on first use.</summary>
    public static OrganisationTree Shipped => OfTheProduct.Value;

    /// <summary>All units; a parent stands before its children.</summary>
    public IReadOnlyList<UnitFact> Units { get; }

    public UnitFact this[UnitId id] => _byId[id];

    public static OrganisationTree Build(FactBook book) => new(new OrganisationTreeBuilder(book).Build(), book);

    /// <summary>The unit with this full name.</summary>
    /// <exception cref="KeyNotFoundException">No unit has it.</exception>
    public UnitFact Named(string fullName) =>
        _byFullName.TryGetValue(fullName, out var unit) ? unit : throw new KeyNotFoundException($"No unit is called '{fullName}'.");

    /// <summary>The unit a subject usually belongs to; null where that depends on the place (belediye, ilgili kurum).</summary>
    public UnitFact? OwnerOf(SubjectFact subject)
    {
        if (_byFullName.TryGetValue(subject.DefaultOwner, out var named)) return named;
        return _ownersOfSubjects.TryGetValue(subject.DefaultOwner, out var id) ? _byId[id] : null;
    }

    /// <summary>The unit and everything above it, nearest first, the root last.</summary>
    public IEnumerable<UnitFact> UpwardsFrom(UnitId unit)
    {
        for (UnitFact? at = _byId[unit]; at is not null; at = at.ParentId is { } parent ? _byId[parent] : null) yield return at;
    }
}
