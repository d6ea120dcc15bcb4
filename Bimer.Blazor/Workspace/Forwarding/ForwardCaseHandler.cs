using Bimer.Blazor.Persistence;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace.Forwarding;

/// <summary>One line of the list the officer put together.</summary>
public sealed record ForwardLine(UnitId Unit, RoutingPurpose Purpose, Priority Priority, string? Note);

public sealed record ForwardCase(CommandId Id, RoutingId Routing, IReadOnlyList<ForwardLine> Lines)
{
    /// <summary>Units the case must not reach from now on (gönderilmeyecek kurumlar, S38).</summary>
    public IReadOnlyList<UnitId> Excluded { get; init; } = [];
}

/// <summary>The holder sends a part on to everybody on the list, or to nobody.</summary>
public sealed class ForwardCaseHandler(CaseWork work, UnitDirectory units)
{
    public Task<Outcome> HandleAsync(ForwardCase command, CancellationToken ct)
    {
        List<ForwardTo> recipients = [.. command.Lines.Select(l => new ForwardTo(units.LineageOf(l.Unit), l.Purpose, l.Priority, l.Note))];
        return work.ChangeAsync(command.Id, command.Routing.CaseId, (caseFile, acting) => command.Excluded.Count == 0
            ? caseFile.Forward(command.Routing, recipients, acting.Actor, acting.Now)
            : caseFile.ForwardExcluding(command.Routing, recipients, ExcludingOf(caseFile, command.Excluded), acting.Actor, acting.Now), ct);
    }

    private Excluding ExcludingOf(CaseFile caseFile, IReadOnlyList<UnitId> marked)
    {
        UnitId[] all = [.. marked.Concat(caseFile.Exclusions.Select(x => x.Unit))];
        return new Excluding(
            [.. marked.Distinct().Select(unit => new ExcludeUnit(units.LineageOf(unit), units.NearestOutside(unit, all)))],
            [.. caseFile.Routings.Where(r => r.IsOpen).Select(r => r.To).Distinct().Select(units.LineageOf)], units.LineageOf(units.Centre.Id));
    }
}
