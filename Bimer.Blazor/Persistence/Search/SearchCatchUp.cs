using System.Data.Common;
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

    /// <summary>Everything that was due when it was asked. What the database refuses of one case does not keep the others back.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        if (await db.DueWords.MaxAsync(d => (long?)d.Id, ct) is not { } last) return;
        (long after, DbException? refused) = (0, null);
        while (await NextAsync(db, after, last, ct) is [.., var (end, _)] rows)
        {
            after = end;   // what is refused, or changed by others at this moment, waits for the next time
            var cases = rows.Select(row => row.CaseId).Distinct().ToList();
            if (await WhyNotAsync(db, cases, ct) is null) continue;
            foreach (var one in cases) refused = await WhyNotAsync(db, [one], ct) ?? refused;
        }

        if (refused is not null) throw refused;
    }

    /// <summary>
    /// FTS5 keeps what it forgot until its pages are merged. Whoever hides an applicant begins that (<see cref="WordsAnew"/>); here it goes on,
    /// a few pages at a time. Asked with nothing to merge it writes nothing.
    /// </summary>
    public async Task TidyAsync(CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        if (!db.Database.IsSqlite()) return;
        await using var alone = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"INSERT INTO case_search(case_search, rank) VALUES('merge', 100)", ct);
        await alone.CommitAsync(ct);
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
        catch (DbException)
        {
            // It waits in its table, and the follower says so in the log.
        }

        return await dbFactory.CreateDbContextAsync(ct);
    }

    private static async Task<List<(long Id, CaseId CaseId)>> NextAsync(BimerDbContext db, long after, long last, CancellationToken ct) =>
        (await db.DueWords.Where(d => d.Id > after && d.Id <= last).OrderBy(d => d.Id).Take(RowsAtOnce).Select(d => new { d.Id, d.CaseId }).ToListAsync(ct))
        .ConvertAll(d => (d.Id, d.CaseId));

    /// <returns>Why the database refuses these.</returns>
    private static async Task<DbException?> WhyNotAsync(BimerDbContext db, List<CaseId> cases, CancellationToken ct)
    {
        try
        {
            await TakeInAsync(db, cases, ct);
            return null;
        }
        catch (DbException fault) when (!fault.IsPassing())
        {
            return fault;
        }
    }

    private static async Task TakeInAsync(BimerDbContext db, List<CaseId> cases, CancellationToken ct)
    {
        await using var together = await db.Database.BeginTransactionAsync(ct);
        var open = await OpenApplicantsAsync(db, cases, ct);
        var due = await DueAsync(db, [.. open.Keys], ct);
        // In one order everywhere: two servers that take in the same cases never wait for each other in a ring.
        foreach (var one in due.GroupBy(d => d.CaseId).OrderBy(d => d.Key)) await AppendAsync(db, one.Key, [.. one], open[one.Key], ct);
        var taken = due.ConvertAll(d => d.Id);
        await db.DueWords.Where(d => taken.Contains(d.Id)).ExecuteDeleteAsync(ct);
        await together.CommitAsync(ct);
    }

    /// <summary>On PostgreSQL several servers and searches take in at once; who comes second finds nothing left of what the first took.</summary>
    private static Task<List<DueWords>> DueAsync(BimerDbContext db, List<CaseId> cases, CancellationToken ct)
    {
        if (db.Database.IsSqlite()) return db.DueWords.AsNoTracking().Where(d => cases.Contains(d.CaseId)).OrderBy(d => d.Id).ToListAsync(ct);
        var ids = cases.ConvertAll(id => id.Value);
        return db.DueWords.FromSql($"SELECT * FROM due_words WHERE case_id = ANY ({ids}) ORDER BY id FOR UPDATE").AsNoTracking().ToListAsync(ct);
    }

    /// <summary>
    /// Which of these have an open applicant, none of them hidden before this ends. SQLite has one writer; on PostgreSQL a case that
    /// is being changed at this moment waits for the next round, so nobody waits for anybody in a ring.
    /// </summary>
    private static async Task<Dictionary<CaseId, bool>> OpenApplicantsAsync(BimerDbContext db, List<CaseId> cases, CancellationToken ct)
    {
        if (db.Database.IsSqlite()) return await db.Cases.Where(c => cases.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Concealment == IdentityConcealment.None, ct);
        // A server that is frozen here must not keep the clerks of these cases waiting.
        await db.Database.ExecuteSqlAsync($"SET LOCAL idle_in_transaction_session_timeout = '5s'; SET LOCAL lock_timeout = '1s'", ct);
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
