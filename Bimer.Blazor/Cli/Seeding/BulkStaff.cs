using Bimer.Blazor.Persistence;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;

namespace Bimer.Blazor.Cli.Seeding;

/// <summary>Who works in one unit: an officer, and the approver of the institution above it (or of its own).</summary>
internal sealed record BulkCrew(UnitLineage Lineage, Actor Officer, Actor Approver, ApproverChoice Signature)
{
    public UnitId Unit => Lineage.Unit;
}

/// <summary>A box to measure by: three units, and one person who sees exactly so many rows in each of their three boxes.</summary>
internal sealed record BulkBox(int Size, BulkCrew Waiting, BulkCrew Held, BulkCrew Letters)
{
    /// <summary>The person who is measured.</summary>
    public static UserId Person(int size) => new(3_000_000 + size);
}

/// <summary>The made-up people of a measurement: an officer in every unit, an approver in every institution, a person for every box.</summary>
internal sealed class BulkStaff
{
    private const int FirstOfficer = 1_000_000;
    private const int FirstApprover = 2_000_000;
    private static readonly DateOnly Since = new(2015, 1, 1);

    private readonly UnitDirectory _units;
    private readonly Dictionary<UnitId, BulkCrew> _crews;
    private readonly List<Officer> _people = [];
    private readonly List<object> _roles = [];

    public BulkStaff(UnitDirectory units, IReadOnlyList<int> boxes, DateOnly today)
    {
        _units = units;
        var working = units.All.Where(u => u.TakesCases).OrderBy(u => u.Id.Value).ToList();
        foreach (var unit in working) Hire(new(FirstOfficer + unit.Id.Value), OfficerRole.CaseOfficer, unit.Id);
        foreach (var head in working.Where(u => units.InstitutionOf(u.Id) == u)) Hire(new(FirstApprover + head.Id.Value), OfficerRole.Approver, head.Id);

        _crews = working.ToDictionary(u => u.Id, u => CrewOf(u.Id, today));
        Institutions = [.. working.Where(u => units.InstitutionOf(u.Id) == u).Select(u => _crews[u.Id])];
        Below = working.Where(u => units.InstitutionOf(u.Id) != u).Select(u => _crews[u.Id]).ToLookup(c => units.InstitutionOf(c.Unit)!.Id);
        var directorates = working.Where(u => u.Kind == UnitKind.Directorate).TakeLast(3 * boxes.Count).Select(u => u.Id).Chunk(3);
        Boxes = [.. boxes.Zip(directorates, (size, three) => BoxOf(size, three, today))];
    }

    /// <summary>Ministries, governorships, independent bodies and the centre.</summary>
    public IReadOnlyList<BulkCrew> Institutions { get; }

    /// <summary>The crews below each institution.</summary>
    public ILookup<UnitId, BulkCrew> Below { get; }

    public IReadOnlyList<BulkBox> Boxes { get; }

    public BulkCrew Centre => _crews[_units.Centre.Id];

    public IReadOnlyList<Officer> People => _people;

    /// <summary>Roles and İYEM records.</summary>
    public IReadOnlyList<object> Roles => _roles;

    /// <summary>Whoever stands here shows that the staff was hired before.</summary>
    public static UserId First(UnitDirectory units) => OfficerOf(units.Centre.Id);

    /// <summary>The officer of a unit.</summary>
    public static UserId OfficerOf(UnitId unit) => new(FirstOfficer + unit.Value);

    /// <summary>Whether what the one received has gone to another institution with the other (4982 m.7).</summary>
    public AwayFromHome? AwayOf(UnitId home, UnitId to) => _units.IsElsewhere(home, to) ? new AwayFromHome(IsSenderToo: false, []) : null;

    private BulkBox BoxOf(int size, UnitId[] three, DateOnly today)
    {
        var person = BulkBox.Person(size);
        Hire(person, OfficerRole.CaseOfficer, three[0]);
        Assign(person, OfficerRole.CaseOfficer, three[1]);
        var authority = Assign(person, OfficerRole.Approver, three[2])!;
        var (waiting, held, letters) = (_crews[three[0]], _crews[three[1]], _crews[three[2]]);
        var actor = new Actor(person, [new(OfficerRole.CaseOfficer, three[0]), new(OfficerRole.CaseOfficer, three[1]), new(OfficerRole.Approver, three[2])], today);
        return new BulkBox(
            size, waiting, held with { Officer = actor },
            letters with { Approver = actor, Signature = new ApproverChoice(person, letters.Lineage, [authority]) });
    }

    private BulkCrew CrewOf(UnitId unit, DateOnly today)
    {
        var head = _units.InstitutionOf(unit)!.Id;
        var (officer, approver) = (OfficerOf(unit), new UserId(FirstApprover + head.Value));
        return new BulkCrew(
            _units.LineageOf(unit), new Actor(officer, [new(OfficerRole.CaseOfficer, unit)], today),
            new Actor(approver, [new(OfficerRole.Approver, head)], today), new ApproverChoice(approver, _units.LineageOf(head), [AuthorityOf(approver, head)]));
    }

    private void Hire(UserId person, OfficerRole role, UnitId unit)
    {
        var number = person.Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
        _people.Add(new Officer(person, "Memur", number, $"memur{number}@kurum.invalid"));
        Assign(person, role, unit);
    }

    private SigningAuthority? Assign(UserId person, OfficerRole role, UnitId unit)
    {
        _roles.Add(new RoleAssignment(person, role, unit, Since));
        if (role != OfficerRole.Approver) return null;
        var authority = AuthorityOf(person, unit);
        _roles.Add(authority);
        return authority;
    }

    private static SigningAuthority AuthorityOf(UserId person, UnitId unit) =>
        new(person, unit, "TMS-" + person.Value.ToString(System.Globalization.CultureInfo.InvariantCulture), Since, null);
}
