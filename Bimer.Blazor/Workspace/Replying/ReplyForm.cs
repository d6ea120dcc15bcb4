using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace.Replying;

/// <summary>What is chosen beside the letter, and what is wrong with it, in words.</summary>
public sealed class ReplyForm
{
    /// <summary>The unit whose services are listed (S45: the unit first, then its services).</summary>
    public UnitId CatalogueUnit { get; set; }

    public string CatalogueService { get; set; } = "";

    public ApproverOption? Approver { get; set; }

    public string? ServiceProblem { get; set; }

    public string? ApproverProblem { get; set; }

    /// <summary>Concerns the letter as a whole.</summary>
    public string? Problem { get; set; }

    public bool HasProblem => ServiceProblem is not null || ApproverProblem is not null || Problem is not null;

    /// <summary>Takes over what was picked before: in the draft, or in the round that came back.</summary>
    public void Begin(ReplyDesk desk, IReadOnlyList<(UnitId Id, string Name)> units, Func<UnitId, IReadOnlyList<ServiceChoice>> servicesOf)
    {
        CatalogueService = desk.CatalogueService;
        var owner = units.Where(u => servicesOf(u.Id).Any(s => string.Equals(s.Code, CatalogueService, StringComparison.Ordinal))).Select(u => u.Id);
        CatalogueUnit = owner.Append(desk.Unit).First();
        var before = desk.Approvers.FirstOrDefault(a => a.Person == desk.Approver);
        // Where there is nobody to choose between, the choice is made.
        Approver = before ?? (desk.Approvers is [var only] ? only : null);
    }

    public void ClearProblems() => (ServiceProblem, ApproverProblem, Problem) = (null, null, null);
}
