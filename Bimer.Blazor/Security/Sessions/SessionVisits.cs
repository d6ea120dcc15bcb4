using System.Security.Claims;

namespace Bimer.Blazor.Security.Sessions;

/// <param name="Person">None when the session is over.</param>
/// <param name="End">Why it is over.</param>
internal sealed record Entry(ClaimsPrincipal? Person, string? End);

/// <summary>A request comes in with its cookie: is the session standing, who is it, and does it count as activity?</summary>
internal sealed class SessionVisits(SessionDoor door, SessionRegistry registry, SessionPerson person, ClaimedSession claimed)
{
    public async Task<Entry?> EnterAsync(HttpRequest request, CancellationToken ct)
    {
        if (await door.LookAsync(SessionCookie.Read(request), ct) is not { } visit) return null;
        if (visit.Actor is not { } actor) return new Entry(null, visit.State.End);
        if (Navigation.IsActivity(request)) await registry.TouchAsync(visit.Session, ct);
        var principal = await person.OfAsync(visit.Session, actor, SessionScheme.Name, ct);
        claimed.TakeFrom(principal);
        if (HttpMethods.IsGet(request.Method)) claimed.ReadAs(actor);
        return new Entry(principal, null);
    }
}
