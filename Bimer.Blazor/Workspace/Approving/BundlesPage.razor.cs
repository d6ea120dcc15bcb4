using Bimer.Blazor.Live;
using Bimer.Blazor.Shell.Frame;
using Bimer.Blazor.Shell.Letters;
using Bimer.Blazor.Shell.Parts;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Microsoft.AspNetCore.Components;

namespace Bimer.Blazor.Workspace.Approving;

/// <summary>Toplu onay (S50): the bundles of the box, or one of them on the desk.</summary>
public sealed partial class BundlesPage : IAsyncDisposable
{
    private readonly Leaving _leaving = new();
    private readonly HashSet<RoutingId> _leftOut = [];
    private readonly HashSet<RoutingId> _opened = [];
    private readonly Dictionary<RoutingId, string?> _results = [];
    private readonly Dictionary<RoutingId, CommandId> _intents = [];
    private readonly Dictionary<RoutingId, string> _differences = [];
    private IReadOnlyList<BundleLine> _lines = [];
    private DecisionForm _form = new();
    private DecisionPanel? _panel;
    private BundleDesk? _desk;
    private ApprovalDesk? _shown;
    private Dialog? _reading, _confirm;
    private int _signing, _answered;
    private string? _problem;
    private IAsyncDisposable? _bell;
    private bool _isRead;
    private bool _busy;

    [SupplyParameterFromQuery(Name = Addresses.BundleKey)] public string? Key { get; set; }

    [Inject] public required BundleQuery Query { get; init; }
    [Inject] public required ApproveBundleHandler Handler { get; init; }
    [Inject] public required RefusalSentences Sentences { get; init; }
    [Inject] public required ServiceCatalogue Catalogue { get; init; }
    [Inject] public required Toasts Toasts { get; init; }
    [Inject] public required LiveFeed Feed { get; init; }

    private IReadOnlyList<ApprovalDesk> Chosen => [.. _desk!.Letters.Where(l => !_leftOut.Contains(l.Routing) && !IsSigned(l))];

    /// <summary>Before the page is live nothing is chosen that would be lost.</summary>
    private bool IsIdle => !RendererInfo.IsInteractive;

    private bool IsSigned(ApprovalDesk letter) => _results.TryGetValue(letter.Routing, out var refused) && refused is null;

    protected override async Task OnParametersSetAsync()
    {
        (_isRead, _desk, _form, _problem) = (false, null, new DecisionForm(), null);
        _leftOut.Clear();
        _opened.Clear();
        _results.Clear();
        _differences.Clear();
        if (Key is not null && CaseNumber.Parse(Key).Value is { } number) _desk = await Query.OpenAsync(number.CaseId, _leaving.Token);
        if (_desk is null) _lines = await Query.ReadAsync(_leaving.Token);
        else _opened.Add(_desk.First.Routing);
        _isRead = true;
    }

    // What is offered follows the lists of services; a service that is offered no more is no choice.
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender && !_leaving.HasBegun) _bell = Feed.Subscribe([LiveTopic.Catalogue], () => InvokeAsync(OfferAnew));
    }

    private void OfferAnew()
    {
        if (_desk is not null && _form.OtherService.Length > 0 && Catalogue.OwnerOf(_desk.First.Unit, _form.OtherService) is null) _form.OtherService = "";
        StateHasChanged();
    }

    private static string NumberOf(ApprovalDesk letter) => new CaseNumber(letter.Case.Id).ToString();

    /// <summary>What the letter says otherwise than the first: all that is not on the screen already.</summary>
    private string DifferenceOf(ApprovalDesk letter) => _differences.TryGetValue(letter.Routing, out var told) ? told : _differences[letter.Routing] = Compared(letter);

    private string Compared(ApprovalDesk letter)
    {
        if (ReferenceEquals(letter, _desk!.First)) return Words["BundleIsFirst"];
        var parts = WordDifference.Of(_desk.First.Letter.Body, letter.Letter.Body);
        var changed = parts.Where(p => p.Kind == DifferenceKind.Added).Select(p => p.Text.Trim()).Where(t => t.Length > 0).ToList();
        var gone = parts.Where(p => p.Kind == DifferenceKind.Removed).Select(p => p.Text.Trim()).Where(t => t.Length > 0).ToList();
        return changed.Count + gone.Count == 0 ? Words["BundleSame"] : Words["BundleOtherwise", string.Join(" … ", changed.DefaultIfEmpty("–")), string.Join(" … ", gone.DefaultIfEmpty("–"))];
    }

    private void Toggle(ApprovalDesk letter)
    {
        if (!_leftOut.Remove(letter.Routing)) _leftOut.Add(letter.Routing);
    }

    private async Task ShowAsync(ApprovalDesk letter)
    {
        _shown = letter;
        _opened.Add(letter.Routing);
        StateHasChanged();
        if (_reading is not null) await _reading.OpenAsync();
    }

    /// <summary>Nothing of it can be taken back: said once more before it happens (U7).</summary>
    private async Task AskAsync()
    {
        if (_busy || _desk is null) return;
        (_form.WasAsked, _problem) = (true, null);
        if (_desk.Sample.Count(drawn => !_opened.Contains(drawn)) is > 0 and var unread) _problem = await Sentences.OfAsync(new Refusal.SampleUnread(unread), _leaving.Token);
        else if (_form.IsComplete(_desk.First) && _confirm is not null) await _confirm.OpenAsync();
        else if (_panel is not null) await _panel.FocusMissingAsync();
    }

    private async Task ApproveAsync()
    {
        if (_busy || _desk is null) return;
        if (_confirm is not null) await _confirm.CloseAsync();
        (_busy, _signing, _answered) = (true, Chosen.Count, 0);
        try
        {
            var commands = Chosen.Select(letter => _form.ToApproval(IntentOf(letter.Routing), letter)).ToList();
            // Not tied to the screen: who leaves in this moment has still pressed the button.
            var outcome = await Handler.HandleAsync(new ApproveBundle(commands, _desk.Sample, _opened), result => _ = InvokeAsync(() => TellAsync(result)), CancellationToken.None);
            _problem = outcome.Refusal is { } refusal ? await Sentences.OfAsync(refusal, CancellationToken.None) : null;
            if (outcome.Value is { } results) Toasts.Show(Words["BundleDone", results.Count(r => r.Outcome.IsAccepted), results.Count]);
        }
        finally
        {
            _busy = false;
        }
    }

    private CommandId IntentOf(RoutingId letter) => _intents.TryGetValue(letter, out var known) ? known : _intents[letter] = new CommandId(Guid.CreateVersion7());

    private async Task TellAsync(BundleResult result)
    {
        _answered++;
        _results[result.Letter] = result.Outcome.Refusal is { } refusal ? await Sentences.OfAsync(refusal, CancellationToken.None) : null;
        StateHasChanged();
    }

    public async ValueTask DisposeAsync()
    {
        await _leaving.DisposeAsync();
        if (_bell is not null) await _bell.DisposeAsync();
    }
}
