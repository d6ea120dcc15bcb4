using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Accounts;
using Bimer.Blazor.Persistence.Connections;
using Bimer.Domain.Organisation;
using Bimer.Domain.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bimer.Blazor.Security.Sessions;

/// <summary>A session as it stands now, and who acts under it.</summary>
/// <param name="Actor">None once the session is over.</param>
/// <param name="LookedAt">The instant the state is true for.</param>
public sealed record Visit(OfficerSession Session, SessionState State, Actor? Actor, DateTimeOffset LookedAt)
{
    /// <summary>When the session ends if nothing is done.</summary>
    public DateTimeOffset StandsUntil => LookedAt + State.Left;
}

/// <summary>Asks the database, in one query, whether a session stands, the person is active and which roles are valid today.</summary>
public sealed partial class SessionDoor(
    IDbContextFactory<BimerDbContext> dbFactory, IOptions<SessionLimits> options, TimeProvider clock, ILogger<SessionDoor> logger)
{
    private static readonly KeptQuery<byte[], RoleOfSession> _byToken = new((db, day, hash) => RolesOf(db, db.OfficerSessions.Where(s => s.TokenHash == hash.Value), day));
    private static readonly KeptQuery<Guid, RoleOfSession> _byId = new((db, day, id) => RolesOf(db, db.OfficerSessions.Where(s => s.Id == id.Value), day));

    /// <summary>How long before its end a session warns.</summary>
    public TimeSpan Warning => options.Value.Warning;

    public async ValueTask<Visit?> LookAsync(string? token, CancellationToken ct) =>
        SessionToken.HashOf(token) is { } hash ? await LookAsync(_byToken, hash, ct) : null;

    public async ValueTask<Visit?> LookAsync(Guid session, CancellationToken ct) => await LookAsync(_byId, session, ct);

    /// <summary>Many at once, by one query; a session that is not there has no answer.</summary>
    public async Task<IReadOnlyDictionary<Guid, Visit>> LookAsync(IReadOnlyCollection<Guid> sessions, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var rows = await RolesOf(db, db.OfficerSessions.Where(s => sessions.Contains(s.Id)), NobodyOn(IstanbulTime.LegalDay(now))).ToListAsync(ct);
        return rows.GroupBy(r => r.Session.Id).ToDictionary(r => r.Key, r => VisitOf([.. r], now));
    }

    /// <summary>Waits on the clock that sessions are measured by; an instant already past does not wait.</summary>
    public Task WaitUntilAsync(DateTimeOffset instant, CancellationToken ct)
    {
        var left = instant - clock.GetUtcNow();
        return left > TimeSpan.Zero ? Task.Delay(left, clock, ct) : Task.CompletedTask;
    }

    /// <summary>The instant that comes after a time.</summary>
    public DateTimeOffset After(TimeSpan time) => clock.GetUtcNow() + time;

    /// <summary>A screen could not find out whether its session stands; it asks again and tells no more until it knew once.</summary>
    public void TellNotLooked(Guid session, Exception fault) => LogNotLooked(logger, fault, session);

    private async Task<Visit?> LookAsync<TKey>(KeptQuery<TKey, RoleOfSession> which, TKey key, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var rows = await which.Read(db, NobodyOn(IstanbulTime.LegalDay(now)), key).ToListAsync(ct);
        return rows.Count == 0 ? null : VisitOf(rows, now);
    }

    private Visit VisitOf(List<RoleOfSession> rows, DateTimeOffset now)
    {
        var session = rows[0].Session;
        var roles = rows.Where(r => r.Role is not null).Select(r => new RoleOn(r.Role!.Role, r.Role.Unit)).ToList();
        var state = SessionState.Of(session, options.Value, now);
        if (state.Stands && roles.Count == 0) state = new(SessionEnd.AccountChanged, TimeSpan.Zero);
        return new Visit(session, state, state.Stands ? new Actor(session.Officer, roles, IstanbulTime.LegalDay(now)) : null, now);
    }

    /// <summary>One row per valid role; one without a role when the person is disabled or has none.</summary>
    private static IQueryable<RoleOfSession> RolesOf(BimerDbContext db, IQueryable<OfficerSession> sessions, Actor day) =>
        sessions.AsNoTracking().LeftJoin(
            db.RoleAssignments.AsNoTracking().Where(r => r.ValidFrom <= day.On && (r.ValidUntil == null || r.ValidUntil >= day.On)
                && db.Officers.Any(o => o.Id == r.Officer && o.IsActive)),
            session => session.Officer, role => role.Officer, (session, role) => new RoleOfSession(session, role));

    // Who acts is what is being found out: only the day is known.
    private static Actor NobodyOn(DateOnly today) => new(default, [], today);

    private sealed record RoleOfSession(OfficerSession Session, RoleAssignment? Role);

    [LoggerMessage(EventId = 1303, Level = LogLevel.Warning, Message = "Session {Session} could not be looked at; its screen stays and asks again")]
    private static partial void LogNotLooked(ILogger logger, Exception fault, Guid session);
}
