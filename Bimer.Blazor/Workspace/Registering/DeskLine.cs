using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace.Registering;

/// <summary>One unit on the list, as the officer reads it.</summary>
public sealed record DeskLine(UnitHit Unit, RoutingPurpose Purpose, string? Note)
{
    public DeskRecipient ToForm() => new(Unit.Id.Value, Purpose == RoutingPurpose.Information, Note);

    /// <summary>The lines again; a unit that was closed since is left out.</summary>
    public static IReadOnlyList<DeskLine> Of(DeskForm form, UnitSearch search) =>
    [
        .. from to in form.Recipients
           let unit = search.Find(new UnitId(to.Unit))
           where unit is not null
           select new DeskLine(unit, to.ForInformation ? RoutingPurpose.Information : RoutingPurpose.Action, to.Note),
    ];
}
