using Bimer.Blazor.Persistence.Accounts;

namespace Bimer.Blazor.Security.Sessions;

/// <summary>How long a session still stands.</summary>
/// <param name="End">Why it is over; none while it stands.</param>
/// <param name="Left">Until it ends if nothing is done; zero when it is over.</param>
/// <param name="IsFinal">It ends by its longest time, which activity does not move.</param>
public readonly record struct SessionState(string? End, TimeSpan Left, bool IsFinal = false)
{
    public bool Stands => End is null;

    /// <summary>Idle and longest time are excluded: at the very instant the session is over.</summary>
    public static SessionState Of(OfficerSession session, SessionLimits options, DateTimeOffset now)
    {
        if (session.EndedAt is not null) return new(session.EndedWhy ?? SessionEnd.SignedOut, TimeSpan.Zero);
        if (now >= session.EndsAt) return new(SessionEnd.Expired, TimeSpan.Zero);
        var idleEnd = session.LastActiveAt + options.Idle;
        if (now >= idleEnd) return new(SessionEnd.Idle, TimeSpan.Zero);
        return idleEnd < session.EndsAt ? new(null, idleEnd - now) : new(null, session.EndsAt - now, IsFinal: true);
    }
}
