using Bimer.Blazor.Persistence.Intake;
using Bimer.Blazor.Security;
using Microsoft.Extensions.Options;

namespace Bimer.Blazor.Portal.Filing;

/// <summary>Whether another petition was begun.</summary>
public enum NewPetition
{
    Begun = 1,

    /// <summary>The visitor has to pass the gate first.</summary>
    GateNeeded = 2,

    /// <summary>This person has begun as many without a new code as one may in a day.</summary>
    TooMany = 3,
}

/// <summary>
/// A second petition of somebody whose first is filed: the same person and phone, no second code, until the same 24 hours end. Codes are
/// counted at the gate; what comes without one is counted here, before anything is typed that could be lost.
/// </summary>
public sealed class NewPetitionHandler(VisitDoor door, VisitCookie cookie, VisitBook visits, FurtherPetitions further, TimeProvider clock)
{
    public async Task<NewPetition> HandleAsync(CancellationToken ct)
    {
        if (await door.VisitAsync(ct) is not { MayFile: true } visit) return NewPetition.GateNeeded;
        if (visit.FiledCase is null) return NewPetition.Begun;
        if (!await further.AllowAsync(visit, ct)) return NewPetition.TooMany;

        var endsAt = visit.Row.EndsAt;
        var token = await visits.OpenAsync(new NewVisit(FilingPurpose.Filing, visit.Identity, null, endsAt, GateStage.Verified), ct);
        cookie.Give(FilingPurpose.Filing, token, endsAt - clock.GetUtcNow());
        return NewPetition.Begun;
    }
}

/// <summary>How many petitions one person begins without a new code.</summary>
public sealed class FurtherPetitions(Throttle throttle, IOptions<GateOptions> options)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Counts this one and says whether it may be begun; the limit's own count still may.</summary>
    public async Task<bool> AllowAsync(Visit visit, CancellationToken ct)
    {
        var counts = await throttle.CountAsync([new ThrottleKey("further-petition", visit.Identity.NationalId ?? visit.Identity.Mobile)], Day, ct);
        return counts[0] <= options.Value.FurtherPetitions;
    }
}
