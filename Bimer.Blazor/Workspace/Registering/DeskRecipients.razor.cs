using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Microsoft.AspNetCore.Components;

namespace Bimer.Blazor.Workspace.Registering;

/// <summary>The same list the forwarding screen puts together (S36–S38), for a case that is recorded and sent in one act.</summary>
public sealed partial class DeskRecipients
{
    private UnitPicker? _picker;
    private UnitHit? _picked;
    private RoutingPurpose _purpose = RoutingPurpose.Action;
    private Priority? _priority;
    private DateOnly? _wantedBy;
    private string _note = "";
    private string _said = "";
    private string? _problem;

    [Parameter] public UnitId? From { get; set; }
    [Parameter, EditorRequired] public ForwardBasket Basket { get; set; } = default!;
    [Parameter] public EventCallback OnChanged { get; set; }
    [Parameter] public string? Problem { get; set; }

    /// <summary>Units the text names.</summary>
    [Parameter] public IReadOnlyList<NamedUnit> Named { get; set; } = [];

    /// <summary>What was left in the box for the note.</summary>
    [Parameter] public string KeptNote { get; set; } = "";

    [Inject] public required UnitNames Names { get; init; }
    [Inject] public required UnitSearch Search { get; init; }
    [Inject] public required UnitStaffing Staffing { get; init; }
    [Inject] public required RefusalSentences Sentences { get; init; }

    protected override async Task OnInitializedAsync()
    {
        _note = KeptNote;
        await TellAsync();
    }

    /// <summary>Takes over what stands in the box: who presses Kaydet ve Sevk Et means it too.</summary>
    public async Task AddAsync()
    {
        if (_picked is not { } unit) return;
        if (Basket.Lines.FirstOrDefault(line => line.Unit.Id == unit.Id) is { } former) Basket.Remove(former);
        Basket.Add(new BasketLine(unit, _purpose, _priority ?? Priority.Normal, string.IsNullOrWhiteSpace(_note) ? null : _note.Trim()) { FollowsCase = _priority is null, WantedBy = _purpose == RoutingPurpose.Action ? _wantedBy : null });
        (_note, _wantedBy, _problem, _said) = ("", null, null, Words["SendAdded", unit.Name]);
        if (_picker is not null) await _picker.ClearAsync();
        await ChangedAsync();
    }

    private Task RemoveAsync(BasketLine line)
    {
        Basket.Remove(line);
        return ChangedAsync();
    }

    private Task RedirectAsync((BasketLine Line, UnitHit Unit) to)
    {
        Basket.Redirect(to.Line, to.Unit);
        return ChangedAsync();
    }

    private async Task ExcludeAsync()
    {
        if (_picked is not { } unit)
        {
            _problem = Words["SendExcludeMissing"];
            return;
        }

        if (_picker is not null) await _picker.ClearAsync();
        await MarkAsync(unit);
    }

    private Task ToggleAsync(UnitHit unit) => Basket.Excluded.Any(x => x.Id == unit.Id) ? ReadmitAsync(unit) : MarkAsync(unit);

    private async Task MarkAsync(UnitHit unit)
    {
        Basket.Exclude(unit);
        _said = Words["SendExcluded", unit.Name];
        foreach (var line in Basket.Lines.Where(line => Names.IsWithin(line.Unit.Id, unit.Id)).ToList())
            Basket.Mark(new Refusal.RecipientExcluded(line.Unit.Id), await Sentences.OfAsync(new Refusal.RecipientExcluded(line.Unit.Id), CancellationToken.None));
        var nearest = Names.NearestOutside(unit.Id, [.. Basket.Excluded.Select(x => x.Id)]);
        if (_picked is null && nearest != From && Basket.Lines.All(line => line.Unit.Id != nearest)) _picked = Search.Find(nearest);
        await ChangedAsync();
    }

    private Task ReadmitAsync(UnitHit unit)
    {
        Basket.Readmit(unit);
        Basket.ClearProblems();
        return ChangedAsync();
    }

    private async Task ChangedAsync()
    {
        await TellAsync();
        await OnChanged.InvokeAsync();
    }

    private async Task TellAsync()
    {
        if (Basket.Lines.Count == 0) return;
        Basket.Tell(await Staffing.DesertedAsync([.. Basket.Lines.Select(line => line.Unit.Id)], From, [.. Basket.Excluded.Select(x => x.Id)], CancellationToken.None));
    }
}
