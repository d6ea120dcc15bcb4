using Bimer.Blazor.Live;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Accounts;
using Bimer.Blazor.Persistence.Audit;
using Bimer.Domain.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bimer.Blazor.Security.Sessions;

/// <summary>
/// The signed-in browsers (oturumlar). A session is a row: ending the row ends every request and every open screen of it, because
/// each asks the row again and the bell of the person rings.
/// </summary>
public sealed class SessionRegistry(
    IDbContextFactory<BimerDbContext> dbFactory, WriteGate gate, LiveFeed feed, IOptions<SessionLimits> options, TimeProvider clock)
{
    /// <summary>Activity is written at most this often; a session may end that much early, never late.</summary>
    private static readonly TimeSpan Grain = TimeSpan.FromSeconds(20);

    /// <summary>A session to add with the sign-in's own save; the token is for the cookie and is nowhere else.</summary>
    public (OfficerSession Session, string Token) Make(UserId officer, string device)
    {
        var now = clock.GetUtcNow();
        var (token, hash) = SessionToken.Make();
        var session = new OfficerSession
        {
            Id = Guid.NewGuid(), TokenHash = hash, Officer = officer, Device = device,
            StartedAt = now, LastActiveAt = now, EndsAt = now + options.Value.Longest,
        };
        return (session, token);
    }

    private SessionState StateOf(OfficerSession session) => SessionState.Of(session, options.Value, clock.GetUtcNow());

    /// <summary>The person's standing sessions, the latest first.</summary>
    public async Task<IReadOnlyList<OfficerSession>> StandingAsync(UserId officer, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var open = await db.OfficerSessions.AsNoTracking().Where(s => s.Officer == officer && s.EndedAt == null).ToListAsync(ct);
        return [.. open.Where(s => StateOf(s).Stands).OrderByDescending(s => s.LastActiveAt)];
    }

    /// <summary>Records activity. A session that is over stays over.</summary>
    public async Task TouchAsync(OfficerSession session, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (now - session.LastActiveAt < Grain || !StateOf(session).Stands) return;
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        using var turn = await gate.EnterAsync(ct);
        await db.OfficerSessions.Where(s => s.Id == session.Id && s.EndedAt == null)
            .ExecuteUpdateAsync(row => row.SetProperty(s => s.LastActiveAt, now), ct);
    }

    /// <summary>Ends the session a browser came with, whoever's it is.</summary>
    public async Task EndAsync(string? token, string why, CancellationToken ct)
    {
        if (SessionToken.HashOf(token) is not { } hash) return;
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var session = await db.OfficerSessions.AsNoTracking().SingleOrDefaultAsync(s => s.TokenHash == hash && s.EndedAt == null, ct);
        if (session is not null) await EndAsync(session.Officer, session.Id, why, ct);
    }

    /// <summary>Ends one session; does nothing when it was over already.</summary>
    public Task EndAsync(UserId officer, Guid session, string why, CancellationToken ct) => EndAsync(officer, s => s.Id == session, why, ct);

    /// <summary>Ends every session of the person, apart from one that may stay: other browsers, a changed password or role, a disabled account.</summary>
    public Task EndAllAsync(UserId officer, string why, CancellationToken ct, Guid? except = null) => EndAsync(officer, s => s.Id != except, why, ct);

    private async Task EndAsync(UserId officer, Func<OfficerSession, bool> which, string why, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var open = await db.OfficerSessions.Where(s => s.Officer == officer && s.EndedAt == null).ToListAsync(ct);
        foreach (var session in open.Where(which))
        {
            (session.EndedAt, session.EndedWhy) = (now, why);
            db.Add(PersonFacts.SessionEnded(officer, session.Id, why, now));
        }

        await db.SaveChangesAsync(ct);
        feed.Publish(LiveTopic.Person(officer));
    }
}
