using Bimer.Domain.Organisation;
using Bimer.Domain.Ports;

namespace Bimer.Blazor.Security.Sessions;

/// <summary>
/// Who acts, read from the database at every call: a circuit outlives its sign-in, so nothing learnt at its start is believed. A page
/// that is drawn within one request takes the answer this very request got at the door.
/// </summary>
public sealed class CurrentActor(ClaimedSession claimed, SessionDoor door, GatheredVisits gathered) : ICurrentActor
{
    public async ValueTask<Actor?> GetAsync(CancellationToken ct) =>
        claimed.AtTheDoor ?? await AskAsync(ct);

    public async ValueTask<Actor?> GetAfterBellAsync(CancellationToken ct) =>
        claimed.Id is { } id && await gathered.LookAsync(id, ct) is { State.Stands: true } visit ? visit.Actor : null;

    private async ValueTask<Actor?> AskAsync(CancellationToken ct) =>
        claimed.Id is { } id && await door.LookAsync(id, ct) is { State.Stands: true } visit ? visit.Actor : null;
}
