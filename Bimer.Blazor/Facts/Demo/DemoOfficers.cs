using System.Globalization;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;

namespace Bimer.Blazor.Facts.Demo;

/// <summary>A made-up officer of the demo.</summary>
/// <param name="Roles">The roles, all on the one unit.</param>
/// <param name="IyemCode">The made-up record of the signing register; approvers alone have one.</param>
/// <param name="IsListed">Named on the console at start-up as a demo account.</param>
public sealed record DemoOfficer(
    UserId Id,
    UnitId Unit,
    string Title,
    string GivenName,
    string Surname,
    IReadOnlyList<OfficerRole> Roles,
    string NationalId,
    string Mobile,
    string Email,
    string? IyemCode,
    bool IsListed)
{
    public string FullName => $"{GivenName} {Surname}";
}

/// <summary>The officers of the demo: BİMER Merkezi, two ministries, two governorships and units below them.</summary>
public sealed class DemoOfficers
{
    private const string File = "demo-officers.csv";
    private const long FirstNumber = 870_000_000;
    private static readonly Lazy<DemoOfficers> OfTheProduct = new(() => new(OrganisationTree.Shipped));

    private readonly OrganisationTree _tree;
    private readonly ILookup<(UnitId Unit, OfficerRole Role), DemoOfficer> _byRole;
    private readonly HashSet<UnitId> _staffed;

    private DemoOfficers(OrganisationTree tree)
    {
        _tree = tree;
        All = new FactShelf(FactFiles.Open).Read(File, Officer, o => o.Id, null);
        _byRole = All.SelectMany(o => o.Roles.Select(r => (Key: (o.Unit, r), Officer: o))).ToLookup(x => x.Key, x => x.Officer);
        _staffed = [.. All.Where(o => o.Roles.Contains(OfficerRole.CaseOfficer)).Select(o => o.Unit)];
    }

    /// <summary>The officers shipped with the product; read on first use.</summary>
    public static DemoOfficers Shipped => OfTheProduct.Value;

    /// <summary>All officers by id.</summary>
    public IReadOnlyList<DemoOfficer> All { get; }

    /// <summary>The accounts the console names.</summary>
    public IEnumerable<DemoOfficer> Listed => All.Where(o => o.IsListed);

    /// <summary>Whether somebody in the unit works on cases.</summary>
    public bool AreIn(UnitId unit) => _staffed.Contains(unit);

    public IReadOnlyList<DemoOfficer> In(UnitId unit, OfficerRole role) => [.. _byRole[(unit, role)]];

    /// <summary>Who may sign for a unit: its own approvers, else those of the nearest unit above, else the centre's.</summary>
    public IReadOnlyList<DemoOfficer> ApproversFor(UnitId unit) =>
        _tree.UpwardsFrom(unit).Select(u => In(u.Id, OfficerRole.Approver)).FirstOrDefault(a => a.Count > 0)
        ?? In(UnitIds.Centre, OfficerRole.Approver);

    private DemoOfficer Officer(CsvRow row)
    {
        var id = row.Whole("id");
        var (given, surname) = (row.Text("first_name"), row.Text("last_name"));
        IReadOnlyList<OfficerRole> roles = [.. row.Text("roles").Split('|').Select(r => Role(row, r))];
        var unit = _tree.Units.FirstOrDefault(u => string.Equals(u.FullName, row.Text("unit"), StringComparison.Ordinal))
            ?? throw row.Wrong($"no unit is called '{row.Text("unit")}'");
        return new(
            new(id), unit.Id, row.Text("title"), given, surname, roles, SyntheticNumbers.NationalId(FirstNumber + id), SyntheticNumbers.Mobile(9_000_000 + id),
            $"{TextNoise.WithoutDiacritics($"{given}.{surname}").ToLowerInvariant()}@kurum.invalid",
            roles.Contains(OfficerRole.Approver) ? string.Create(CultureInfo.InvariantCulture, $"TMS-{unit.DetsisCode}-{id:000}") : null,
            string.Equals(row.Text("listed"), "yes", StringComparison.Ordinal));
    }

    private static OfficerRole Role(CsvRow row, string word) =>
        Enum.TryParse<OfficerRole>(word, out var role) ? role : throw row.Wrong($"'{word}' is not a role");
}
