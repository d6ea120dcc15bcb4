using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;

namespace Bimer.Blazor.Facts.Demo;

/// <summary>An answer template of the demo, and the people who wrote and approved it.</summary>
public sealed record DemoTemplate(TemplateHome Home, string Name, string Shortcut, string Html, DemoOfficer Writer, DemoOfficer? Approver);

/// <summary>The answer templates of the demo (cevap şablonları).</summary>
public static class DemoTemplates
{
    private const string File = "demo-templates.csv";

    private static readonly Dictionary<string, TemplateScope> _scopes = Enum.GetValues<TemplateScope>().ToDictionary(s => s.ToString(), StringComparer.Ordinal);

    /// <summary>In the order of the file; read anew each time, which is once.</summary>
    public static IReadOnlyList<DemoTemplate> Shipped => new FactShelf(FactFiles.Open).Read(File, Template, t => (t.Home, t.Name), null);

    private static DemoTemplate Template(CsvRow row)
    {
        var officers = DemoOfficers.Shipped;
        var unit = OrganisationTree.Shipped.Units.FirstOrDefault(u => string.Equals(u.FullName, row.Text("unit"), StringComparison.Ordinal))
            ?? throw row.Wrong($"no unit is called '{row.Text("unit")}'");
        var scope = row.OneOf("scope", _scopes);
        var home = new TemplateHome(scope, scope == TemplateScope.Person ? null : unit.Id);
        return new DemoTemplate(
            home, row.Text("name"), row.Text("shortcut"), row.Text("html"), officers.In(unit.Id, OfficerRole.CaseOfficer)[0],
            scope == TemplateScope.Person ? null : officers.ApproversFor(unit.Id)[0]);
    }
}
