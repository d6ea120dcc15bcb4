using Bimer.Blazor.Persistence.Intake;
using Bimer.Blazor.Shell.Frame;
using Bimer.Blazor.Shell.Parts;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Microsoft.AspNetCore.Components;

namespace Bimer.Blazor.Workspace.Returning;

/// <summary>İade Et (S41): where back to, why, in which words; the earlier returns stand beneath, so that all is on one page.</summary>
public sealed partial class ReturnPage : IAsyncDisposable
{
    private readonly Leaving _leaving = new();
    private ReturnDesk? _desk;
    private DraftPad<ReturnForm>? _pad;
    private ReturnForm _form = new();
    private string? _closed, _changed, _problem;
    private bool _busy;

    // One intent, one id: two clicks in one tick send the same; after a refusal it is a new one.
    private CommandId _intent = new(Guid.NewGuid());

    [Parameter] public string Number { get; set; } = "";

    [SupplyParameterFromQuery(Name = Addresses.CameFrom)] public string? CameFrom { get; set; }

    [Inject] public required ReturnDeskQuery Query { get; init; }
    [Inject] public required DeskDrafts Drafts { get; init; }
    [Inject] public required ReturnCaseHandler Handler { get; init; }
    [Inject] public required RefusalSentences Sentences { get; init; }
    [Inject] public required Toasts Toasts { get; init; }
    [Inject] public required NavigationManager Navigation { get; init; }

    private string Back => WayBack.Of(CameFrom, Addresses.MyInbox);

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
        _pad = Drafts.PadOf<ReturnForm>(opened.Routing, DeskKind.Returning, () => InvokeAsync(StateHasChanged));
        _form = await _pad.TakeUpAsync(_leaving.Token) ?? _form;
        if (opened.Ways is [var only]) _form.Target = only.Target;
    }

    private void Keep() => _pad?.Change(_form);

    private void Choose(ReturnTarget target)
    {
        _form.Target = target;
        Keep();
    }

    private string? Missing() => _form switch
    {
        { Target: null } => Words["WhereMissing"].Value,
        { Reason: null } => Words["ReasonMissing"].Value,
        _ => string.IsNullOrWhiteSpace(_form.Note) ? Words["NoteMissing"].Value : null,
    };

    private async Task SendAsync()
    {
        if (_desk is null || _busy) return;
        _problem = Missing();
        if (_problem is not null || _form is not { Target: { } target, Reason: { } reason }) return;
        _busy = true;
        // Not tied to the screen: who leaves in this moment has still pressed the button.
        var outcome = await Handler.HandleAsync(new ReturnCase(_intent, _desk.Routing, target, reason, _form.Note), CancellationToken.None);
        if (outcome.Refusal is not { } refusal)
        {
            await LeaveAsync(target);   // stays busy: further clicks of the same moment find nothing left to do
            return;
        }

        (_intent, _problem) = (new CommandId(Guid.NewGuid()), await Sentences.OfAsync(refusal, CancellationToken.None));
        _busy = false;
    }

    private async Task LeaveAsync(ReturnTarget target)
    {
        if (_pad is not null) await _pad.ForgetAsync();
        Toasts.Show(Words["Done", Number, _desk!.Ways.First(w => w.Target == target).Unit]);
        Navigation.NavigateTo(WayBack.ListBehind(CameFrom, Addresses.MyInbox));
    }

    /// <summary>Something happened on the case meanwhile: say what, lose nothing.</summary>
    private async Task CheckAsync()
    {
        if (_desk is null || _busy) return;
        var now = await Query.OpenAsync(_desk.Case.Id, _leaving.Token);
        _changed = now.Refusal is { } refusal ? await Sentences.OfAsync(refusal, _leaving.Token) : null;
        // Who may no longer see the case has nothing of it on the screen, not even to finish a sentence.
        if (now.Refusal is Refusal.NotFound or Refusal.SignedOut) (_desk, _closed) = (null, _changed);
    }

    public async ValueTask DisposeAsync()
    {
        if (_pad is not null) await _pad.DisposeAsync();
        await _leaving.DisposeAsync();
    }
}
