using Bimer.Blazor.Persistence;
using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;
using Bimer.Domain.Time;

namespace Bimer.Blazor.Workspace.CaseDetail.Fees;

/// <param name="On">The day it was paid; none while it is not typed.</param>
public sealed record RecordFeePaid(CommandId Id, RoutingId Routing, DateOnly? On, string? Receipt);

/// <summary>The holder records that the fee of an information request came in (Ödeme alındı, 4982 m.10, m.11).</summary>
public sealed class RecordFeePaidHandler(CaseWork work, WorkingCalendar calendar)
{
    public async Task<Outcome> HandleAsync(RecordFeePaid command, CancellationToken ct)
    {
        if (command.On is not { } day) return new Refusal.FeeDayMissing();
        var payment = FeePayment.Of(day, command.Receipt);
        if (payment.Value is not { } paid) return payment.Refusal!;
        return await work.ChangeAsync(command.Id, command.Routing.CaseId, (caseFile, acting) => caseFile.RecordFeePaid(command.Routing, paid, calendar, acting.Actor, acting.Now), ct);
    }
}
