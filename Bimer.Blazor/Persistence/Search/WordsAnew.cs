using Bimer.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Persistence.Search;

/// <summary>A case whose applicant was hidden or shown again, or that has other topics: what may be found of it is chosen anew, and at once.</summary>
/// <param name="Scope">Where it comes by the same change.</param>
/// <param name="IsOpen">Whether its applicant is open; what an open one has gained and is still due may be younger than these words, and stays.</param>
internal sealed record WordsAnew(CaseId CaseId, string Words, string Scope, bool IsOpen)
{
    /// <summary>
    /// Within the transaction of the change, after its save: that save has locked the case, so nobody takes in what was still due of it.
    /// Nobody finds from now on what is forgotten here. FTS5 keeps its bytes until pages are merged: a small index is merged at once, of a great
    /// one the rest by <see cref="SearchCatchUp.TidyAsync"/>. Its secure-delete, switched on for one change only, damages the index.
    /// </summary>
    public async Task ApplyAsync(BimerDbContext db)
    {
        var due = await db.DueWords.AsNoTracking().Where(d => d.CaseId == CaseId).ToListAsync();
        var ids = due.ConvertAll(d => d.Id);
        await db.DueWords.Where(d => ids.Contains(d.Id)).ExecuteDeleteAsync();
        var (words, scope) = (Together(due.Where(d => IsOpen && d.OnlyWhileOpen).Select(d => d.Words), Words), Together(due.Select(d => d.Scope), Scope));
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO case_words(case_id, words, scope) VALUES ({CaseId.Value}, {words}, {scope})
            ON CONFLICT (case_id) DO UPDATE SET words = excluded.words, scope = case_words.scope || ' ' || excluded.scope
            """);
        if (db.Database.IsSqlite()) await db.Database.ExecuteSqlAsync($"INSERT INTO case_search(case_search, rank) VALUES('merge', -200)");
    }

    private static string Together(IEnumerable<string> due, string chosen) => string.Join(' ', due.Append(chosen));
}
