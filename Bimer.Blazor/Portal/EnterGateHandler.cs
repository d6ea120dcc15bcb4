using Bimer.Blazor.Persistence.Intake;
using Bimer.Blazor.Security;
using Bimer.Domain.Applicants;
using Bimer.Domain.Cases;
using Microsoft.Extensions.Options;

namespace Bimer.Blazor.Portal;

/// <summary>A person's answers at the gate, each of them well-formed (S4).</summary>
public sealed record EnterGate(bool ForTracking, NationalId NationalId, PersonName Name, MaidenNameHint Letters, MobileNumber Mobile);

/// <summary>Somebody asks for a case by its number; the phone must be the one it was filed with (S11).</summary>
public sealed record EnterByNumber(CaseNumber Number, MobileNumber Mobile);

/// <summary>Begins a visit and sends the code to the given phone, whatever the rest says: the register is not asked before the code came back.</summary>
public sealed class EnterGateHandler(VisitBook visits, GateCodes codes, VisitCookie cookie, IOptions<GateOptions> options, TimeProvider clock)
{
    public Task HandleAsync(EnterGate command, CancellationToken ct)
    {
        var ((first, second), places) = (command.Letters.Reveal(), command.Letters.Challenge);
        var claimed = new VisitIdentity
        {
            Mobile = command.Mobile.Reveal(), NationalId = command.NationalId.Reveal(),
            GivenName = command.Name.RevealGiven(), Surname = command.Name.RevealFamily(),
            Letters = new LettersGiven(places.First, places.Second, first, second),
        };
        return BeginAsync(new NewVisit(command.ForTracking ? FilingPurpose.Tracking : FilingPurpose.Filing, claimed, null, EndsAt), ct);
    }

    public Task HandleAsync(EnterByNumber command, CancellationToken ct) =>
        BeginAsync(new NewVisit(FilingPurpose.Tracking, new VisitIdentity { Mobile = command.Mobile.Reveal() }, command.Number.CaseId, EndsAt), ct);

    /// <summary>Another code for the visit that is already there; the older one is dead.</summary>
    public async Task ResendAsync(CancellationToken ct)
    {
        if (cookie.Token is { } token) await codes.SendAsync(token, CodeUse.Gate, cookie.Device, ct);
    }

    private DateTimeOffset EndsAt => clock.GetUtcNow() + options.Value.VisitLifetime;

    private async Task BeginAsync(NewVisit wanted, CancellationToken ct)
    {
        var token = await visits.OpenAsync(wanted, ct);
        cookie.Give(wanted.Purpose, token, options.Value.VisitLifetime);
        await codes.SendAsync(token, CodeUse.Gate, cookie.Device, ct);
    }
}
