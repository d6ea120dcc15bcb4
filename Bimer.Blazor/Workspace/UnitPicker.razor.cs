using Bimer.Blazor.Shell;
using Bimer.Blazor.Shell.Parts;
using Bimer.Domain.Kernel;
using Microsoft.AspNetCore.Components;

namespace Bimer.Blazor.Workspace;

/// <summary>Lets somebody pick one unit out of tens of thousands by typing.</summary>
public sealed partial class UnitPicker
{
    private Picker<UnitHit>? _picker;

    /// <summary>The unit that sends: what stands near it is proposed first.</summary>
    [Parameter] public UnitId? From { get; set; }

    [Parameter] public UnitHit? Picked { get; set; }

    [Parameter] public EventCallback<UnitHit?> PickedChanged { get; set; }

    /// <summary>Why the choice was refused, in words.</summary>
    [Parameter] public string? Problem { get; set; }

    [Inject] public required UnitSearch Search { get; init; }

    /// <inheritdoc cref="Picker{T}.ClearAsync"/>
    public Task ClearAsync() => _picker?.ClearAsync() ?? Task.CompletedTask;

    public ValueTask FocusAsync() => _picker?.FocusAsync() ?? ValueTask.CompletedTask;

    private string Said(PickerState<UnitHit> state) => state switch
    {
        { Picked: { } picked } => Words["UnitPicked", picked.Name],
        { IsOpen: false } => "",
        { Found: 0 } => Words["UnitNone"],
        { Found: UnitSearch.Most } => Words["UnitFoundMost", UnitSearch.Most],
        _ => Words.Counted("UnitFound", state.Found),
    };
}
