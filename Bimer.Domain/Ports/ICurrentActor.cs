using Bimer.Domain.Organisation;

namespace Bimer.Domain.Ports;

/// <summary>
/// Who acts in this circuit or request, read anew at every call: the session row and the roles as they stand now. A test seam:
/// handlers are tried without a browser.
/// </summary>
public interface ICurrentActor
{
    /// <summary>None when the session ended, the account was disabled or no role is left.</summary>
    ValueTask<Actor?> GetAsync(CancellationToken ct);

    /// <summary>The same for a screen that a bell has woken along with many others: it may wait a moment so that one question serves all of them.</summary>
    ValueTask<Actor?> GetAfterBellAsync(CancellationToken ct);
}
