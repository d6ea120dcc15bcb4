using System.Text.Json;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Accounts;
using Bimer.Blazor.Workspace.Inbox.Sorting;
using Bimer.Domain.Kernel;
using Bimer.Domain.Ports;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Inbox.Filtering;

/// <summary>Keeps what somebody chose for their boxes (S22, S23): each person's own, the same on every device.</summary>
public sealed class BoxPreferences(IDbContextFactory<BimerDbContext> dbFactory, ICurrentActor currentActor)
{
    private const string Key = "boxes";

    public async Task<BoxChoices> ReadAsync(CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return BoxChoices.Usual;
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var kept = await db.OfficerPreferences.Where(p => p.Officer == actor.UserId && p.Key == Key).Select(p => p.Value).SingleOrDefaultAsync(ct);
        return kept is null ? BoxChoices.Usual : ChoicesOf(kept);
    }

    /// <summary>Of two windows the later save stands.</summary>
    public Task<Outcome> KeepAsync(BoxChoices choices, CancellationToken ct) => ChangeAsync(_ => choices, ct);

    /// <summary>The order of one box, everything else as it is kept: another window may have chosen since.</summary>
    public Task<Outcome> KeepOrderAsync(Box box, BoxOrder order, CancellationToken ct) => ChangeAsync(kept => kept.With(box, order), ct);

    private async Task<Outcome> ChangeAsync(Func<BoxChoices, BoxChoices> change, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return new Refusal.SignedOut();
        try
        {
            await using var db = await dbFactory.CreateDbContextAsync(ct);
            var kept = await db.OfficerPreferences.SingleOrDefaultAsync(p => p.Officer == actor.UserId && p.Key == Key, ct);
            if (kept is null) db.Add(kept = new OfficerPreference { Officer = actor.UserId, Key = Key });
            kept.Value = JsonSerializer.Serialize(change(kept.Value.Length == 0 ? BoxChoices.Usual : ChoicesOf(kept.Value)).Sound());
            await db.SaveChangesAsync(CancellationToken.None);
            return Outcome.Accepted;
        }
        catch (Exception fault) when (fault is DbUpdateException || fault.IsPassing())
        {
            return new Refusal.ChangedMeanwhile();   // another window was first, or the database is busy; nothing of the work is lost
        }
    }

    private static BoxChoices ChoicesOf(string kept)
    {
        try
        {
            return JsonSerializer.Deserialize<BoxChoices>(kept)?.Sound() ?? BoxChoices.Usual;
        }
        catch (JsonException)
        {
            return BoxChoices.Usual;   // of another edition of the program
        }
    }
}
