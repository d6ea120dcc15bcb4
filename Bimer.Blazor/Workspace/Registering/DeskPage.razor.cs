using System.Globalization;
using Bimer.Blazor.Shell;
using Bimer.Blazor.Shell.Frame;
using Bimer.Blazor.Shell.Parts;
using Bimer.Blazor.Workspace.Registering.Drafting;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Bimer.Blazor.Workspace.Registering;

/// <summary>What the browser reports when everything typed so far was to be saved.</summary>
/// <param name="Intake">What it was saved into: after another window was first that may be another one than the page opened with.</param>
public sealed record DeskState(Guid Intake, int Version, bool Saved);

/// <summary>One desk of <em>Yeni Başvuru</em> (S12–S15). What is typed belongs to the browser and, by desk.js, to the server's draft.</summary>
public sealed partial class DeskPage : IAsyncDisposable
{
    private readonly Leaving _leaving = new();
    private IReadOnlyList<TopicChoice> _topics = [];
    private IReadOnlyList<AdvisedTopic> _advised = [];
    private IReadOnlyList<AttachmentLine> _files = [];
    private DotNetObjectReference<DeskPage>? _self;
    private IJSObjectReference? _desk;
    private DeskRecipients? _recipients;
    private Dialog? _dropping;
    private ElementReference _root;
    private DeskView? _view;
    private DeskSheet? _sheet;
    private string? _closed;
    private string? _problem;
    private bool _busy;

    [Parameter, EditorRequired] public DeskWay Way { get; set; } = default!;

    /// <summary>A mail lies beside it: dropped, the mail waits again.</summary>
    [Parameter] public bool IsOfMail { get; set; }

    /// <summary>Something above it comes first: the focus stays there.</summary>
    [Parameter] public bool IsQuiet { get; set; }

    [Inject] public required DeskQuery Query { get; init; }
    [Inject] public required TopicDirectory Topics { get; init; }
    [Inject] public required TopicAdviser Adviser { get; init; }
    [Inject] public required UnitSearch Units { get; init; }
    [Inject] public required RegisterPetitionHandler Handler { get; init; }
    [Inject] public required RemoveIntakeFileHandler Remover { get; init; }
    [Inject] public required DropIntakeHandler Dropper { get; init; }
    [Inject] public required RefusalSentences Sentences { get; init; }
    [Inject] public required Toasts Toasts { get; init; }
    [Inject] public required NavigationManager Navigation { get; init; }
    [Inject] public required IJSRuntime Js { get; init; }

    private bool IsInPerson => Way.Channel == IntakeChannel.InPerson;

    protected override async Task OnInitializedAsync()
    {
        var opened = await Query.OpenAsync(Way.Channel, _leaving.Token);
        if (opened.Value is not { } view)
        {
            _closed = opened.Refusal is Refusal.NotFound ? Words["NotAnOfficer"] : await Sentences.OfAsync(opened.Refusal!, _leaving.Token);
            return;
        }

        (_view, _files, _sheet) = (view, view.Files, new DeskSheet(Way.Channel, view.Form, new FieldErrors()));
        _topics = [.. view.Form.Topics.Select(Topics.Find).OfType<TopicChoice>()];
        _basket = DeskLine.BasketOf(view.Form, Units);
        Advise(DeskWords.Of(view.Form));
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_view is null || _self is not null) return;
        _self = DotNetObjectReference.Create(this);
        await using var module = await Js.InvokeAsync<IJSObjectReference>("import", "/" + Assets["js/desk.js"]);
        if (_leaving.HasBegun) return;   // while the script was on its way
        _desk = await module.InvokeAsync<IJSObjectReference>("attach", _root, _self, new { _view.Intake, _view.Version, _view.Form.Aside }, Extra());
        if (_leaving.HasBegun) await LeaveAsync();
    }

    [JSInvokable]
    public Task FileAddedAsync() => InvokeAsync(async () =>
    {
        _files = await Query.FilesAsync(Way.Channel, _leaving.Token);
        StateHasChanged();
    });

    /// <summary>The text the draft has by now may be about something else.</summary>
    [JSInvokable]
    public Task TextSavedAsync() => InvokeAsync(async () =>
    {
        var words = await Query.TextAsync(Way.Channel, _leaving.Token);
        if (_leaving.HasBegun) return;
        Advise(words);
        StateHasChanged();
    });


    private Task TopicsAsync(IReadOnlyList<TopicChoice> chosen)
    {
        _topics = chosen;
        return KeepAsync();
    }

    private async Task<DeskState?> FlushAsync() => _desk is null ? null : await _desk.InvokeAsync<DeskState>("flush");

    private async Task SaveAsync(bool forward)
    {
        if (_busy) return;
        (_busy, _problem) = (true, null);
        if (forward && _recipients is not null) await _recipients.AddAsync();
        var state = await FlushAsync();
        if (state is { Saved: true } && await GivesAwayAsync()) return;
        // Not tied to the screen: who leaves in this moment has still pressed the button.
        var answer = state is { Saved: true } ? await Handler.HandleAsync(new RegisterPetition(Way.Channel, state.Intake, state.Version, forward), CancellationToken.None) : null;
        if (answer is RegisterAnswer.Recorded recorded)
        {
            if (forward) await TellSentAsync(recorded.Number);
            else Toasts.Show(Words["Recorded", recorded.Number]);
            Navigation.NavigateTo(Addresses.Case(recorded.Number.ToString()));   // stays busy: further clicks find nothing left to do
            return;
        }

        await ShowAsync(answer);
        _busy = false;
    }

    private async Task ShowAsync(RegisterAnswer? answer)
    {
        var errors = new FieldErrors();
        foreach (var fault in (answer as RegisterAnswer.Incomplete)?.Faults ?? []) errors.Add(fault.Field, await SentenceOfAsync(fault));
        await MarkAsync(answer);
        _sheet = _sheet! with { Errors = errors };
        if (answer is null) _problem = Words["NotSaved"];
        if (answer is RegisterAnswer.Refused refused) _problem = await Sentences.OfAsync(refused.Why, CancellationToken.None);
        StateHasChanged();
        if (errors.Any && _desk is not null) await _desk.InvokeVoidAsync("tell");
    }

    private async ValueTask<string> SentenceOfAsync(DeskFault fault) =>
        fault.Refusal is { } refusal ? await Sentences.OfAsync(refusal, CancellationToken.None)
        : Words[fault.Word, fault.About is { } field ? Words["Field." + field].Value : ""];

    private async Task RemoveAsync(AttachmentLine file)
    {
        if (await FlushAsync() is not { } state) return;
        var removed = await Remover.HandleAsync(new RemoveIntakeFile(new IntakeKey(Way.Channel, state.Intake), file.Id), CancellationToken.None);
        _problem = removed.Refusal is { } refusal ? await Sentences.OfAsync(refusal, CancellationToken.None) : null;
        _files = await Query.FilesAsync(Way.Channel, _leaving.Token);
    }

    /// <summary>Asked about before: what was typed does not come back.</summary>
    private async Task DropAsync()
    {
        if (_dropping is not null) await _dropping.CloseAsync();
        if (await FlushAsync() is not { } state || _desk is null) return;
        var dropped = await Dropper.HandleAsync(new DropIntake(new IntakeKey(Way.Channel, state.Intake)), CancellationToken.None);
        _problem = dropped.Refusal is { } refusal ? await Sentences.OfAsync(refusal, CancellationToken.None) : null;
        if (dropped.IsAccepted) await _desk.InvokeVoidAsync("again");
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        await _leaving.DisposeAsync();
        await LeaveAsync();
        _self?.Dispose();
    }

    private async Task LeaveAsync()
    {
        try
        {
            if (_desk is not null)
            {
                await _desk.InvokeVoidAsync("leave");
                await _desk.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone; it saved by itself on leaving.
        }
    }
}
