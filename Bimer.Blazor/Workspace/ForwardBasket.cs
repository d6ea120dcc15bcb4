using Bimer.Blazor.Workspace.Forwarding;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace;

/// <summary>One recipient on the list, with what was said about it when it was refused.</summary>
public sealed record BasketLine(UnitHit Unit, RoutingPurpose Purpose, Priority Priority, string? Note)
{
    public string? Problem { get; init; }

    /// <summary>Nobody works there, and the line says so: sent all the same.</summary>
    public Deserted? Deserted { get; init; }

    /// <summary>The day, included, by which it is wanted (iç süre); none for none.</summary>
    public DateOnly? WantedBy { get; init; }

    /// <summary>As urgent as the case, whatever that will be when it is sent.</summary>
    public bool FollowsCase { get; init; }

    public ForwardLine ToCommand() => new(Unit.Id, Purpose, Priority, Note) { IsMeant = Deserted is not null, WantedBy = WantedBy };
}

/// <summary>The list an officer puts together (S37): no unit twice, and a refusal stands at the line it is about.</summary>
public sealed class ForwardBasket
{
    private readonly List<BasketLine> _lines = [];
    private readonly List<UnitHit> _excluded = [];

    public IReadOnlyList<BasketLine> Lines => _lines;

    /// <summary>Refused when the unit is on the list already.</summary>
    public Outcome Add(BasketLine line)
    {
        if (_lines.Exists(l => l.Unit.Id == line.Unit.Id)) return new Refusal.RecipientTwice(line.Unit.Id);
        _lines.Add(line);
        return Outcome.Accepted;
    }

    /// <summary>Of every line whether somebody works there.</summary>
    public void Tell(IReadOnlyDictionary<UnitId, Deserted> deserted)
    {
        for (var i = 0; i < _lines.Count; i++) _lines[i] = _lines[i] with { Deserted = deserted.GetValueOrDefault(_lines[i].Unit.Id) };
    }

    /// <summary>The same line to another unit; where that is on the list already, the line goes.</summary>
    public void Redirect(BasketLine line, UnitHit unit)
    {
        var at = _lines.IndexOf(line);
        if (at < 0) return;
        _lines.RemoveAt(at);
        if (!_lines.Exists(l => l.Unit.Id == unit.Id)) _lines.Insert(at, line with { Unit = unit, Problem = null, Deserted = null });
    }

    public void Clear()
    {
        _lines.Clear();
        _excluded.Clear();
    }

    public void Remove(BasketLine line) => _lines.Remove(line);

    /// <summary>The units the case must not reach (gönderilmeyecek kurumlar), marked with the list and sent with it.</summary>
    public IReadOnlyList<UnitHit> Excluded => _excluded;

    public void Exclude(UnitHit unit)
    {
        if (!_excluded.Exists(x => x.Id == unit.Id)) _excluded.Add(unit);
    }

    public void Readmit(UnitHit unit) => _excluded.Remove(unit);

    /// <summary>Puts the sentence at the line the refusal is about.</summary>
    /// <returns>False when it concerns the list as a whole.</returns>
    public bool Mark(Refusal refusal, string sentence)
    {
        var at = UnitIn(refusal) is { } unit ? _lines.FindIndex(l => l.Unit.Id == unit) : -1;
        if (at >= 0) _lines[at] = refusal is Refusal.NobodyThere(_, var instead) ? _lines[at] with { Deserted = new Deserted(instead) } : _lines[at] with { Problem = sentence };
        return at >= 0;
    }

    public void ClearProblems()
    {
        for (var i = 0; i < _lines.Count; i++) _lines[i] = _lines[i] with { Problem = null };
    }

    private static UnitId? UnitIn(Refusal refusal) => refusal switch
    {
        Refusal.RecipientTwice(var unit) => unit,
        Refusal.RecipientIsSender(var unit) => unit,
        Refusal.AlreadyThere(var unit) => unit,
        Refusal.UnitTakesNoCases(var unit) => unit,
        Refusal.RecipientExcluded(var unit) => unit,
        Refusal.NobodyThere(var unit, _) => unit,
        Refusal.WantedDayOutOfRange(var unit, _, _) => unit,
        Refusal.NothingWantedOfCopy(var unit) => unit,
        _ => null,
    };
}
