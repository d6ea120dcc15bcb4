using Bimer.Blazor.Persistence;
using Bimer.Domain.Organisation;
using Bimer.Domain.Ports;

namespace Bimer.Blazor.Workspace;

/// <summary>Who decides about days: the table counts for every institution, so whoever manages BİMER Merkezi (Yönetici) alone.</summary>
public sealed class HolidayRights(ICurrentActor currentActor, UnitDirectory units)
{
    public ValueTask<Actor?> ActorAsync(CancellationToken ct) => currentActor.GetAsync(ct);

    public bool MayRule(Actor actor) => actor.Is(OfficerRole.Executive, units.Centre.Id);
}
