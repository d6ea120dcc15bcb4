using Bimer.Blazor.Live;
using Bimer.Blazor.Shell.Parts;
using Bimer.Domain.Kernel;
using Microsoft.AspNetCore.Components;

namespace Bimer.Blazor.Workspace;

/// <summary>Sits down before the case of a desk while it is open (U17), so that a colleague on the case page sees that somebody is at work. Shows nothing.</summary>
public sealed class Seated : ComponentBase, IAsyncDisposable
{
    private readonly Leaving _leaving = new();
    private Presence.Seat? _seat;

    /// <summary>Of one case only: another case is another component.</summary>
    [Parameter, EditorRequired] public CaseId Id { get; set; }

    [Parameter, EditorRequired] public CaseSpot At { get; set; }

    [Inject] public required OnlookersQuery Query { get; init; }
    [Inject] public required Seats Seats { get; init; }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // Not earlier: prerendering has nobody who would stand up again.
        if (!firstRender || await Query.SitAsync(Id, At, _leaving.Token) is not { } seat) return;
        if (_leaving.HasBegun) seat.Dispose();
        else Seats.Add(_seat = seat);
    }

    public async ValueTask DisposeAsync()
    {
        if (_seat is not null) Seats.GiveUp(_seat);
        await _leaving.DisposeAsync();
    }
}
