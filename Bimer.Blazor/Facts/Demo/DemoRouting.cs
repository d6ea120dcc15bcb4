using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;

namespace Bimer.Blazor.Facts.Demo;

/// <summary>Which unit a petition is addressed to, and where each unit sends it on.</summary>
internal sealed class DemoRouting(FactBook book, OrganisationTree tree, DemoOfficers officers)
{
    private readonly Dictionary<string, UnitId> _governorships = book.Provinces.ToDictionary(p => p.Plate, p => UnitIds.Governorship(p.Number), StringComparer.Ordinal);

    private readonly ILookup<(UnitId Parent, UnitId Ministry), UnitId> _directorates = tree.Units
        .Where(u => u.FunctionalParentId is not null)
        .ToLookup(u => (u.ParentId!.Value, u.FunctionalParentId!.Value), u => u.Id);

    /// <summary>The choice of the citizen: an institution, or BİMER Merkezi. A few choose one nobody works in yet.</summary>
    public UnitId Address(Dice dice, SubjectFact subject, DistrictFact place)
    {
        var (owner, governorship, drawn) = (tree.OwnerOf(subject)?.Id, _governorships[place.Plate], dice.Random.Double());
        if (drawn < 0.02) return governorship;
        if (drawn < 0.55 && officers.AreIn(governorship)) return governorship;
        return drawn > 0.7 && owner is { } unit && officers.AreIn(unit) ? unit : UnitIds.Centre;
    }

    /// <summary>The unit a case is sent on to for action; null where the unit answers itself.</summary>
    public UnitId? Next(Dice dice, UnitId from, SubjectFact subject, DistrictFact place)
    {
        var (owner, governorship) = (tree.OwnerOf(subject)?.Id, _governorships[place.Plate]);
        return tree[from].Kind switch
        {
            UnitKind.Centre when dice.Chance(0.03) => governorship,
            UnitKind.Centre => Staffed(officers.AreIn(governorship) && dice.Chance(0.7) ? governorship : owner, dice, 0.8),
            UnitKind.Ministry => Staffed(governorship, dice, 0.5),
            UnitKind.Governorship when from == governorship => Below(dice, governorship, owner, place),
            _ => null,
        };
    }

    /// <summary>Now and then another unit is told as well: the ministry the subject belongs to.</summary>
    public UnitId? ForInformation(Dice dice, UnitId from, UnitId to, SubjectFact subject) =>
        tree.OwnerOf(subject) is { } owner && owner.Id != from && owner.Id != to && dice.Chance(0.12) ? owner.Id : null;

    private UnitId? Below(Dice dice, UnitId governorship, UnitId? owner, DistrictFact place)
    {
        var district = UnitIds.DistrictGovernorship(governorship.Value / 1_000, place.Number);
        UnitId? directorate = owner is { } ministry ? _directorates[(governorship, ministry)].Cast<UnitId?>().FirstOrDefault() : null;
        return Staffed(directorate, dice, 0.75) ?? Staffed(district, dice, 0.7);
    }

    private UnitId? Staffed(UnitId? unit, Dice dice, double chance) =>
        unit is { } known && officers.AreIn(known) && dice.Chance(chance) ? known : null;
}
