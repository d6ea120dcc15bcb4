using Bimer.Blazor.Shell;
using Bimer.Domain.Kernel;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Bimer.Blazor.Workspace.Forwarding;

/// <summary>Lets somebody pick one unit out of tens of thousands by typing.</summary>
public sealed partial class UnitPicker
{
    private const int ShortestText = 2;

    private IReadOnlyList<UnitHit> _hits = [];
    private ElementReference _input;
    private string _text = "";
    private bool _open;
    private int _active = -1;

    /// <summary>The unit that sends: what stands near it is proposed first.</summary>
    [Parameter] public UnitId? From { get; set; }

    [Parameter] public UnitHit? Picked { get; set; }

    [Parameter] public EventCallback<UnitHit?> PickedChanged { get; set; }

    /// <summary>Why the choice was refused, in words.</summary>
    [Parameter] public string? Problem { get; set; }

    [Inject] public required UnitSearch Search { get; init; }

    // A choice that was kept from an earlier visit.
    protected override void OnParametersSet()
    {
        if (Picked is { } picked && _text.Length == 0) _text = picked.Name;
    }

    private bool IsOpen => _open && _hits.Count > 0;

    private string Said => (_open, _hits.Count, Picked) switch
    {
        (_, _, { } picked) => Words["UnitPicked", picked.Name],
        (true, 0, _) => Words["UnitNone"],
        (true, UnitSearch.Most, _) => Words["UnitFoundMost", UnitSearch.Most],
        (true, var count, _) => Words.Counted("UnitFound", count),
        _ => "",
    };

    /// <summary>Empties the box for the next unit and puts the cursor into it.</summary>
    public async Task ClearAsync()
    {
        (_text, _hits, _open, _active) = ("", [], false, -1);
        await PickedChanged.InvokeAsync(null);
        await FocusAsync();
    }

    public ValueTask FocusAsync() => _input.FocusAsync();

    // After a binding, not an event with a value of its own: an answer that comes late must not put old text over newer typing.
    private async Task TypedAsync()
    {
        _open = _text.Trim().Length >= ShortestText;
        _hits = _open ? Search.Find(_text, From) : [];
        _active = _hits.Count > 0 ? 0 : -1;
        if (Picked is not null) await PickedChanged.InvokeAsync(null);
    }

    private async Task KeyAsync(KeyboardEventArgs key)
    {
        switch (key.Key)
        {
            case "ArrowDown" when IsOpen: _active = (_active + 1) % _hits.Count; break;
            case "ArrowUp" when IsOpen: _active = (_active + _hits.Count - 1) % _hits.Count; break;
            case "ArrowDown" when Picked is null && _text.Trim().Length >= ShortestText: _open = true; break;
            case "Enter" when IsOpen && _active >= 0 && !key.CtrlKey: await TakeAsync(_hits[_active]); break;
            case "Escape": _open = false; break;
            default: break;
        }
    }

    private async Task TakeAsync(UnitHit hit)
    {
        (_text, _open, _active) = (hit.Name, false, -1);
        await PickedChanged.InvokeAsync(hit);
    }

    private void Leave() => _open = false;
}
