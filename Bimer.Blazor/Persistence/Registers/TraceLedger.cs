using Bimer.Domain.Ports;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Persistence.Registers;

/// <summary>The trace rows in the database.</summary>
internal sealed class TraceLedger(IDbContextFactory<BimerDbContext> dbFactory, WriteGate gate, TimeProvider clock) : ITraceLedger
{
    public async Task<Guid> OpenAsync(TraceSubject subject, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var trace = new RegisterTrace
        {
            Id = Guid.CreateVersion7(now), AskedAt = now, Officer = subject.Officer, Unit = subject.Unit, Visit = subject.Visit, CaseId = subject.CaseId,
            Purpose = subject.Purpose, Service = subject.Service, Fields = subject.Fields, Outcome = TraceOutcome.Asked,
        };
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        db.Add(trace);
        await db.SaveChangesAsync(ct);
        return trace.Id;
    }

    public async Task CloseAsync(Guid trace, TraceEnding ending, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        using var turn = await gate.EnterAsync(ct);
        await db.RegisterTraces.Where(t => t.Id == trace).ExecuteUpdateAsync(
            t => t.SetProperty(row => row.Outcome, OutcomeOf(ending)).SetProperty(row => row.EndedAt, clock.GetUtcNow()), ct);
    }

    private static TraceOutcome OutcomeOf(TraceEnding ending) => ending switch
    {
        TraceEnding.Answered => TraceOutcome.Answered,
        TraceEnding.Fault => TraceOutcome.Fault,
        TraceEnding.TimedOut => TraceOutcome.TimedOut,
        _ => TraceOutcome.Cancelled,
    };
}
