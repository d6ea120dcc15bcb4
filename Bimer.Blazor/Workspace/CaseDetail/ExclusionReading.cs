using Bimer.Blazor.Persistence;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.CaseDetail;

/// <summary>A unit the case must not reach, as those read it who may see the case.</summary>
/// <param name="MayLift">The reader may lift it.</param>
public sealed record ExclusionLine(UnitId Unit, string Name, string By, DateTimeOffset At, bool MayLift);

internal static class ExclusionReading
{
    /// <summary>Ask only for a case that was found visible.</summary>
    public static async Task<IReadOnlyList<ExclusionLine>> ExclusionsAsync(
        this BimerDbContext db, CaseFile caseFile, Actor actor, UnitDirectory units, OfficerDirectory officers, CancellationToken ct)
    {
        if (!caseFile.HasExclusions) return [];
        var marked = await db.Exclusions.AsNoTracking().Where(x => x.CaseId == caseFile.Id).OrderBy(x => x.MarkedAt).ThenBy(x => x.Unit).ToListAsync(ct);
        await officers.LoadAsync(marked.Select(x => x.MarkedBy), ct);
        return [.. marked.Select(x => new ExclusionLine(
            x.Unit, units.NameOf(x.Unit), officers.NameOf(x.MarkedBy), x.MarkedAt, CaseFile.MayLift(x, units.LineageOf(x.MarkedFrom), actor).IsAccepted))];
    }
}
