using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Audit;
using Bimer.Blazor.Security.Sessions;
using Bimer.Domain.Kernel;
using Bimer.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Security.SigningIn;

/// <summary>What signing in needs to know of an account.</summary>
public sealed record SignInAccount(UserId Officer, string? PasswordHash, bool IsActive, bool HasRole);

/// <summary>Reads accounts and writes what came of each try: session, last sign-in and audit row in one save.</summary>
public sealed class SignInLedger(IDbContextFactory<BimerDbContext> dbFactory, SessionRegistry sessions, TimeProvider clock)
{
    public async Task<SignInAccount?> FindAsync(byte[] nationalIdHash, CancellationToken ct)
    {
        var today = IstanbulTime.LegalDay(clock.GetUtcNow());
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        return await db.OfficerAccounts.Where(a => a.NationalIdHash == nationalIdHash)
            .Select(a => new SignInAccount(
                a.Officer, a.PasswordHash, db.Officers.Any(o => o.Id == a.Officer && o.IsActive),
                db.RoleAssignments.Any(r => r.Officer == a.Officer && r.ValidFrom <= today && (r.ValidUntil == null || r.ValidUntil >= today))))
            .SingleOrDefaultAsync(ct);
    }

    /// <summary>The same single row whatever was wrong.</summary>
    public Task RecordRefusedAsync(SignInAccount? account, bool passwordFits, CancellationToken ct)
    {
        var why = account is null ? "unknown" : !passwordFits ? "password" : account.IsActive ? "no-role" : "disabled";
        return RecordAsync(PersonFacts.SignInRefused(account?.Officer, why, clock.GetUtcNow()), ct);
    }

    /// <summary>One row per window: a flood of tries must not become a flood of rows.</summary>
    public Task RecordSlowedAsync(Slowed slowed, CancellationToken ct) =>
        slowed.FirstOf is { } scope ? RecordAsync(PersonFacts.SignInSlowed(scope, clock.GetUtcNow()), ct) : Task.CompletedTask;

    /// <returns>The token for the cookie.</returns>
    public async Task<string> StartSessionAsync(SignInAccount account, string device, string? earlierToken, string? renewedHash, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (session, token) = sessions.Make(account.Officer, device);
        await using (var db = await dbFactory.CreateDbContextAsync(ct))
        {
            var row = await db.OfficerAccounts.SingleAsync(a => a.Officer == account.Officer, ct);
            row.LastSignInAt = now;
            // Of the very password that was tried: one set meanwhile stays.
            if (renewedHash is not null && string.Equals(row.PasswordHash, account.PasswordHash, StringComparison.Ordinal)) row.PasswordHash = renewedHash;
            db.Add(session);
            db.Add(PersonFacts.SignedIn(account.Officer, session.Id, now));
            await db.SaveChangesAsync(ct);
        }

        await sessions.EndAsync(earlierToken, SessionEnd.Replaced, ct);
        return token;
    }

    private async Task RecordAsync(AuditEntry fact, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        db.Add(fact);
        await db.SaveChangesAsync(ct);
    }
}
