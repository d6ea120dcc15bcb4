using Bimer.Blazor.Persistence;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace.Forwarding;

/// <summary>One line of the list the officer put together.</summary>
public sealed record ForwardLine(UnitId Unit, RoutingPurpose Purpose, Priority Priority, string? Note);

public sealed record ForwardCase(CommandId Id, RoutingId Routing, IReadOnlyList<ForwardLine> Lines);

/// <summary>The holder sends a part on to everybody on the list, or to nobody.</summary>
public sealed class ForwardCaseHandler(CaseWork work, UnitDirectory units)
{
    public Task<Outcome> HandleAsync(ForwardCase command, CancellationToken ct)
    {
        List<ForwardTo> recipients = [.. command.Lines.Select(l => new ForwardTo(units.LineageOf(l.Unit), l.Purpose, l.Priority, l.Note))];
        return work.ChangeAsync(command.Id, command.Routing.CaseId, (caseFile, acting) => caseFile.Forward(command.Routing, recipients, acting.Actor, acting.Now), ct);
    }
}
