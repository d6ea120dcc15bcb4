using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Persistence.Search;

/// <summary>Takes in what the search has still to learn, many cases by one transaction.</summary>
public sealed class SearchCatchUp(IDbContextFactory<BimerDbContext> dbFactory, TimeProvider clock)
{
    /// <summary>So few that a clerk who waits for the writer does not feel it.</summary>
    private const int RowsAtOnce = 100;

    private static readonly TimeSpan _patience = TimeSpan.FromMilliseconds(250);

    /// <summary>Everything that was due when it was asked.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        if (await db.DueWords.MaxAsync(d => (long?)d.Id, ct) is not { } last) return;
        while (await TakeInAsync(db, last, ct))
        {
        }
    }

    /// <summary>
    /// The database for a search that comes after what was committed so far: whoever has just forwarded a case finds it. No search fails
    /// because the writer is busy or the disk full; it answers then by what was taken in already.
    /// </summary>
    public async Task<BimerDbContext> OpenAsync(CancellationToken ct)
    {
        using var patience = new CancellationTokenSource(_patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, patience.Token);
        try
        {
            await RunAsync(either.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // The follower goes on with it.
        }
        catch (Exception fault) when (fault.IsPassing())
        {
            // It waits in its table.
        }

        return await dbFactory.CreateDbContextAsync(ct);
    }

    /// <returns>Whether there may be more.</returns>
    private static async Task<bool> TakeInAsync(BimerDbContext db, long last, CancellationToken ct)
    {
        await using var together = await db.Database.BeginTransactionAsync(ct);
        var cases = await db.DueWords.Where(d => d.Id <= last).OrderBy(d => d.Id).Take(RowsAtOnce).Select(d => d.CaseId).Distinct().ToListAsync(ct);
        var open = await OpenAsync(db, cases, ct);
        var due = await db.DueWords.AsNoTracking().Where(d => open.Keys.Contains(d.CaseId)).OrderBy(d => d.Id).ToListAsync(ct);
        // In one order everywhere: two servers that take in the same cases never wait for each other in a ring.
        foreach (var one in due.GroupBy(d => d.CaseId).OrderBy(d => d.Key)) await AppendAsync(db, one.Key, [.. one], open[one.Key], ct);
        var taken = due.ConvertAll(d => d.Id);
        await db.DueWords.Where(d => taken.Contains(d.Id)).ExecuteDeleteAsync(ct);
        await together.CommitAsync(ct);
        return taken.Count > 0;
    }

    /// <summary>
    /// Which of these have an open applicant, none of them hidden before this ends. SQLite has one writer; on PostgreSQL a case that
    /// is being changed at this moment waits for the next round, so nobody waits for anybody in a ring.
    /// </summary>
    private static async Task<Dictionary<CaseId, bool>> OpenAsync(BimerDbContext db, List<CaseId> cases, CancellationToken ct)
    {
        if (db.Database.IsSqlite()) return await db.Cases.Where(c => cases.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Concealment == IdentityConcealment.None, ct);
        var (ids, none) = (cases.ConvertAll(id => id.Value), (int)IdentityConcealment.None);
        var states = await db.Database.SqlQuery<State>(
            $"SELECT id AS \"Id\", concealment = {none} AS \"IsOpen\" FROM cases WHERE id = ANY ({ids}) ORDER BY id FOR SHARE SKIP LOCKED").ToListAsync(ct);
        return states.ToDictionary(s => new CaseId(s.Id), s => s.IsOpen);
    }

    /// <summary>Added in the database, not here: nothing that came in between is lost.</summary>
    private static async Task AppendAsync(BimerDbContext db, CaseId id, IReadOnlyList<DueWords> due, bool isOpen, CancellationToken ct)
    {
        var (words, scope) = (Together(due.Where(d => isOpen || !d.OnlyWhileOpen).Select(d => d.Words)), Together(due.Select(d => d.Scope)));
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO case_words(case_id, words, scope) VALUES ({id.Value}, {words}, {scope})
            ON CONFLICT (case_id) DO UPDATE SET words = case_words.words || ' ' || excluded.words, scope = case_words.scope || ' ' || excluded.scope
            """, ct);
    }

    private static string Together(IEnumerable<string> parts) =>
        string.Join(' ', parts.SelectMany(part => part.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal));

    private sealed record State(long Id, bool IsOpen);
}
