using Bimer.Blazor.Persistence.Intake;
using Bimer.Blazor.Security;

namespace Bimer.Blazor.Portal.Filing;

/// <summary>A second petition of somebody whose first is filed: the same person and phone, no second code, until the same 24 hours end.</summary>
public sealed class NewPetitionHandler(VisitDoor door, VisitBook visits, VisitCookie cookie, TimeProvider clock)
{
    /// <returns>False when the visitor has to pass the gate first.</returns>
    public async Task<bool> HandleAsync(CancellationToken ct)
    {
        if (await door.VisitAsync(ct) is not { MayFile: true } visit) return false;
        if (visit.FiledCase is null) return true;

        var endsAt = visit.Row.EndsAt;
        var token = await visits.OpenAsync(new NewVisit(FilingPurpose.Filing, visit.Identity, null, endsAt, GateStage.Verified), ct);
        cookie.Give(FilingPurpose.Filing, token, endsAt - clock.GetUtcNow());
        return true;
    }
}
