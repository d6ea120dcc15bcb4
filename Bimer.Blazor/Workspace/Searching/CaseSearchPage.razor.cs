using Bimer.Blazor.Live;
using Bimer.Blazor.Shell;
using Bimer.Blazor.Shell.Parts;
using Bimer.Domain.Searching;
using Microsoft.AspNetCore.Components;

namespace Bimer.Blazor.Workspace.Searching;

/// <summary>The search over all cases the person may see (Ara): the address alone says what is asked.</summary>
public sealed partial class CaseSearchPage : IAsyncDisposable
{
    private readonly Leaving _leaving = new();
    private readonly LatestAnswer _latest = new();
    private IAsyncDisposable? _subscription;
    private IReadOnlyList<LiveTopic> _heard = [];
    private SearchAsk _ask = SearchAsk.Of(null, null, null);
    private SearchAsk? _answered;
    private SearchPage? _page;
    private string _typed = "";
    private string? _why;
    private bool _isReading, _hasShortWord;

    [SupplyParameterFromQuery(Name = "q")] public string? Q { get; set; }
    [SupplyParameterFromQuery(Name = "sira")] public string? Order { get; set; }
    [SupplyParameterFromQuery(Name = "satir")] public string? Rows { get; set; }
    [Inject] public required CaseSearchQuery Query { get; init; }
    [Inject] public required LiveFeed Feed { get; init; }
    [Inject] public required RefusalText Refusals { get; init; }

    private string Told => _isReading || _page is null || _ask.Text.Length == 0 ? "" : T.Counted("Told", _page.Rows.Count);

    protected override async Task OnParametersSetAsync()
    {
        var ask = SearchAsk.Of(Q, Order, Rows);
        if (ask == _answered) return;   // the layout draws the page again for reasons of its own
        (_answered, _typed) = (ask, ask.Text);
        _isReading = !string.Equals(ask.Text, _ask.Text, StringComparison.Ordinal) || _page is null;
        _ask = ask;
        await ReadAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // Not earlier: prerendering has nobody who would unsubscribe.
        if (_page is not { } page || page.Topics.SequenceEqual(_heard)) return;
        _heard = page.Topics;
        if (_subscription is not null) await _subscription.DisposeAsync();
        if (_leaving.HasBegun) return;
        _subscription = Feed.Subscribe(page.Topics, () => InvokeAsync(RefreshAsync));
        await RefreshAsync();   // what happened before the bell
    }

    private async Task RefreshAsync()
    {
        if (_leaving.HasBegun) return;
        await ReadAsync();
        StateHasChanged();
    }

    private async Task ReadAsync()
    {
        var (question, ask) = (_latest.Ask(), _ask);
        var parsed = SearchText.Parse(ask.Text);
        _why = ask.Text.Length > 0 && parsed.Refusal is { } refusal ? Refusals.For(refusal) : null;
        var page = parsed.Value is { } search ? await Query.ReadAsync(search, ask.Order, ask.Rows, _leaving.Token) : null;
        if (ask != _ask || _latest.UseOf(question) == AnswerUse.Drop) return;   // something else was asked since
        (_page, _isReading, _hasShortWord) = (page, false, parsed.Value?.HasShortWord == true);
    }

    /// <summary>What cannot be searched is told before it becomes an address, which has an end too.</summary>
    private void Send()
    {
        var ask = SearchAsk.Of(_typed, null, null) with { Order = _ask.Order };
        _why = ask.Text.Length > 0 && SearchText.Parse(ask.Text).Refusal is { } refusal ? Refusals.For(refusal) : null;
        if (_why is null) Navigation.NavigateTo(ask.Address);
    }

    public async ValueTask DisposeAsync()
    {
        await _leaving.DisposeAsync();
        if (_subscription is not null) await _subscription.DisposeAsync();
    }
}
