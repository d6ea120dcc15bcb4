using Bimer.Blazor.Persistence.Intake;
using Bimer.Blazor.Shell.Frame;
using Bimer.Blazor.Shell.Parts;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Microsoft.AspNetCore.Components;

namespace Bimer.Blazor.Workspace.Holding;

/// <summary>Beklemeye Al (S34–S35): the petition on the left, the words and days of the hold on the right.</summary>
public sealed partial class HoldPage : IAsyncDisposable
{
    private static readonly string[] _quick = ["Correspondence", "Inspection", "Opinion"];

    private readonly Leaving _leaving = new();
    private HoldDesk? _desk;
    private DraftPad<HoldForm>? _pad;
    private HoldForm _form = new();
    private HoldTerms? _theirs;
    private string? _closed, _changed, _problem;
    private bool _busy;

    // One intent, one id: two clicks in one tick send the same; after a refusal it is a new one.
    private CommandId _intent = new(Guid.NewGuid());

    [Parameter] public string Number { get; set; } = "";

    [SupplyParameterFromQuery(Name = Addresses.CameFrom)] public string? CameFrom { get; set; }

    [Inject] public required HoldDeskQuery Query { get; init; }
    [Inject] public required DeskDrafts Drafts { get; init; }
    [Inject] public required PutOnHoldHandler Handler { get; init; }
    [Inject] public required CaseResuming Resuming { get; init; }
    [Inject] public required RefusalSentences Sentences { get; init; }
    [Inject] public required Toasts Toasts { get; init; }
    [Inject] public required NavigationManager Navigation { get; init; }

    private string Back => WayBack.Of(CameFrom, Addresses.MyInbox);

    /// <summary>Before the page is live nothing is typed into it that would be lost.</summary>
    private bool IsIdle => !RendererInfo.IsInteractive;

    protected override async Task OnInitializedAsync()
    {
        var number = CaseNumber.Parse(Number);
        var desk = number.IsAccepted ? await Query.OpenAsync(number.Value.CaseId, _leaving.Token) : new Refusal.NotFound();
        if (desk.Value is not { } opened)
        {
            _closed = await Sentences.OfAsync(desk.Refusal!, _leaving.Token);
            return;
        }

        _desk = opened;
        _pad = Drafts.PadOf<HoldForm>(opened.Routing, DeskKind.Holding, () => InvokeAsync(StateHasChanged));
        _form = await _pad.TakeUpAsync(_leaving.Token) ?? (opened.Current is { } terms ? HoldForm.Of(terms) : new HoldForm());
    }

    private void Keep() => _pad?.Change(_form);

    private void Take(string quick)
    {
        (_form.Explanation, _form.Reason) = (Words[$"Quick.{quick}.Explanation"], Words[$"Quick.{quick}.Reason"]);
        Keep();
    }

    private async Task SendAsync()
    {
        if (_desk is null || _busy) return;
        if (_form.ExpectedOn is not { } expected || string.IsNullOrWhiteSpace(_form.Explanation) || string.IsNullOrWhiteSpace(_form.Reason))
        {
            _problem = Words[_form.ExpectedOn is null ? "DayMissing" : "TextsMissing"];
            return;
        }

        var terms = new HoldTerms(_form.Explanation, _form.Reason, expected, _form.RemindOn);
        _problem = null;
        _busy = true;
        // Not tied to the screen: who leaves in this moment has still pressed the button.
        var outcome = await Handler.HandleAsync(new PutOnHold(_intent, _desk.Routing, terms), CancellationToken.None);
        if (outcome.Refusal is not { } refusal)
        {
            await LeaveAsync();   // stays busy: further clicks of the same moment find nothing left to do
            return;
        }

        (_intent, _problem) = (new CommandId(Guid.NewGuid()), await Sentences.OfAsync(refusal, CancellationToken.None));
        _busy = false;
    }

    private async Task LeaveAsync()
    {
        var routing = _desk!.Routing;
        if (_pad is not null) await _pad.ForgetAsync();
        var undo = new CommandId(Guid.NewGuid());
        Toasts.Show(Words["Done", Number], undo: _desk.Current is null ? () => UndoAsync(undo, routing) : null);
        Navigation.NavigateTo(WayBack.ListBehind(CameFrom, Addresses.MyInbox));
    }

    private async Task UndoAsync(CommandId id, RoutingId routing)
    {
        var why = await Resuming.ResumeAsync(id, routing, CancellationToken.None);
        Toasts.Show(why ?? Words["Undone", Number], why is null ? Tone.Calm : Tone.Near);
    }

    /// <summary>Something happened on the case meanwhile: say what, lose nothing.</summary>
    private async Task CheckAsync()
    {
        if (_desk is null || _busy) return;
        var now = await Query.OpenAsync(_desk.Case.Id, _leaving.Token);
        _changed = now.Refusal is { } refusal ? await Sentences.OfAsync(refusal, _leaving.Token) : null;
        // Saved from another window meanwhile: both texts stay before the writer's eyes.
        if (now.Value is { Current: { } saved } && saved != _desk.Current) _theirs = saved;
        // Who may no longer see the case has nothing of it on the screen, not even to finish a sentence.
        if (now.Refusal is Refusal.NotFound or Refusal.SignedOut) (_desk, _closed) = (null, _changed);
    }

    public async ValueTask DisposeAsync()
    {
        if (_pad is not null) await _pad.DisposeAsync();
        await _leaving.DisposeAsync();
    }
}
