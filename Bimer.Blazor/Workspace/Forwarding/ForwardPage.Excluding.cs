using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace.Forwarding;

/// <summary>Gönderilmeyecek kurumlar beside the list (S38, S56): marked now, in force with the forward.</summary>
public sealed partial class ForwardPage
{
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

        _basket.Exclude(unit);
        _intent = new CommandId(Guid.NewGuid());
        _said = Words["ExcludedSaid", unit.Name];
        if (_picker is not null) await _picker.ClearAsync();
        foreach (var line in _basket.Lines.Where(l => Query.IsWithin(l.Unit.Id, unit.Id)).ToList()) await RefuseLineAsync(line);
        Propose(unit, _desk);
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
