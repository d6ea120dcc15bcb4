using Bimer.Blazor.Live;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Bimer.Blazor.Workspace;

/// <summary>
/// The seats of one circuit. A circuit is kept for minutes after its line was lost, so that it can come back; whoever sat behind it is gone
/// within seconds all the same.
/// </summary>
public sealed class Seats : CircuitHandler
{
    private readonly List<Presence.Seat> _taken = [];

    public void Add(Presence.Seat seat)
    {
        lock (_taken) _taken.Add(seat);
    }

    public void GiveUp(Presence.Seat seat)
    {
        lock (_taken) _taken.Remove(seat);
        seat.Dispose();
    }

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken) => ForEach(seat => seat.Leave());

    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken) => ForEach(seat => seat.Return());

    private Task ForEach(Action<Presence.Seat> act)
    {
        lock (_taken) _taken.ForEach(act);
        return Task.CompletedTask;
    }
}
