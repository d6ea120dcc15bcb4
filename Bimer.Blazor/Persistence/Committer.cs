using Bimer.Blazor.Live;
using Bimer.Blazor.Persistence.Audit;
using Bimer.Blazor.Persistence.Outbox;
using Bimer.Blazor.Persistence.Search;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Persistence;

/// <summary>Who sent which command; <paramref name="Sender"/> is a person or a filing session, never a name.</summary>
public sealed record CommandStamp(CommandId Id, string Sender, UserId? Actor, string? Answer = null)
{
    public static CommandStamp Of(CommandId id, UserId actor) => new(id, "u" + actor.Value.ToString(System.Globalization.CultureInfo.InvariantCulture), actor);
}

/// <summary>How a commit ended.</summary>
public enum CommitResult
{
    Committed,

    /// <summary>The same command was committed before; nothing was written now.</summary>
    Repeated,

    /// <summary>Somebody else's change came first: load anew and ask the guards again.</summary>
    LostRace,

    /// <summary>The database cannot take it now; nothing was written.</summary>
    Busy,

    /// <summary>The disk takes nothing more; nothing was written.</summary>
    Full,
}

/// <summary>
/// The one way a change reaches the database: change, movements, what is searched, audit rows, outbox rows and the remembered command
/// in one transaction; after the commit and outside the gate the bell rings.
/// </summary>
public sealed class Committer(LiveFeed feed, BelowBells below, SearchIndex search, TimeProvider clock)
{
    public async Task<CommitResult> CommitAsync(BimerDbContext db, CommandStamp stamp, CancellationToken ct)
    {
        var happened = AddLedgerRows(db, stamp);
        var touched = TouchedBoxes.By(db);
        try
        {
            await SaveAsync(db, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return CommitResult.LostRace;
        }
        catch (DbUpdateException fault) when (fault.IsDuplicateKey())
        {
            return await WasDoneAsync(db, stamp, ct) ? CommitResult.Repeated : CommitResult.LostRace;
        }
        catch (Exception fault) when (fault.IsPassing())
        {
            return fault.IsFull() ? CommitResult.Full : CommitResult.Busy;
        }

        feed.Publish(happened.SelectMany(LiveTopics.TouchedBy).Concat(touched.Topics).Distinct());
        below.RingNow([.. happened.SelectMany(LiveTopics.NamedAnewAt)]);
        below.Ring(touched.Below);
        return CommitResult.Committed;
    }

    /// <summary>True when this sender's command was committed before.</summary>
    public static Task<bool> WasDoneAsync(BimerDbContext db, CommandStamp stamp, CancellationToken ct) =>
        db.RememberedCommands.AnyAsync(c => c.Id == stamp.Id && c.Sender == stamp.Sender, ct);

    private async Task SaveAsync(BimerDbContext db, CancellationToken ct)
    {
        // Collecting the events has just found every change; looking again, at each question of the tracker, would find nothing.
        (db.ChangeTracker.AutoDetectChangesEnabled, db.Database.AutoSavepointsEnabled) = (false, false);
        try
        {
            await WriteAsync(db, await search.FollowAsync(db, ct));
        }
        finally
        {
            (db.ChangeTracker.AutoDetectChangesEnabled, db.Database.AutoSavepointsEnabled) = (true, true);
        }
    }

    /// <summary>The answer must be known once asked: a reader who left does not stop the save half way.</summary>
    private static async Task WriteAsync(BimerDbContext db, IReadOnlyList<WordsAnew> anew)
    {
        await using var together = anew.Count == 0 ? null : await db.Database.BeginTransactionAsync(CancellationToken.None);
        await db.SaveChangesAsync(CancellationToken.None);
        foreach (var words in anew) await words.ApplyAsync(db);
        if (together is not null) await together.CommitAsync(CancellationToken.None);
    }

    private List<DomainEvent> AddLedgerRows(BimerDbContext db, CommandStamp stamp)
    {
        var happened = Collect(db);
        db.AddRange(happened.Select(e => AuditEntries.Of(e, stamp.Actor)));
        db.AddRange(happened.SelectMany(OutboxMessages.Of));
        db.Add(new RememberedCommand { Id = stamp.Id, Sender = stamp.Sender, At = clock.GetUtcNow(), Answer = stamp.Answer });
        return happened;
    }

    private static List<DomainEvent> Collect(BimerDbContext db)
    {
        var aggregates = db.ChangeTracker.Entries<Aggregate>().Select(entry => entry.Entity).ToList();
        List<DomainEvent> happened = [.. aggregates.SelectMany(aggregate => aggregate.Events)];
        aggregates.ForEach(aggregate => aggregate.ClearEvents());
        return happened;
    }
}
