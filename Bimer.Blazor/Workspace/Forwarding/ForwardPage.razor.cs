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
    private DeskKeeper<ForwardDraft>? _keeper;
    private UnitPicker? _picker;
    private ElementReference _problemBox;
    private UnitHit? _picked;
    private RoutingPurpose _purpose = RoutingPurpose.Action;
    private Priority _priority = Priority.Normal;
    private string _note = "";
    private string _said = "";
    private string? _saved;
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
    [Inject] public required ForwardCaseHandler Handler { get; init; }
    [Inject] public required RefusalSentences Sentences { get; init; }
    [Inject] public required Toasts Toasts { get; init; }
    [Inject] public required NavigationManager Navigation { get; init; }

    private string Back => WayBack.Of(CameFrom, Addresses.MyInbox);

    private bool NamesMore => _picked is not null || _basket.Lines.Count == 0;

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
        await TakeUpAsync(opened);
    }

    /// <summary>What was on the list when the screen was left.</summary>
    private async Task TakeUpAsync(ForwardDesk desk)
    {
        _keeper = Drafts.KeeperOf<ForwardDraft>(desk.Routing, DeskKind.Forwarding, at => InvokeAsync(() => SayKept(at)));
        if (await Drafts.ReadAsync<ForwardDraft>(desk.Routing, DeskKind.Forwarding, _leaving.Token) is not { } kept) return;
        foreach (var line in kept.Content.LinesBy(Search.Find)) _basket.Add(line);
        foreach (var marked in kept.Content.Excluded) if (Search.Find(new UnitId(marked)) is { } shunned) _basket.Exclude(shunned);
        _picked = kept.Content.Picked is { } unit ? Search.Find(new UnitId(unit)) : null;
        (_priority, _note) = (kept.Content.Priority, kept.Content.Note);
        if (kept.Content.Topics is { } changed) ShowTopics(desk, changed);
        if (!desk.CameForInformation) _purpose = kept.Content.Purpose;
        _saved = Words["Restored", Moments.DayAndHour(kept.At)];
    }

    private void SayKept(DateTimeOffset? at)
    {
        _saved = at is { } moment ? Words["DraftSaved", Moments.Second(moment)] : Words["DraftFailed"];
        StateHasChanged();
    }

    private void Purposed(RoutingPurpose purpose)
    {
        _purpose = purpose;
        Keep();
    }

    private void Picked()
    {
        _unitProblem = null;
        Keep();
    }

    private void Keep() => _keeper?.Change(ForwardDraft.Of(_basket, _picked, _purpose, _priority, _note) with { Topics = Topics });

    private async Task<bool> AddAsync()
    {
        if (_desk is null || _busy) return false;
        (_problem, _unitProblem) = (null, null);
        if (_picked is not { } unit) return await RefuseUnitAsync(Words["UnitMissing"]);

        var line = new BasketLine(unit, _purpose, _priority, string.IsNullOrWhiteSpace(_note) ? null : _note.Trim());
        var refusal = await Query.WhyNotAsync(_desk.Routing, line.ToCommand(), _leaving.Token, ExcludedIds) ?? _basket.Add(line).Refusal;
        if (refusal is not null) return await RefuseUnitAsync(await Sentences.OfAsync(refusal, _leaving.Token));

        (_note, _intent) = ("", new CommandId(Guid.NewGuid()));
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
        if (_keeper is not null) await _keeper.StopAsync();
        await Drafts.ForgetAsync(_desk!.Routing, DeskKind.Forwarding, CancellationToken.None);
        Toasts.Show(_basket.Lines is [var only] ? Words["SentOne", Number, only.Unit.Name] : Words["SentMany", Number, _basket.Lines.Count]);
        Navigation.NavigateTo(WayBack.ListBehind(CameFrom, Addresses.MyInbox));
    }

    private async Task ShowAsync(Refusal refusal)
    {
        _intent = new CommandId(Guid.NewGuid());
        var sentence = await Sentences.OfAsync(refusal, CancellationToken.None);
        if (_basket.Mark(refusal, sentence) || MarkTopics(refusal, sentence)) return;
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
        if (_keeper is not null) await _keeper.DisposeAsync();
        await _leaving.DisposeAsync();
    }
}
