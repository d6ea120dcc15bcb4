using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Bimer.Blazor.Shell.Parts;

/// <summary>What a reader is told of the list.</summary>
/// <param name="IsOpen">Something was typed and nothing is picked yet.</param>
/// <param name="Found">How many answers the list holds.</param>
public sealed record PickerState<T>(bool IsOpen, int Found, T? Picked)
{
    /// <summary>Nothing was typed: the list is what is proposed.</summary>
    public bool IsOffered { get; init; }
}

/// <summary>Lets somebody pick one thing out of many by typing.</summary>
public sealed partial class Picker<T>
{
    private const int ShortestText = 2;

    private IReadOnlyList<T> _hits = [];
    private ElementReference _input;
    private string _text = "";
    private bool _open, _isOffered, _isPlaced;
    private int _active = -1;
    private T? _shownFor;

    [Parameter, EditorRequired] public string Id { get; set; } = "";

    [Parameter, EditorRequired] public string Label { get; set; } = "";

    [Parameter] public string Hint { get; set; } = "";

    [Parameter] public string OptionsLabel { get; set; } = "";

    [Parameter, EditorRequired] public Func<string, IReadOnlyList<T>> Find { get; set; } = _ => [];

    /// <summary>What stands in the box once it is picked.</summary>
    [Parameter, EditorRequired] public Func<T, string> NameOf { get; set; } = _ => "";

    [Parameter, EditorRequired] public RenderFragment<T> Option { get; set; } = default!;

    /// <summary>The sentence under the box.</summary>
    [Parameter, EditorRequired] public Func<PickerState<T>, string> Say { get; set; } = _ => "";

    /// <summary>What the down arrow shows in an empty box; nothing where nothing is proposed.</summary>
    [Parameter] public IReadOnlyList<T> Offered { get; set; } = [];

    /// <summary>The same as soon as somebody comes into the empty box.</summary>
    [Parameter] public bool OffersOnFocus { get; set; }

    /// <summary>Stands in the list and cannot be taken.</summary>
    [Parameter] public Func<T, bool> IsBarred { get; set; } = _ => false;

    /// <summary>Told of each list before it has been read.</summary>
    [Parameter] public Func<IReadOnlyList<T>, Task> Found { get; set; } = _ => Task.CompletedTask;

    [Parameter] public T? Picked { get; set; }

    [Parameter] public EventCallback<T?> PickedChanged { get; set; }

    /// <summary>Why the choice was refused, in words.</summary>
    [Parameter] public string? Problem { get; set; }

    // A choice that was kept from an earlier visit, or made beside the box.
    protected override void OnParametersSet()
    {
        if (Picked is { } picked && !Equals(picked, _shownFor)) (_text, _open) = (NameOf(picked), false);
        _shownFor = Picked;
    }

    private bool IsOpen => _open && _hits.Count > 0;

    /// <summary>Something was typed and nothing taken: whoever goes on now means something that was not understood.</summary>
    public bool IsUnfinished => Picked is null && _text.Trim().Length > 0;

    /// <summary>Empties the box for the next choice and puts the cursor into it.</summary>
    public async Task ClearAsync()
    {
        (_text, _hits, _open, _active, _isPlaced) = ("", [], false, -1, true);   // the next choice may be none: no list over what comes after
        await PickedChanged.InvokeAsync(null);
        await FocusAsync();
    }

    public ValueTask FocusAsync() => _input.FocusAsync();

    // After a binding, not an event with a value of its own: an answer that comes late must not put old text over newer typing.
    private async Task TypedAsync()
    {
        _open = _text.Trim().Length >= ShortestText;
        (_hits, _isOffered) = (_open ? Find(_text) : [], false);
        _active = FirstOf(_hits);
        if (Picked is not null) await PickedChanged.InvokeAsync(null);
        await Found(_hits);
    }

    private async Task KeyAsync(KeyboardEventArgs key)
    {
        switch (key.Key)
        {
            case "ArrowDown" when IsOpen: _active = (_active + 1) % _hits.Count; break;
            case "ArrowUp" when IsOpen: _active = (_active + _hits.Count - 1) % _hits.Count; break;
            case "ArrowDown" when Picked is null && _text.Trim().Length == 0 && Offered.Count > 0: await ProposeAsync(); break;
            case "ArrowDown" when Picked is null && _text.Trim().Length >= ShortestText: _open = true; break;
            case "Enter" when IsOpen && _active >= 0 && !key.CtrlKey: await TakeAsync(_hits[_active]); break;
            case "Escape": _open = false; break;
            default: break;
        }
    }

    private async Task TakeAsync(T hit)
    {
        if (IsBarred(hit)) return;
        (_text, _open, _active) = (NameOf(hit), false, -1);
        await PickedChanged.InvokeAsync(hit);
    }

    private async Task OfferAsync()
    {
        if (OffersOnFocus && !_open && !_isPlaced && Picked is null && _text.Length == 0 && Offered.Count > 0) await ProposeAsync(isChosen: false);
    }

    /// <param name="isChosen">The first is taken by Enter; not where the list came by itself.</param>
    private async Task ProposeAsync(bool isChosen = true)
    {
        (_hits, _open, _isOffered, _active) = (Offered, true, true, isChosen ? FirstOf(Offered) : -1);
        await Found(_hits);
    }

    private int FirstOf(IReadOnlyList<T> hits) => hits.Index().Where(hit => !IsBarred(hit.Item)).Select(hit => hit.Index).DefaultIfEmpty(hits.Count > 0 ? 0 : -1).First();

    private void Leave() => (_open, _isPlaced) = (false, false);
}
