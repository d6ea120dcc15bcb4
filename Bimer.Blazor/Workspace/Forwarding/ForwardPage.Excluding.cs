using Bimer.Domain.Kernel;
using Microsoft.AspNetCore.Components;

namespace Bimer.Blazor.Workspace.Forwarding;

/// <summary>Gönderilmeyecek kurumlar beside the list (S38, S56): marked now, in force with the forward.</summary>
public sealed partial class ForwardPage
{
    private IReadOnlyList<NamedUnit> _named = [];

    [Inject] public required NamedUnits NamesInText { get; init; }

    private UnitId[] ExcludedIds => [.. _basket.Excluded.Select(x => x.Id)];

    /// <summary>The unit in the box is kept from the case; the nearest above it comes into the box instead.</summary>
    private async Task ExcludeAsync()
    {
        if (_desk is null || _busy) return;
        (_problem, _unitProblem) = (null, null);
        if (_picked is not { } unit)
        {
            await RefuseUnitAsync(Words["ExcludeMissing"]);
            return;
        }

        if (_picker is not null) await _picker.ClearAsync();
        await MarkAsync(unit, _desk);
    }

    /// <summary>A unit the text names, by one click; by another it is taken back.</summary>
    private async Task ToggleAsync(UnitHit unit)
    {
        if (_desk is null || _busy) return;
        (_problem, _unitProblem) = (null, null);
        if (_basket.Excluded.Contains(unit)) Readmit(unit);
        else await MarkAsync(unit, _desk);
    }

    private async Task MarkAsync(UnitHit unit, ForwardDesk desk)
    {
        _basket.Exclude(unit);
        _intent = new CommandId(Guid.NewGuid());
        _said = Words["ExcludedSaid", unit.Name];
        foreach (var line in _basket.Lines.Where(l => Query.IsWithin(l.Unit.Id, unit.Id)).ToList()) await RefuseLineAsync(line);
        if (_picked is null) Propose(unit, desk);   // not over what somebody is about to add
        Keep();
    }

    private async Task RefuseLineAsync(BasketLine line)
    {
        var refusal = new Refusal.RecipientExcluded(line.Unit.Id);
        _basket.Mark(refusal, await Sentences.OfAsync(refusal, _leaving.Token));
    }

    private void Propose(UnitHit unit, ForwardDesk desk)
    {
        if (Query.ProposalFor(unit.Id, ExcludedIds, desk.From) is not { } nearest || Search.Find(nearest) is not { } proposed) return;
        if (_basket.Lines.Any(l => l.Unit.Id == nearest)) return;
        _picked = proposed;
        _said = Words["Proposed", unit.Name, proposed.Name];
    }

    private void Readmit(UnitHit unit)
    {
        _basket.Readmit(unit);
        _basket.ClearProblems();
        _intent = new CommandId(Guid.NewGuid());
        _said = Words["ReadmittedSaid", unit.Name];
        Keep();
    }
}
