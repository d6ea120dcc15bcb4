using System.Globalization;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Accounts;
using Bimer.Domain.Kernel;
using Bimer.Domain.Ports;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Settings;

/// <summary>How much of a case's page its text takes (okuma payı): each person's own, the same on every device; none is the usual share.</summary>
public sealed class CaseShare(IDbContextFactory<BimerDbContext> dbFactory, ICurrentActor currentActor)
{
    private const string Key = "case-share";

    /// <returns>In percent of the width; none for the usual share.</returns>
    public async Task<int?> ReadAsync(CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return null;
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var kept = await db.OfficerPreferences.Where(p => p.Officer == actor.UserId && p.Key == Key).Select(p => p.Value).SingleOrDefaultAsync(ct);
        return int.TryParse(kept, NumberStyles.None, CultureInfo.InvariantCulture, out var share) ? Within(share) : null;
    }

    /// <summary>Of two windows the later save stands.</summary>
    /// <param name="share">In percent; what is beyond <see cref="Shell.Parts.CaseDivider.Least"/> and <see cref="Shell.Parts.CaseDivider.Most"/> is kept as these. None goes back to the usual share.</param>
    /// <param name="ct">Of who asks.</param>
    public async Task<Outcome> KeepAsync(int? share, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return new Refusal.SignedOut();
        try
        {
            await using var db = await dbFactory.CreateDbContextAsync(ct);
            var kept = await db.OfficerPreferences.SingleOrDefaultAsync(p => p.Officer == actor.UserId && p.Key == Key, ct);
            if (kept is null) db.Add(kept = new OfficerPreference { Officer = actor.UserId, Key = Key });
            kept.Value = share is { } percent ? Within(percent).ToString(CultureInfo.InvariantCulture) : "";
            await db.SaveChangesAsync(CancellationToken.None);
            return Outcome.Accepted;
        }
        catch (Exception fault) when (fault is DbUpdateException || fault.IsPassing())
        {
            return new Refusal.ChangedMeanwhile();   // another window was first, or the database is busy; nothing of the work is lost
        }
    }

    private static int Within(int share) => Math.Clamp(share, Shell.Parts.CaseDivider.Least, Shell.Parts.CaseDivider.Most);
}
