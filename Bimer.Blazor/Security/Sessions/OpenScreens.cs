using System.Collections.Concurrent;
using Bimer.Domain.Kernel;
using Microsoft.Extensions.Options;

namespace Bimer.Blazor.Security.Sessions;

/// <summary>How many screens each person has open on this server: a forgotten tab costs memory that others need.</summary>
public sealed class OpenScreens(IOptions<SessionLimits> options)
{
    private readonly ConcurrentDictionary<UserId, int> _open = new();

    /// <summary>All screens of all people.</summary>
    public int Total => _open.Values.Sum();

    /// <summary>False when it is one too many; it is counted all the same until it leaves.</summary>
    public bool Enter(UserId officer) => _open.AddOrUpdate(officer, 1, (_, count) => count + 1) <= options.Value.CircuitsPerPerson;

    public void Leave(UserId officer)
    {
        var left = _open.AddOrUpdate(officer, 0, (_, count) => count - 1);
        if (left <= 0) _open.TryRemove(KeyValuePair.Create(officer, left));
    }
}
