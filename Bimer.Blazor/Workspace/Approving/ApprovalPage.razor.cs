using Bimer.Blazor.Live;
using Bimer.Blazor.Persistence.Intake;
using Bimer.Blazor.Shell.Frame;
using Bimer.Blazor.Shell.Parts;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Microsoft.AspNetCore.Components;

namespace Bimer.Blazor.Workspace.Approving;

/// <summary>The approval desk (S49–S51, S54): the petition on the left, the letter as the citizen will get it on the right.</summary>
public sealed partial class ApprovalPage : IAsyncDisposable
{
    private readonly Leaving _leaving = new();
    private DecisionForm _form = new();
    private IAsyncDisposable? _subscription;
    private ApprovalDesk? _desk;
    private DraftPad<NoteDraft>? _pad;
    private RoutingId? _padOf;
    private ApprovalConfirm? _confirm;
    private ElementReference _note;
    private DecisionPanel? _panel;
    private MarkForm? _marks;
    private string? _readBefore, _closed, _decided, _problem, _noteProblem;
    private string _read = "";
    private bool _isEmpty, _isNarrowed, _isStale, _busy, _focusNote;
    private CommandId _intent;

    [Parameter] public string Number { get; set; } = "";

    [SupplyParameterFromQuery(Name = Addresses.CameFrom)] public string? CameFrom { get; set; }

    [Inject] public required ApprovalDeskQuery Query { get; init; }
    [Inject] public required LetterAfter After { get; init; }
    [Inject] public required DeskDrafts Drafts { get; init; }
    [Inject] public required ApproveReplyHandler Approve { get; init; }
    [Inject] public required ReturnForRevisionHandler Return { get; init; }
    [Inject] public required RefusalSentences Sentences { get; init; }
    [Inject] public required LiveFeed Feed { get; init; }
    [Inject] public required Toasts Toasts { get; init; }
    [Inject] public required NavigationManager Navigation { get; init; }

    private bool IsOver => _isStale || _decided is not null;

    // The next letter is the same page with another number.
    protected override async Task OnParametersSetAsync()
    {
        if (string.Equals(_read, Number, StringComparison.Ordinal)) return;
        _read = Number;
        if (_subscription is not null) await _subscription.DisposeAsync();
        if (_pad is not null) await _pad.DisposeAsync();
        (_subscription, _pad, _padOf, _desk, _form, _closed, _isEmpty) = (null, null, null, null, new DecisionForm(), null, false);
        await ReadAnewAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_subscription is null && _desk is not null)
            _subscription = Feed.Subscribe([LiveTopic.Case(_desk.Case.Id), LiveTopic.ApprovalBox(_desk.SignsFor), LiveTopic.Catalogue], () => InvokeAsync(CheckAsync));
        if (!_focusNote) return;
        _focusNote = false;
        await _note.FocusAsync();
    }

    /// <summary>Reads the letter as it stands; what was chosen and typed stays.</summary>
    private async Task ReadAnewAsync()
    {
        var (asked, number) = (Number, CaseNumber.Parse(Number));
        var shown = _desk;
        var desk = number.IsAccepted ? await Query.OpenAsync(number.Value.CaseId, _leaving.Token) : new Refusal.NotFound();
        var closed = desk.Refusal is { } refusal ? await Sentences.OfAsync(refusal, _leaving.Token) : null;
        if (!string.Equals(asked, Number, StringComparison.Ordinal)) return;   // another letter was asked for meanwhile
        _readBefore = shown is not null && desk.Value is { } newer && newer.Routing == shown.Routing && !string.Equals(newer.ContentHash, shown.ContentHash, StringComparison.Ordinal)
            ? shown.Letter.Body : null;
        (_desk, _closed, _decided, _problem, _isStale, _isEmpty, _busy) = (desk.Value, closed, null, null, false, false, false);
        await TakeUpAsync();
    }

    private async Task AskAsync()
    {
        if (_desk is null || _confirm is null || _busy || IsOver) return;
        // Asked here and not by a dead button: the key right after the last choice comes before the button could have been drawn anew.
        _form.WasAsked = true;
        if (!_form.IsComplete(_desk))
        {
            if (_panel is not null) await _panel.FocusMissingAsync();   // the button may stand far from the question
            return;
        }

        _problem = null;
        _intent = new CommandId(Guid.NewGuid());
        await _confirm.OpenAsync();
    }

    private async Task ApproveAsync()
    {
        if (_desk is null || _busy) return;
        _busy = true;
        // Not tied to the screen: who leaves in this moment has still pressed the button.
        var outcome = await Approve.HandleAsync(_form.ToApproval(_intent, _desk), CancellationToken.None);
        if (_confirm is not null) await _confirm.CloseAsync();
        await AfterAsync(outcome, Words["Approved", Number]);
    }

    private void Revise()
    {
        (_form.IsRevising, _noteProblem, _problem, _focusNote) = (true, null, null, true);
        _intent = new CommandId(Guid.NewGuid());
    }

    private async Task SendBackAsync()
    {
        if (_desk is null || _busy || IsOver) return;
        if (_form.HasUnfinishedMark && _marks is not null)
        {
            await _marks.SayUnfinishedAsync();
            return;
        }

        if (string.IsNullOrWhiteSpace(_form.Note) && _form.Marks.Count == 0)
        {
            (_noteProblem, _focusNote) = (Words["NoteMissing"], true);
            return;
        }

        _busy = true;
        var outcome = await Return.HandleAsync(_form.ToReturn(_intent, _desk), CancellationToken.None);
        await AfterAsync(outcome, Words["Returned", Number, _desk.Author]);
    }

    private async Task AfterAsync(Outcome outcome, string done)
    {
        if (outcome.Refusal is { } refusal)
        {
            (_problem, _intent, _busy) = (await Sentences.OfAsync(refusal, CancellationToken.None), new CommandId(Guid.NewGuid()), false);
            await CheckAsync();
            return;
        }

        if (_pad is not null) await _pad.ForgetAsync();
        Toasts.Show(done);
        await GoOnAsync();
    }

    /// <summary>Something happened on this case: say what, lose nothing of what was chosen and typed.</summary>
    private async Task CheckAsync()
    {
        if (_desk is not { } shown || _busy) return;
        var now = await Query.NowAsync(shown.Routing, _leaving.Token);
        var why = now.Refusal is { } refusal ? await Sentences.OfAsync(refusal, _leaving.Token) : null;
        if (!ReferenceEquals(_desk, shown)) return;   // read anew meanwhile, or left for another letter
        (_decided, _isStale) = (why, now.Value is { } desk && !desk.IsReadAs(shown));
        // Who may no longer see the case has nothing of it on the screen.
        if (now.Refusal is Refusal.NotFound or Refusal.SignedOut) (_desk, _closed, _decided) = (null, why, null);
        StateHasChanged();
    }

    public async ValueTask DisposeAsync()
    {
        if (_pad is not null) await _pad.DisposeAsync();
        await _leaving.DisposeAsync();
        if (_subscription is not null) await _subscription.DisposeAsync();
    }
}
