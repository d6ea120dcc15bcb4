using System.Globalization;
using System.Security.Claims;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;

namespace Bimer.Blazor.Security.Sessions;

/// <summary>
/// The session a request or circuit came in with. A claim and no more: whether it still stands is asked of the database each time.
/// </summary>
public sealed class ClaimedSession
{
    /// <summary>The claim that holds the session's id.</summary>
    public const string IdClaim = "bimer:session";

    /// <summary>On somebody who is signed in no longer: why.</summary>
    public const string EndClaim = "bimer:session-end";

    public Guid? Id { get; private set; }

    public UserId? Officer { get; private set; }

    /// <summary>Who acts, as read when this request came in; none in a circuit and in a request that changes something.</summary>
    public Actor? AtTheDoor { get; private set; }

    /// <summary>The request only reads: for its short time the answer of its door is good enough.</summary>
    public void ReadAs(Actor actor) => AtTheDoor = actor;

    /// <summary>Takes the session over from an authenticated person; from anybody else, none.</summary>
    public void TakeFrom(ClaimsPrincipal person)
    {
        (Id, Officer, AtTheDoor) = (null, null, null);
        if (!Guid.TryParseExact(person.FindFirstValue(IdClaim), "N", out var id)) return;
        if (!int.TryParse(person.FindFirstValue(ClaimTypes.NameIdentifier), NumberStyles.None, CultureInfo.InvariantCulture, out var officer)) return;
        (Id, Officer) = (id, new UserId(officer));
    }
}
