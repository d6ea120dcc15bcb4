using Bimer.Blazor.Persistence.Intake;
using Bimer.Blazor.Security;
using Bimer.Blazor.Shell;
using Bimer.Blazor.Shell.Frame;
using Bimer.Blazor.Shell.Parts;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Microsoft.AspNetCore.Components;

namespace Bimer.Blazor.Workspace.Forwarding;

/// <summary>The forwarding screen (Sevk Et, S36–S39): the petition on the left, the list on the right.</summary>
public sealed partial class ForwardPage : IAsyncDisposable
{
    private readonly ForwardBasket _basket = new();
    private readonly Leaving _leaving = new();
    private ForwardDesk? _desk;
    private UnitPicker? _picker;
    private ElementReference _problemBox;
    private UnitHit? _picked;
    private RoutingPurpose _purpose = RoutingPurpose.Action;
    private Priority _priority = Priority.Normal;
    private string _note = "";
    private DateOnly? _wantedBy;
    private string _said = "";
    private string? _closed;
    private string? _changed;
    private string? _problem;
    private string? _unitProblem;
    private bool _busy;

    // One intent, one id: two clicks in one tick send the same; a refusal or a changed list makes a new intent.
    private CommandId _intent = new(Guid.NewGuid());

    [Parameter] public string Number { get; set; } = "";

    [SupplyParameterFromQuery(Name = Addresses.CameFrom)] public string? CameFrom { get; set; }

    [Inject] public required ForwardDeskQuery Query { get; init; }
    [Inject] public required DeskDrafts Drafts { get; init; }
    [Inject] public required UnitSearch Search { get; init; }
    [Inject] public required UnitMemory Memory { get; init; }
    [Inject] public required ForwardCaseHandler Handler { get; init; }
    [Inject] public required RefusalSentences Sentences { get; init; }
    [Inject] public required Toasts Toasts { get; init; }
    [Inject] public required NavigationManager Navigation { get; init; }

    private string Back => WayBack.Of(CameFrom, Addresses.MyInbox);

    private bool NamesMore => _picked is not null || _basket.Lines.Count == 0;

    /// <summary>The last day that governs, to tell which inner day lies behind it; none while what runs is the applicant's time to pay.</summary>
    private DateOnly? DueOn => _desk is { Case: { Time.AwaitsFee: false, LegalEnd.On: var due } } ? due : null;

    private IEnumerable<RoutingPurpose> Purposes =>
        _desk is { CameForInformation: true } ? [RoutingPurpose.Information] : [RoutingPurpose.Action, RoutingPurpose.Information];

    protected override async Task OnInitializedAsync()
    {
        var number = CaseNumber.Parse(Number);
        var desk = number.IsAccepted ? await Query.OpenAsync(number.Value.CaseId, _leaving.Token) : new Refusal.NotFound();
        if (desk.Value is not { } opened)
        {
            _closed = await Sentences.OfAsync(desk.Refusal!, _leaving.Token);
            return;
        }

        (_desk, _priority) = (opened, opened.Priority);
        if (opened.CameForInformation) _purpose = RoutingPurpose.Information;
        ShowTopics(opened, TopicChange.None);
        if (opened.MayExclude) _named = NamesInText.In(opened.Case.Text);
        _pad = Drafts.PadOf<ForwardDraft>(opened.Routing, DeskKind.Forwarding, () => InvokeAsync(StateHasChanged));
        if (await _pad.TakeUpAsync(_leaving.Token) is { } kept) await LayOutAsync(opened, kept);
    }

    private void Purposed(RoutingPurpose purpose)
    {
        _purpose = purpose;
        Keep();
    }

    /// <summary>Of the line that is being typed: a copy has none, and what stood in the box before is not said of it.</summary>
    private DateOnly? Wanted => _purpose == RoutingPurpose.Action ? _wantedBy : null;

    private void Picked()
    {
        _unitProblem = null;
        Keep();
    }

    private async Task<bool> AddAsync()
    {
        if (_desk is null || _busy) return false;
        (_problem, _unitProblem) = (null, null);
        if (_picked is not { } unit) return await RefuseUnitAsync(Words["UnitMissing"]);

        var line = new BasketLine(unit, _purpose, _priority, string.IsNullOrWhiteSpace(_note) ? null : _note.Trim()) { WantedBy = Wanted };
        var refusal = await Query.WhyNotAsync(_desk.Routing, line.ToCommand(), _leaving.Token, ExcludedIds);
        if (refusal is Refusal.NobodyThere(_, var instead)) (line, refusal) = (line with { Deserted = new Deserted(instead) }, null);   // the box has said so, the line goes on saying it
        refusal ??= _basket.Add(line).Refusal;
        if (refusal is not null) return await RefuseUnitAsync(await Sentences.OfAsync(refusal, _leaving.Token));

        (_note, _wantedBy, _intent) = ("", null, new CommandId(Guid.NewGuid()));
        _said = Words["Added", unit.Name];
        if (_picker is not null) await _picker.ClearAsync();
        Keep();
        return true;
    }

    private async Task SendAsync()
    {
        if (_desk is null || _busy) return;
        if (NamesMore && !await AddAsync()) return;
        if (_busy) return;   // a second click that waited for the same adding
        _busy = true;
        _basket.ClearProblems();
        var command = new ForwardCase(_intent, _desk.Routing, [.. _basket.Lines.Select(l => l.ToCommand())]) { Excluded = ExcludedIds, Topics = Topics };
        // Not tied to the screen: who leaves in this moment has still pressed the button.
        var outcome = await Handler.HandleAsync(command, CancellationToken.None);
        if (outcome.Refusal is not { } refusal)
        {
            await LeaveAsync();   // stays busy: further clicks of the same moment find nothing left to do
            return;
        }

        await ShowAsync(refusal);
        _busy = false;
    }

    private async Task LeaveAsync()
    {
        if (_pad is not null) await _pad.ForgetAsync();
        await Memory.UsedAsync([.. _basket.Lines.Select(line => line.Unit.Id)], CancellationToken.None);
        TellSent(_desk!.Routing, keepsMore: ExcludedIds.Length > 0 || !Topics.IsNone);
        Navigation.NavigateTo(WayBack.ListBehind(CameFrom, Addresses.MyInbox));
    }

    private async Task ShowAsync(Refusal refusal)
    {
        _intent = new CommandId(Guid.NewGuid());
        var sentence = await Sentences.OfAsync(refusal, CancellationToken.None);
        if (_basket.Mark(refusal, sentence) || MarkTopics(refusal, sentence))
        {
            _said = sentence;
            return;
        }

        _problem = sentence;
    }

    private async Task<bool> RefuseUnitAsync(string sentence)
    {
        _unitProblem = sentence;
        if (_picker is not null) await _picker.FocusAsync();
        return false;
    }

    private void Remove(BasketLine line)
    {
        _basket.Remove(line);
        _intent = new CommandId(Guid.NewGuid());
        _said = Words["Removed", line.Unit.Name];
        Keep();
    }

    private async Task RedirectAsync((BasketLine Line, UnitHit Unit) to)
    {
        _basket.Redirect(to.Line, to.Unit);
        _intent = new CommandId(Guid.NewGuid());
        _said = Words["Added", to.Unit.Name];
        await TellDesertedAsync();
        Keep();
    }

    /// <summary>Something happened on the case while the list was being put together: say what, lose nothing.</summary>
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
