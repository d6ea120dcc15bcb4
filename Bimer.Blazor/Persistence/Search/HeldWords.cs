using Bimer.Domain.Kernel;
using Bimer.Domain.Searching;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Persistence.Search;

/// <summary>The index as part of another question, for lists that are narrowed by words.</summary>
internal static class HeldWords
{
    /// <summary>Cases that hold all words and have been at one of these places. It gives no right: whoever asks goes on from what is visible.</summary>
    /// <param name="scope">See <see cref="SearchScope"/>; one at least.</param>
    public static IQueryable<CaseId> HoldingAll(this BimerDbContext db, SearchText search, IReadOnlyList<string> scope)
    {
        var isSqlite = db.Database.IsSqlite();
        var asked = isSqlite ? SqliteHits.MatchOf(search, scope) : PostgresHits.QueryOf(search, scope);
        var rows = isSqlite
            ? db.CaseWords.FromSql($"SELECT rowid AS case_id, '' AS words, '' AS scope FROM case_search WHERE case_search MATCH {asked}")
            : db.CaseWords.FromSql($"SELECT case_id, words, scope FROM case_words WHERE tokens @@ {asked}::tsquery");
        return rows.Select(row => row.CaseId);
    }
}
