using Bimer.Blazor.Persistence;
using Bimer.Blazor.Shell;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Ports;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace;

/// <summary>One thing somebody did to a case.</summary>
public sealed record CaseChange(int Sequence, DateTimeOffset At, MovementKind Kind, MovementNames Names, string? Note);

/// <summary>What happened on a case since a desk was opened: who did what, when (U17). To who may read its movements alone.</summary>
public sealed class CaseChanges(IDbContextFactory<BimerDbContext> dbFactory, ICurrentActor currentActor, UnitDirectory units, CaseNames names)
{
    /// <summary>More is not read at a desk; the case page has them all.</summary>
    public const int Most = 10;

    /// <summary>The number of the latest movement; what comes after it is a change.</summary>
    public async Task<int> MarkAsync(CaseId id, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        return await IsReadAsync(db, id, ct) ? await db.Movements.Where(m => m.CaseId == id).MaxAsync(m => m.Sequence, ct) : 0;
    }

    /// <summary>The latest of them, the first first.</summary>
    public async Task<IReadOnlyList<CaseChange>> SinceAsync(CaseId id, int mark, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        if (!await IsReadAsync(db, id, ct)) return [];
        var later = await db.Movements.AsNoTracking().Where(m => m.CaseId == id && m.Sequence > mark).OrderByDescending(m => m.Sequence).Take(Most).ToListAsync(ct);
        await names.LoadAsync(later.Select(m => m.By), ct);
        return [.. later.OrderBy(m => m.Sequence).Select(m => new CaseChange(
            m.Sequence, m.At, m.Kind, new MovementNames(names.Of(m.By), names.Of(m.From), names.Of(m.To), m.Purpose, m.Priority), m.Note))];
    }

    private async Task<bool> IsReadAsync(BimerDbContext db, CaseId id, CancellationToken ct) =>
        await currentActor.GetAsync(ct) is { } actor && await db.ReadCaseAsync(id, actor, ct) is { } caseFile
        && CaseStanding.Of(caseFile, actor, units.LineageOf).Stand is not (CaseStand.Envelope or CaseStand.Sealed);
}
