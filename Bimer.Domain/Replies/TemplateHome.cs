using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;

namespace Bimer.Domain.Replies;

/// <summary>For whom a template is (kapsam, S46). Stored as numbers: never renumber.</summary>
public enum TemplateScope
{
    /// <summary>Genel: for everybody; kept by BİMER Merkezi.</summary>
    General = 1,

    /// <summary>Kurum: for all units of one institution.</summary>
    Institution = 2,

    /// <summary>Birim: for one unit.</summary>
    Unit = 3,

    /// <summary>Kişisel: for whoever wrote it.</summary>
    Person = 4,
}

/// <summary>Where a template is at home.</summary>
/// <param name="Unit">BİMER Merkezi, the head of the institution, or the unit; none of a personal one.</param>
public readonly record struct TemplateHome(TemplateScope Scope, UnitId? Unit)
{
    public static TemplateHome Own => new(TemplateScope.Person, Unit: null);
}

/// <summary>What one person may do with templates, by their roles of this day.</summary>
/// <param name="Homes">Where the person works, with the institutions of those units: there they read, and propose.</param>
/// <param name="SignsFor">Units the person signs for as approver, and all units below those.</param>
public sealed record TemplateReach(UserId Person, IReadOnlySet<TemplateHome> Homes, Func<UnitId, bool> SignsFor)
{
    /// <summary>A general template is read by all, a personal one by its keeper alone.</summary>
    public bool Reads(TemplateHome home, UserId keeper) => home.Scope switch
    {
        TemplateScope.General => true,
        TemplateScope.Person => keeper == Person,
        _ => Homes.Contains(home),
    } || Signs(home);

    /// <summary>May write a template here, or another wording of one.</summary>
    public bool Writes(TemplateHome home, UserId keeper) => home.Scope == TemplateScope.Person ? keeper == Person : Homes.Contains(home);

    /// <summary>May decide about a wording: an approver of the home unit or of one above it (Cevap-Onay Yetkilisi). A personal one needs nobody.</summary>
    public bool Signs(TemplateHome home) => home.Unit is { } unit && SignsFor(unit);
}
