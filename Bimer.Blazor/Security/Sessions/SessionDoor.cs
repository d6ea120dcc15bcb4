using System.Linq.Expressions;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Accounts;
using Bimer.Domain.Organisation;
using Bimer.Domain.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bimer.Blazor.Security.Sessions;

/// <summary>A session as it stands now, and who acts under it.</summary>
/// <param name="Actor">None once the session is over.</param>
public sealed record Visit(OfficerSession Session, SessionState State, Actor? Actor);

/// <summary>Asks the database, in one query, whether a session stands, the person is active and which roles are valid today.</summary>
public sealed class SessionDoor(IDbContextFactory<BimerDbContext> dbFactory, IOptions<SessionLimits> options, TimeProvider clock)
{
    /// <summary>How long before its end a session warns.</summary>
    public TimeSpan Warning => options.Value.Warning;

    public async ValueTask<Visit?> LookAsync(string? token, CancellationToken ct) =>
        SessionToken.HashOf(token) is { } hash ? await LookAsync(s => s.TokenHash == hash, ct) : null;

    public async ValueTask<Visit?> LookAsync(Guid session, CancellationToken ct) => await LookAsync(s => s.Id == session, ct);

    /// <summary>Waits on the clock that sessions are measured by.</summary>
    public Task WaitAsync(TimeSpan time, CancellationToken ct) => Task.Delay(time, clock, ct);

    private async Task<Visit?> LookAsync(Expression<Func<OfficerSession, bool>> which, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var today = IstanbulTime.LegalDay(now);
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var rows = await RolesOf(db, which, today).ToListAsync(ct);
        if (rows.Count == 0) return null;

        var session = rows[0].Session;
        var roles = rows.Where(r => r.Role is not null).Select(r => new RoleOn(r.Role!.Role, r.Role.Unit)).ToList();
        var state = SessionState.Of(session, options.Value, now);
        if (state.Stands && roles.Count == 0) state = new(SessionEnd.AccountChanged, TimeSpan.Zero);
        return new Visit(session, state, state.Stands ? new Actor(session.Officer, roles, today) : null);
    }

    /// <summary>One row per valid role; one without a role when the person is disabled or has none.</summary>
    private static IQueryable<RoleOfSession> RolesOf(BimerDbContext db, Expression<Func<OfficerSession, bool>> which, DateOnly today) =>
        db.OfficerSessions.AsNoTracking().Where(which).LeftJoin(
            db.RoleAssignments.AsNoTracking().Where(r => r.ValidFrom <= today && (r.ValidUntil == null || r.ValidUntil >= today)
                && db.Officers.Any(o => o.Id == r.Officer && o.IsActive)),
            session => session.Officer, role => role.Officer, (session, role) => new RoleOfSession(session, role));

    private sealed record RoleOfSession(OfficerSession Session, RoleAssignment? Role);
}
