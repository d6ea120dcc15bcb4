using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Bimer.Blazor.Workspace;

/// <summary>What the browser reports when everything typed so far was to be saved.</summary>
/// <param name="Version">Of the draft on the server.</param>
/// <param name="Saved">False when the server has not everything, or another window's text.</param>
/// <param name="Empty">No letter was typed.</param>
public sealed record EditorState(int Version, bool Saved, bool Empty);

/// <summary>A template as the list under the cursor shows it.</summary>
/// <param name="Hint">Whose it is, and how it begins.</param>
public sealed record EditorTemplate(string Key, string Name, string Shortcut, string Hint);

/// <summary>A small editor of our own (decision 0038) around <c>letter.js</c>.</summary>
public sealed partial class LetterEditor : IAsyncDisposable
{
    private DotNetObjectReference<LetterEditor>? _self;
    private IJSObjectReference? _editor;
    private ElementReference _root;
    private bool _hasLeft;

    /// <summary>Where the draft lies: read by GET, kept by PUT, joined by files at "/ek".</summary>
    [Parameter, EditorRequired] public string Url { get; set; } = "";

    /// <summary>What else belongs to the draft, as it has it when the screen opens; later by <see cref="KeepAsync"/>.</summary>
    [Parameter, EditorRequired] public object Choices { get; set; } = default!;

    /// <summary>Bytes of the largest file that may join it; none where no file may.</summary>
    [Parameter] public long? LargestFile { get; set; }

    /// <summary>The templates that begin like what was typed after "::"; none where none are offered.</summary>
    [Parameter] public Func<string, Task<IReadOnlyList<EditorTemplate>>>? OnTemplates { get; set; }

    /// <summary>The words of the template that was picked there.</summary>
    [Parameter] public Func<string, Task<string>>? OnTemplate { get; set; }

    /// <summary>A file joined the draft.</summary>
    [Parameter] public EventCallback OnFileAdded { get; set; }

    /// <summary>The server has everything typed so far.</summary>
    [Parameter] public EventCallback OnSaved { get; set; }

    [Inject] public required IJSRuntime Js { get; init; }

    /// <summary>What else belongs to the draft: saved together with the text.</summary>
    public async Task KeepAsync(object choices)
    {
        if (_editor is not null) await _editor.InvokeVoidAsync("keep", choices);
    }

    /// <summary>Saves what is not saved yet and waits for the answer.</summary>
    public async Task<EditorState> FlushAsync() =>
        _editor is null ? new EditorState(0, Saved: false, Empty: true) : await _editor.InvokeAsync<EditorState>("flush");

    /// <summary>Puts clean markup where the cursor stands, or at the end.</summary>
    public async Task InsertAsync(string html)
    {
        if (_editor is not null) await _editor.InvokeVoidAsync("insert", html);
    }

    /// <summary>Leads to a line of the letter, or of the ground beside it.</summary>
    public async Task ShowAsync(string line)
    {
        if (_editor is not null) await _editor.InvokeVoidAsync("show", line);
    }

    [JSInvokable]
    public Task<IReadOnlyList<EditorTemplate>> TemplatesAsync(string typed) => OnTemplates?.Invoke(typed) ?? Task.FromResult<IReadOnlyList<EditorTemplate>>([]);

    [JSInvokable]
    public async Task<string> TemplateAsync(string key)
    {
        var html = "";
        // On the dispatcher: what follows from it is drawn.
        await InvokeAsync(async () => html = OnTemplate is null ? "" : await OnTemplate(key));
        return html;
    }

    [JSInvokable]
    public Task SavedAsync() => InvokeAsync(OnSaved.InvokeAsync);

    [JSInvokable]
    public Task FileAddedAsync() => InvokeAsync(OnFileAdded.InvokeAsync);

    // Whatever the page redraws, the text belongs to the browser.
    protected override bool ShouldRender() => _self is null;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        _self = DotNetObjectReference.Create(this);
        await using var module = await Js.InvokeAsync<IJSObjectReference>("import", "/" + Assets["js/letter.js"]);
        if (_hasLeft) return;   // while the script was on its way
        _editor = await module.InvokeAsync<IJSObjectReference>("attach", _root, _self, Choices);
        if (_hasLeft) await LeaveAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _hasLeft = true;
        await LeaveAsync();
        _self?.Dispose();
    }

    private async Task LeaveAsync()
    {
        try
        {
            if (_editor is not null)
            {
                await _editor.InvokeVoidAsync("leave");
                await _editor.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone; it saved by itself on leaving.
        }
    }
}
