using System.Globalization;
using System.Security.Claims;
using Bimer.Domain.Kernel;

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

    /// <summary>Takes the session over from an authenticated person; from anybody else, none.</summary>
    public void TakeFrom(ClaimsPrincipal person)
    {
        (Id, Officer) = (null, null);
        if (!Guid.TryParseExact(person.FindFirstValue(IdClaim), "N", out var id)) return;
        if (!int.TryParse(person.FindFirstValue(ClaimTypes.NameIdentifier), NumberStyles.None, CultureInfo.InvariantCulture, out var officer)) return;
        (Id, Officer) = (id, new UserId(officer));
    }
}
