using Bimer.Blazor.Live;
using Bimer.Blazor.Shell.Parts;
using Bimer.Domain.Kernel;
using Microsoft.AspNetCore.Components;

namespace Bimer.Blazor.Workspace.CaseDetail;

/// <summary>Sits down before the case while it is on the screen, and shows who else does.</summary>
public sealed partial class Onlookers : IAsyncDisposable
{
    private readonly Leaving _leaving = new();
    private IReadOnlyList<Onlooker> _others = [];
    private IAsyncDisposable? _subscription;
    private Presence.Seat? _seat;

    /// <summary>Of one case only: another case is another component.</summary>
    [Parameter, EditorRequired] public CaseId Id { get; set; }

    [Inject] public required OnlookersQuery Query { get; init; }
    [Inject] public required Seats Seats { get; init; }
    [Inject] public required LiveFeed Feed { get; init; }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // Not earlier: prerendering has nobody who would stand up again.
        if (!firstRender) return;
        _subscription = Feed.Subscribe([LiveTopic.Onlookers(Id), LiveTopic.Case(Id)], () => InvokeAsync(ReadAsync));
        if (await Query.SitAsync(Id, CaseSpot.Reading, _leaving.Token) is not { } seat) return;
        if (_leaving.HasBegun)
        {
            seat.Dispose();
            return;
        }

        Seats.Add(_seat = seat);
        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        if (_leaving.HasBegun) return;
        _others = await Query.ReadAsync(Id, _leaving.Token);
        StateHasChanged();
    }

    public async ValueTask DisposeAsync()
    {
        if (_seat is not null) Seats.GiveUp(_seat);
        await _leaving.DisposeAsync();
        if (_subscription is not null) await _subscription.DisposeAsync();
    }
}
