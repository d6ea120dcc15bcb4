using Bimer.Blazor.Persistence;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Time;

namespace Bimer.Blazor.Workspace.Returning;

public sealed record ReturnCase(CommandId Id, RoutingId Routing, ReturnTarget Target, ReturnReason Reason, string Note);

/// <summary>The holder gives a part back; where the chosen way leads is found anew, on the case as it is now.</summary>
public sealed class ReturnCaseHandler(ReturnChoices choices, UnitDirectory units, WorkingCalendar calendar, CaseWork work)
{
    public Task<Outcome> HandleAsync(ReturnCase command, CancellationToken ct) =>
        work.ChangeAsync(command.Id, command.Routing.CaseId, (caseFile, acting) => ReturnAsync(command, caseFile, acting, ct), ct);

    private async ValueTask<Outcome> ReturnAsync(ReturnCase command, CaseFile caseFile, Acting acting, CancellationToken ct)
    {
        var ways = await choices.OfAsync(acting.Db, caseFile, command.Routing, acting.Today, ct);
        if (ways.FirstOrDefault(w => w.Target == command.Target) is not { } way) return new Refusal.NowhereToReturn(command.Target);
        var terms = new ReturnTerms(way.Target, units.LineageOf(way.Unit), PersonIsThere: way.Person is not null, command.Reason, command.Note) { IsAway = units.IsElsewhere(caseFile.RecordedAt, way.Unit) };
        return caseFile.Return(command.Routing, terms, calendar, acting.Actor, acting.Now);
    }
}
