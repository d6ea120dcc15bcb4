using Bimer.Blazor.Persistence;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace;

/// <summary>How a case is loaded to be read: seen by this person, with the parts and letters its rules ask for, never tracked.</summary>
internal static class CaseReading
{
    public static Task<CaseFile?> ReadCaseAsync(this BimerDbContext db, CaseId id, Actor actor, CancellationToken ct) =>
        db.CasesVisibleTo(actor).AsNoTracking().Where(c => c.Id == id)
            .Include(c => c.Routings.OrderBy(r => r.Id)).Include(c => c.Replies.OrderBy(r => r.Id)).AsSplitQuery().SingleOrDefaultAsync(ct);
}
