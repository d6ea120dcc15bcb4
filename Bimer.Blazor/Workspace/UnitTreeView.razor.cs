using Bimer.Domain.Kernel;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Bimer.Blazor.Workspace;

/// <summary>The tree of units to walk in, opened at the unit that asks.</summary>
public sealed partial class UnitTreeView
{
    private readonly Dictionary<string, ElementReference> _rows = new(StringComparer.Ordinal);
    private TreeWalk? _walk;
    private bool _hasMoved = true;

    /// <summary>Opened there.</summary>
    [Parameter] public UnitId? From { get; set; }

    /// <summary>Stands in the tree and cannot be taken; what lies below it can be looked at.</summary>
    [Parameter] public Func<UnitHit, bool> IsBarred { get; set; } = _ => false;

    /// <summary>What else is told of a unit.</summary>
    [Parameter, EditorRequired] public RenderFragment<UnitHit> Tags { get; set; } = default!;

    /// <summary>Told of what is on the screen whenever it changes.</summary>
    [Parameter] public Func<IReadOnlyList<UnitHit>, Task> Found { get; set; } = _ => Task.CompletedTask;

    [Parameter, EditorRequired] public EventCallback<UnitHit> Taken { get; set; }

    [Inject] public required UnitTree Tree { get; init; }

    protected override async Task OnInitializedAsync()
    {
        _walk = new TreeWalk(Tree);
        _walk.GoTo(From);
        await TellAsync();
    }

    // Focus follows the walk, and with it what a screen reader says and what is scrolled into sight.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_hasMoved || _walk?.Here is not { } here || !_rows.TryGetValue(here.Key, out var row)) return;
        _hasMoved = false;
        await row.FocusAsync();
    }

    private async Task PressAsync(KeyboardEventArgs pressed)
    {
        if (pressed.CtrlKey || pressed.AltKey || pressed.MetaKey) return;   // the browser's, or of the whole page
        var key = pressed.Key;
        var lines = _walk!.Lines;
        if (key is "Enter" or " ") await ClickAsync(_walk.At);
        else _hasMoved = _walk.Press(key);
        if (!ReferenceEquals(lines, _walk.Lines)) await TellAsync();
    }

    private async Task ClickAsync(int at)
    {
        _walk!.Stand(at);
        if (_walk.Here is not { Unit: { } unit }) await TurnAsync(at);
        else if (!IsBarred(unit)) await Taken.InvokeAsync(unit);
    }

    private Task TurnAsync(int at)
    {
        _walk!.Turn(at);
        _hasMoved = true;
        return TellAsync();
    }

    private Task TellAsync() => Found([.. _walk!.Lines.Select(line => line.Unit).OfType<UnitHit>()]);
}
