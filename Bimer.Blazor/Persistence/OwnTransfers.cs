using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Persistence;

/// <summary>
/// Where a case was sent on to be dealt with elsewhere, as its applicant reads it. What was taken back did not leave; what came back is told by where it
/// waits. A unit the case is kept from by now (S38) is named neither as where it went nor as who sent it on: told is where the part was moved to, once, and
/// nothing where that is home. It is the same as the mail says.
/// </summary>
internal sealed class OwnTransfers(UnitDirectory units, CaseFile caseFile, IReadOnlyCollection<RoutingId?> moved, IReadOnlyCollection<UnitId> keptFrom)
{
    internal static async Task<IReadOnlyList<OwnTransfer>> ReadAsync(BimerDbContext db, UnitDirectory units, CaseFile caseFile, CancellationToken ct)
    {
        var moved = await db.Movements.Where(m => m.CaseId == caseFile.Id && m.Kind == MovementKind.PartMoved).Select(m => m.Routing).ToListAsync(ct);
        List<UnitId> keptFrom = caseFile.HasExclusions ? await db.Exclusions.Where(x => x.CaseId == caseFile.Id).Select(x => x.Unit).ToListAsync(ct) : [];
        return new OwnTransfers(units, caseFile, moved, keptFrom).All();
    }

    private List<OwnTransfer> All()
    {
        List<OwnTransfer> told = [];
        HashSet<UnitId> movedTo = [];
        foreach (var leg in caseFile.Routings.OrderBy(r => r.Id).Where(IsSentElsewhere))
        {
            var to = IsKept(leg.To) ? Lies(leg).To : leg.To;
            if (IsKept(to) || !units.IsElsewhere(leg.From!.Value, to) || (to != leg.To && !movedTo.Add(to))) continue;
            told.Add(new OwnTransfer(IsKept(leg.From.Value) ? null : InstitutionOf(leg.From.Value), caseFile.Concealment == IdentityConcealment.None ? units.NameOf(to) : InstitutionOf(to), leg.SentAt)
            {
                Reason = units.ReasonOf(leg, caseFile.Routings),
            });
        }

        return told;
    }

    /// <summary>Nobody sent on what was moved by a mark.</summary>
    private bool IsSentElsewhere(Routing leg) =>
        leg is { Purpose: RoutingPurpose.Action, Resumes: null, From: { } from } && leg.State != RoutingState.Recalled && !moved.Contains(leg.Id) && units.IsElsewhere(from, leg.To);

    private Routing Lies(Routing leg)
    {
        while (caseFile.Routings.FirstOrDefault(part => part.Parent == leg.Id && moved.Contains(part.Id)) is { } next) leg = next;
        return leg;
    }

    private bool IsKept(UnitId unit) => keptFrom.Any(units.LineageOf(unit).IsWithin);

    private string InstitutionOf(UnitId unit) => units.InstitutionOf(unit) is { } institution ? UnitDirectory.Label(institution) : units.Centre.Name;
}
