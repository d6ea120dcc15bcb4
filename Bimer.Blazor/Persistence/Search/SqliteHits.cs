using Bimer.Domain.Kernel;
using Bimer.Domain.Searching;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Persistence.Search;

/// <summary>FTS5 walks the rows of all words and places at once, from the newest down, and stops when it has enough.</summary>
internal static class SqliteHits
{
    public static async Task<List<CaseId>> ReadAsync(
        BimerDbContext db, SearchText search, IReadOnlyList<string> scope, CaseId? before, int take, CancellationToken ct)
    {
        var (match, limit, most) = (MatchOf(search, scope), before?.Value ?? long.MaxValue, take);
        var ids = await db.Database.SqlQuery<long>(
            $"SELECT rowid AS \"Value\" FROM case_search WHERE case_search MATCH {match} AND rowid < {limit} ORDER BY rowid DESC LIMIT {most}").ToListAsync(ct);
        return [.. ids.Select(id => new CaseId(id))];
    }

    /// <summary>All words, and one place at least, in FTS5's language.</summary>
    public static string MatchOf(SearchText search, IReadOnlyList<string> scope) =>
        $"{string.Join(" AND ", search.Words.Select(Written))} AND ({string.Join(" OR ", scope.Select(word => $"\"{word}\""))})";

    // Letters and digits within quotes: nothing of FTS5's own language can stand there.
    private static string Written(SearchWord word) => word.IsExact ? $"\"{IndexKey.Of(word)}\"" : $"\"{IndexKey.Of(word)}\"*";
}
