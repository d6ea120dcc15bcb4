using Bimer.Blazor.Live;
using Bimer.Blazor.Shell.Frame;
using Bimer.Blazor.Shell.Parts;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Microsoft.AspNetCore.Components;

namespace Bimer.Blazor.Workspace.Recalling;

/// <summary>Geri Al (S40): each recipient by itself, while nobody there has read it and the time is not over.</summary>
public sealed partial class RecallPage : IAsyncDisposable
{
    private readonly Leaving _leaving = new();
    private readonly Dictionary<RoutingId, CommandId> _intents = [];
    private IAsyncDisposable? _subscription;
    private ITimer? _expiry;
    private RecallDesk? _desk;
    private string? _closed, _problem;
    private bool _busy;

    [Parameter] public string Number { get; set; } = "";

    [SupplyParameterFromQuery(Name = Addresses.CameFrom)] public string? CameFrom { get; set; }

    [Inject] public required RecallDeskQuery Query { get; init; }
    [Inject] public required RecallCaseHandler Handler { get; init; }
    [Inject] public required RefusalSentences Sentences { get; init; }
    [Inject] public required LiveFeed Feed { get; init; }
    [Inject] public required Toasts Toasts { get; init; }
    [Inject] public required NavigationManager Navigation { get; init; }
    [Inject] public required TimeProvider Clock { get; init; }

    private string Back => WayBack.Of(CameFrom, Addresses.Forwarded);

    protected override Task OnInitializedAsync() => ReadAsync();

    protected override void OnAfterRender(bool firstRender)
    {
        // Not only after the first: that one may come before the case is read.
        if (_subscription is not null || _desk is null) return;
        _subscription = Feed.Subscribe([LiveTopic.Case(_desk.Case.Id)], () => InvokeAsync(RefreshAsync));
        WatchTheClock();
    }

    private async Task ReadAsync()
    {
        var number = CaseNumber.Parse(Number);
        var desk = number.IsAccepted ? await Query.OpenAsync(number.Value.CaseId, _leaving.Token) : new Refusal.NotFound();
        (_desk, _closed) = (desk.Value, desk.Refusal is { } refusal ? await Sentences.OfAsync(refusal, _leaving.Token) : null);
    }

    /// <summary>A button whose time is over goes by itself; the server would refuse it anyway.</summary>
    private void WatchTheClock()
    {
        if (_desk is not { Legs.Count: > 0 }) return;
        var next = _desk.Legs.Min(l => l.LastInstant) - _desk.At + TimeSpan.FromMilliseconds(1);
        _expiry?.Dispose();
        _expiry = Clock.CreateTimer(_ => _ = InvokeAsync(RefreshAsync), null, next < TimeSpan.Zero ? TimeSpan.Zero : next, Timeout.InfiniteTimeSpan);
    }

    private async Task RefreshAsync()
    {
        if (_leaving.HasBegun || _busy) return;
        await ReadAsync();
        WatchTheClock();
        StateHasChanged();
    }

    private async Task RecallAsync(RecallableLeg leg)
    {
        if (_busy) return;
        (_busy, _problem) = (true, null);
        var intent = _intents.TryGetValue(leg.Routing, out var known) ? known : _intents[leg.Routing] = new CommandId(Guid.NewGuid());
        // Not tied to the screen: who leaves in this moment has still pressed the button.
        var outcome = await Handler.HandleAsync(new RecallCase(intent, leg.Routing), CancellationToken.None);
        _busy = false;
        if (outcome.Refusal is { } refusal) _problem = await Sentences.OfAsync(refusal, CancellationToken.None);
        else Toasts.Show(Words["Done", Number, leg.Unit]);
        await ReadAsync();
        if (outcome.IsAccepted && _desk is not { Legs.Count: > 0 }) Navigation.NavigateTo(WayBack.ListBehind(CameFrom, Addresses.Forwarded));
    }

    public async ValueTask DisposeAsync()
    {
        _expiry?.Dispose();
        await _leaving.DisposeAsync();
        if (_subscription is not null) await _subscription.DisposeAsync();
    }
}
