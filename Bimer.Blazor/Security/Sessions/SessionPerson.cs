using System.Globalization;
using System.Security.Claims;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Accounts;
using Bimer.Blazor.Shell.Frame;
using Bimer.Domain.Organisation;
using Bimer.Domain.Ports;

namespace Bimer.Blazor.Security.Sessions;

/// <summary>A session as claims: for names in the frame and for courtesy checks. Rights are read anew by <see cref="ICurrentActor"/>.</summary>
internal sealed class SessionPerson(OfficerDirectory officers, UnitDirectory units)
{
    public async Task<ClaimsPrincipal> OfAsync(OfficerSession session, Actor actor, string scheme, CancellationToken ct)
    {
        var unit = actor.Roles.OrderBy(r => r.Role).First().Unit;
        List<Claim> claims =
        [
            new(ClaimTypes.NameIdentifier, session.Officer.Value.ToString(CultureInfo.InvariantCulture)),
            new(ClaimTypes.Name, await officers.NameOfAsync(session.Officer, ct)),
            new(ClaimedSession.IdClaim, session.Id.ToString("N")),
            new(WorkspaceLayout.UnitNameClaim, units.NameOf(unit)),
            .. actor.Roles.Select(r => r.Role).Distinct().Select(role => new Claim(ClaimTypes.Role, role.ToString())),
        ];
        return new ClaimsPrincipal(new ClaimsIdentity(claims, scheme));
    }
}
