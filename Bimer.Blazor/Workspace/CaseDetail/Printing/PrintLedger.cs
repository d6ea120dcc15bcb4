using System.Security.Cryptography;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Audit;
using Bimer.Blazor.Security;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.CaseDetail.Printing;

/// <summary>A paper that is ready and has not left yet.</summary>
/// <param name="ContentHash">SHA-256 of what it says.</param>
public sealed record TakenPrint(PrintCode Code, CaseSheet Sheet, PrintPlace Place, byte[] ContentHash, byte[]? File);

/// <summary>Writes down who takes which paper where: a row that is found by the code, and one in the audit chain.</summary>
public sealed class PrintLedger(IDbContextFactory<BimerDbContext> dbFactory, Committer committer, TimeProvider clock)
{
    /// <returns>Nothing when it is recorded and the case still stands as it was read; else why the paper stays here.</returns>
    public async Task<Refusal?> RecordAsync(CommandId id, TakenPrint taken, Actor actor, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var trace = TraceOf(taken, actor);
        db.Add(trace);
        db.Add(EntryOf(trace));
        var result = await committer.CommitAsync(db, CommandStamp.Of(id, actor.UserId), ct);
        if (result != CommitResult.Committed) return result.WhyNot() ?? new Refusal.ChangedMeanwhile();
        return await StandsAsync(db, taken.Sheet, actor, ct) ? null : new Refusal.ChangedMeanwhile();
    }

    /// <summary>Asked once more after the record: what was hidden or taken away since the paper was written does not leave.</summary>
    private static Task<bool> StandsAsync(BimerDbContext db, CaseSheet sheet, Actor actor, CancellationToken ct) =>
        db.CasesVisibleTo(actor).AnyAsync(c => c.Id == sheet.Head.Id && c.Concealment == sheet.Applicant.Concealment, ct);

    private PrintTrace TraceOf(TakenPrint taken, Actor actor) => new()
    {
        Code = taken.Code.Value, CaseId = taken.Sheet.Head.Id, Officer = actor.UserId, Unit = UnitOf(actor, taken.Sheet), At = clock.GetUtcNow(),
        Workstation = taken.Place.Workstation, Device = taken.Place.Device, Address = taken.Place.Address,
        ContentHash = taken.ContentHash, FileHash = taken.File is { } file ? SHA256.HashData(file) : null,
    };

    private static AuditEntry EntryOf(PrintTrace trace) => new()
    {
        At = trace.At, Action = "case.printed", Actor = trace.Officer, CaseId = trace.CaseId, Unit = trace.Unit,
        Detail = $"print={trace.Code};content={Convert.ToHexStringLower(trace.ContentHash)}"
            + (trace.FileHash is { } file ? ";file=" + Convert.ToHexStringLower(file) : "") + $";workstation={trace.Workstation};address={trace.Address}",
    };

    /// <summary>The unit whose part was on the screen, when the person belongs to it; else the one of their first role.</summary>
    private static UnitId UnitOf(Actor actor, CaseSheet sheet) =>
        actor.BelongsTo(sheet.Part.UnitId) ? sheet.Part.UnitId : actor.Roles.OrderBy(on => on.Role).First().Unit;
}
