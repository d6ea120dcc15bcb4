using Bimer.Blazor.Shell;
using Bimer.Blazor.Shell.Parts;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Microsoft.AspNetCore.Components;

namespace Bimer.Blazor.Workspace;

/// <summary>Lets somebody pick one unit out of tens of thousands by typing, or one of those they send to again and again.</summary>
public sealed partial class UnitPicker : IAsyncDisposable
{
    private readonly Leaving _leaving = new();
    private IReadOnlyDictionary<UnitId, Deserted> _deserted = new Dictionary<UnitId, Deserted>();
    private KeptUnits _kept = KeptUnits.None;
    private Picker<UnitHit>? _picker;
    private UnitHit? _asked;
    private string _said = "";
    private bool _isWalking;

    /// <summary>Of the box; several may stand on one page.</summary>
    [Parameter] public string Id { get; set; } = "unit";

    /// <summary>The unit that sends: what stands near it is proposed first, itself never.</summary>
    [Parameter] public UnitId? From { get; set; }

    /// <summary>What the case must not reach (gönderilmeyecek kurumlar): these and all below them stand in the list, and cannot be picked.</summary>
    [Parameter] public IReadOnlyList<UnitId> Shunned { get; set; } = [];

    [Parameter] public UnitHit? Picked { get; set; }

    [Parameter] public EventCallback<UnitHit?> PickedChanged { get; set; }

    /// <summary>Why the choice was refused, in words.</summary>
    [Parameter] public string? Problem { get; set; }

    [Inject] public required UnitSearch Search { get; init; }
    [Inject] public required UnitNames Names { get; init; }
    [Inject] public required UnitMemory Memory { get; init; }
    [Inject] public required UnitStaffing Staffing { get; init; }
    [Inject] public required RefusalSentences Sentences { get; init; }

    /// <summary>Stars by name, then the last used; only what can be picked.</summary>
    private IReadOnlyList<UnitHit> Offered =>
    [
        .. _kept.Stars.Select(Search.Find).OfType<UnitHit>().OrderBy(unit => TurkishSortKey.Of(unit.Name), StringComparer.Ordinal)
            .Concat(_kept.Recent.Where(unit => !_kept.Stars.Contains(unit)).Select(Search.Find).OfType<UnitHit>())
            .Where(unit => unit.Id != From && Names.TakesCases(unit.Id) && !IsShunned(unit)),
    ];

    /// <inheritdoc cref="Picker{T}.ClearAsync"/>
    public Task ClearAsync() => _picker?.ClearAsync() ?? Task.CompletedTask;

    public ValueTask FocusAsync() => _picker?.FocusAsync() ?? ValueTask.CompletedTask;

    protected override async Task OnInitializedAsync() => _kept = await Memory.ReadAsync(_leaving.Token);

    protected override async Task OnParametersSetAsync()
    {
        if (Picked == _asked) return;
        _asked = Picked;
        if (Picked is { } picked) await AskAsync([picked]);
    }

    private bool IsShunned(UnitHit unit) => Shunned.Any(shunned => Names.IsWithin(unit.Id, shunned));

    /// <summary>Asked of what is on the screen alone, and anew each time: who works where changes by the hour.</summary>
    private async Task AskAsync(IReadOnlyList<UnitHit> hits)
    {
        if (hits.Count > 0) _deserted = await Staffing.DesertedAsync([.. hits.Select(unit => unit.Id)], From, Shunned, _leaving.Token);
    }

    private async Task TakeFromTreeAsync(UnitHit unit)
    {
        _isWalking = false;
        await PickedChanged.InvokeAsync(unit);
        await FocusAsync();
    }

    private async Task StarAsync(UnitHit unit)
    {
        var isStarred = !_kept.Stars.Contains(unit.Id);
        // Not tied to the screen: who leaves in this moment has still pressed the button.
        var outcome = await Memory.StarAsync(unit.Id, isStarred, CancellationToken.None);
        _said = outcome.Refusal is { } refusal ? await Sentences.OfAsync(refusal, CancellationToken.None) : Words[isStarred ? "Starred" : "Unstarred", unit.Name];
        _kept = await Memory.ReadAsync(CancellationToken.None);
    }

    private string Said(PickerState<UnitHit> state) => state switch
    {
        { Picked: { } picked } => Words["UnitPicked", picked.Name],
        { IsOpen: false } => "",
        { IsOffered: true } => Words.Counted("Offered", state.Found),
        { Found: 0 } => Words["UnitNone"],
        { Found: UnitSearch.Most } => Words["UnitFoundMost", UnitSearch.Most],
        _ => Words.Counted("UnitFound", state.Found),
    };

    public ValueTask DisposeAsync() => _leaving.DisposeAsync();
}
