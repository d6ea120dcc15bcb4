using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Intake;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Blazor.Security;
using Bimer.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Portal;

/// <summary>The visits in the database: found by the cookie's token alone, identity and draft sealed to their row.</summary>
public sealed class VisitBook(IDbContextFactory<BimerDbContext> dbFactory, Sealer sealer, TimeProvider clock)
{
    private const int MostRounds = 8;
    private static readonly SealPurpose IdentitySeal = new("visit-identity");

    /// <summary>Opens a visit and hands over the token for the cookie; the database keeps its hash.</summary>
    internal async Task<string> OpenAsync(NewVisit wanted, CancellationToken ct)
    {
        var (token, now, id) = (VisitCookie.NewToken(), clock.GetUtcNow(), Guid.NewGuid());
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        db.Add(new FilingSession
        {
            Id = id, TokenHash = VisitCookie.HashOf(token), Purpose = wanted.Purpose, Stage = wanted.Stage, StartedAt = now, EndsAt = wanted.EndsAt,
            SealedIdentity = Seal(IdentitySeal, wanted.Identity, VisitJson.Default.VisitIdentity, id),
            SealedDraft = wanted.Draft is { } draft ? Seal(SealPurpose.FilingDraft, draft, VisitJson.Default.FilingDraft, id) : null,
            Filing = new CommandId(Guid.NewGuid()), AskedCase = wanted.AskedCase,
        });
        await db.SaveChangesAsync(ct);
        return token;
    }

    /// <summary>The visit of this token, or null when there is none or its time is over.</summary>
    public async Task<Visit?> FindAsync(string? token, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        return await LoadAsync(db, token, ct);
    }

    /// <summary>Changes a visit; of two at once both changes are made, one after the other.</summary>
    /// <param name="change">Answers whether anything is to be saved; may run more than once.</param>
    public async Task<Visit?> ChangeAsync(string? token, Func<Visit, bool> change, CancellationToken ct)
    {
        for (var round = 0; ; round++)
        {
            await using var db = await dbFactory.CreateDbContextAsync(ct);
            if (await LoadAsync(db, token, ct) is not { } visit || !change(visit)) return null;
            Reseal(visit);
            try
            {
                await db.SaveChangesAsync(ct);
                return visit;
            }
            catch (DbUpdateConcurrencyException) when (round < MostRounds)
            {
                // Another request of the same visit was first: read what it left and change that.
            }
        }
    }

    /// <summary>From now on the token opens nothing; the draft goes with the next sweep.</summary>
    internal Task EndAsync(string token, CancellationToken ct) => ChangeAsync(token, visit =>
    {
        visit.Row.EndsAt = clock.GetUtcNow();
        return true;
    }, ct);

    internal async Task<Visit?> LoadAsync(BimerDbContext db, string? token, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(token)) return null;
        var (hash, now) = (VisitCookie.HashOf(token), clock.GetUtcNow());
        var row = await db.FilingSessions.SingleOrDefaultAsync(s => s.TokenHash == hash && s.EndsAt > now, ct);
        if (row is null) return null;

        var identity = Open(IdentitySeal, row.SealedIdentity, VisitJson.Default.VisitIdentity, row.Id);
        var draft = row.SealedDraft is { } sealedDraft ? Open(SealPurpose.FilingDraft, sealedDraft, VisitJson.Default.FilingDraft, row.Id) : new FilingDraft();
        return new Visit(row, identity, draft);
    }

    internal void Reseal(Visit visit)
    {
        visit.Row.SealedIdentity = Seal(IdentitySeal, visit.Identity, VisitJson.Default.VisitIdentity, visit.Id);
        visit.Row.SealedDraft = Seal(SealPurpose.FilingDraft, visit.Draft, VisitJson.Default.FilingDraft, visit.Id);
        visit.Row.Version++;
    }

    private byte[] Seal<T>(SealPurpose purpose, T value, JsonTypeInfo<T> shape, Guid visit) =>
        sealer.Seal(purpose, JsonSerializer.SerializeToUtf8Bytes(value, shape), visit.ToByteArray());

    private T Open<T>(SealPurpose purpose, byte[] sealedBytes, JsonTypeInfo<T> shape, Guid visit) =>
        JsonSerializer.Deserialize(sealer.Open(purpose, sealedBytes, visit.ToByteArray()), shape) ?? throw new BrokenSealException("A visit is empty.");
}

/// <summary>What a visit begins with.</summary>
internal sealed record NewVisit(FilingPurpose Purpose, VisitIdentity Identity, CaseId? AskedCase, DateTimeOffset EndsAt, GateStage Stage = GateStage.CodeSent)
{
    /// <summary>What is written already; none where a person begins.</summary>
    public FilingDraft? Draft { get; init; }
}
