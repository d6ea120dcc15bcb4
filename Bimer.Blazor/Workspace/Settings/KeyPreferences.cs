using System.Text.Json;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Accounts;
using Bimer.Blazor.Shell.Frame;
using Bimer.Domain.Kernel;
using Bimer.Domain.Ports;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Settings;

/// <summary>Keeps what somebody chose for their keyboard (U5, WCAG 2.1.4): each person's own, the same on every device.</summary>
public sealed class KeyPreferences(IDbContextFactory<BimerDbContext> dbFactory, ICurrentActor currentActor)
{
    private const string Key = "keys";

    public async Task<KeyChoice> ReadAsync(CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return KeyChoice.Usual;
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var kept = await db.OfficerPreferences.Where(p => p.Officer == actor.UserId && p.Key == Key).Select(p => p.Value).SingleOrDefaultAsync(ct);
        return kept is null ? KeyChoice.Usual : ChoiceOf(kept);
    }

    /// <summary>Of two windows the later save stands.</summary>
    /// <param name="choice">Sound, and without a problem.</param>
    /// <param name="ct">Of who asks.</param>
    public async Task<Outcome> KeepAsync(KeyChoice choice, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return new Refusal.SignedOut();
        try
        {
            await using var db = await dbFactory.CreateDbContextAsync(ct);
            var kept = await db.OfficerPreferences.SingleOrDefaultAsync(p => p.Officer == actor.UserId && p.Key == Key, ct);
            if (kept is null) db.Add(kept = new OfficerPreference { Officer = actor.UserId, Key = Key });
            kept.Value = JsonSerializer.Serialize(choice);
            await db.SaveChangesAsync(CancellationToken.None);
            return Outcome.Accepted;
        }
        catch (Exception fault) when (fault is DbUpdateException || fault.IsPassing())
        {
            return new Refusal.ChangedMeanwhile();   // another window was first, or the database is busy; nothing of the work is lost
        }
    }

    // Of another edition of the program a name may be unknown and a key be taken: what does not fit is left out, the table decides the rest.
    private static KeyChoice ChoiceOf(string kept)
    {
        try
        {
            return JsonSerializer.Deserialize<KeyChoice>(kept)?.Sound() ?? KeyChoice.Usual;
        }
        catch (JsonException)
        {
            return KeyChoice.Usual;
        }
    }
}
