using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Audit;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.CaseDetail.Printing;

/// <summary>What is recorded of one printout, names instead of ids.</summary>
/// <param name="Workstation">The mark of the computer.</param>
/// <param name="ContentHash">SHA-256 of what it says, in hexadecimal digits.</param>
/// <param name="FileHash">SHA-256 of the PDF; none of a page.</param>
public sealed record PrintFacts(
    string Number, string By, string Unit, DateTimeOffset At, string Workstation, string Device, string Address, string ContentHash, string? FileHash);

/// <summary>Finds a printout for those who may know of it, and writes down that they looked before they see it.</summary>
public sealed class PrintBook(IDbContextFactory<BimerDbContext> dbFactory, Committer committer, CaseNames names, TimeProvider clock)
{
    public async Task<Outcome<PrintFacts>> LookUpAsync(CommandId id, PrintCode code, Actor actor, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        if (await db.PrintsVisibleTo(actor).AsNoTracking().SingleOrDefaultAsync(p => p.Code == code.Value, ct) is not { } trace) return new Refusal.PrintNotFound();
        db.Add(new AuditEntry { At = clock.GetUtcNow(), Action = "print.looked-up", Actor = actor.UserId, CaseId = trace.CaseId, Detail = "print=" + trace.Code });
        var result = await committer.CommitAsync(db, CommandStamp.Of(id, actor.UserId), ct);
        if (result.WhyNot() is { } whyNot) return whyNot;
        await names.LoadAsync([trace.Officer], ct);
        return FactsOf(trace);
    }

    private PrintFacts FactsOf(PrintTrace trace) => new(
        new CaseNumber(trace.CaseId).ToString(), names.Of((UserId?)trace.Officer) ?? "", names.Of(trace.Unit), trace.At, trace.Workstation, trace.Device,
        trace.Address, Convert.ToHexStringLower(trace.ContentHash), trace.FileHash is { } file ? Convert.ToHexStringLower(file) : null);
}
