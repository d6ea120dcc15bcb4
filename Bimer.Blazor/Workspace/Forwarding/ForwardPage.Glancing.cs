using Bimer.Domain.Kernel;
using Microsoft.AspNetCore.Components;

namespace Bimer.Blazor.Workspace.Forwarding;

/// <summary>"Ne görecekler?" over the list as it is put together so far, the unit in the box included.</summary>
public sealed partial class ForwardPage
{
    [Inject] public required ForwardActs Acts { get; init; }

    private GlanceAct Intended() => Acts.Intended(new ForwardCase(default, _desk!.Routing, [.. Named().Select(line => line.ToCommand())]) { Excluded = ExcludedIds, Topics = Topics });

    private IReadOnlyList<UnitId> Watched() => [.. Named().Select(line => line.Unit.Id).Concat(ExcludedIds), _desk!.From];

    private IEnumerable<BasketLine> Named() =>
        _picked is { } unit && _basket.Lines.All(line => line.Unit.Id != unit.Id) ? _basket.Lines.Append(new BasketLine(unit, _purpose, _priority, Note: null) { WantedBy = Wanted }) : _basket.Lines;
}
