using Bimer.Domain.Kernel;
using Bimer.Domain.Searching;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Persistence.Search;

/// <summary>
/// A GIN index knows no order: of a common word it would collect every case there is. So each case is also kept under the blocks of
/// numbers it lies in, and the newest blocks are asked first, the wider the fewer they hold.
/// </summary>
internal static class PostgresHits
{
    public static async Task<List<CaseId>> ReadAsync(
        BimerDbContext db, SearchText search, IReadOnlyList<string> scope, CaseId? before, int take, CancellationToken ct)
    {
        var asked = QueryOf(search, scope);
        var (found, below) = (new List<CaseId>(take), before?.Value ?? long.MaxValue);
        for (var step = 0; found.Count < take && await NewestAsync(db, below, ct) is { } newest; step++)
        {
            var blocks = Blocks.Of(step, newest);
            found.AddRange(await ReadAsync(db, $"{asked} & ({string.Join(" | ", blocks.Words().Select(Quoted))})", below, take - found.Count, ct));
            below = blocks.Lowest;
        }

        return found;
    }

    /// <summary>All words, and one place at least, as a tsquery.</summary>
    public static string QueryOf(SearchText search, IReadOnlyList<string> scope) =>
        $"{string.Join(" & ", search.Words.Select(word => Quoted(IndexKey.Of(word))))} & ({string.Join(" | ", scope.Select(Quoted))})";

    private static async Task<IEnumerable<CaseId>> ReadAsync(BimerDbContext db, string query, long below, int take, CancellationToken ct)
    {
        // The hits on their own first: asked for the newest few, the planner would rather walk along all cases.
        var ids = await db.Database.SqlQuery<long>(
            $"WITH hits AS MATERIALIZED (SELECT case_id FROM case_words WHERE tokens @@ {query}::tsquery) SELECT case_id AS \"Value\" FROM hits WHERE case_id < {below} ORDER BY case_id DESC LIMIT {take}")
            .ToListAsync(ct);
        return ids.Select(id => new CaseId(id));
    }

    private static async Task<long?> NewestAsync(BimerDbContext db, long below, CancellationToken ct) =>
        (await db.Database.SqlQuery<long>($"SELECT case_id AS \"Value\" FROM case_words WHERE case_id < {below} ORDER BY case_id DESC LIMIT 1").ToListAsync(ct)) is [var id] ? id : null;

    // Letters and digits within quotes: nothing of the query language can stand there.
    private static string Quoted(string word) => $"'{word}'";

    /// <summary>Some blocks of numbers side by side, all of one size.</summary>
    /// <param name="Sign">How words for blocks of this size begin; the function of the migration writes the same.</param>
    /// <param name="Bits">Their size as a power of two.</param>
    private readonly record struct Blocks(string Sign, int Bits, long First, long Last)
    {
        private const int AtFirst = 2;
        private const int Alike = 8;
        private const int Wider = 8;

        public long Lowest => First << Bits;

        /// <summary>The blocks that end with this number; each step goes further back than all before it.</summary>
        public static Blocks Of(int step, long newest) => step switch
        {
            0 => Few("_k", 10, newest),
            1 => Few("_l", 13, newest),
            _ => Many("_m", 16, newest, AtFirst * (long)Math.Pow(Wider, step - 2)),
        };

        public IEnumerable<string> Words()
        {
            for (var block = First; block <= Last; block++) yield return Sign + block.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        private static Blocks Few(string sign, int bits, long newest) => Many(sign, bits, newest, ((((newest >> bits) - 1) % Alike) + AtFirst));

        private static Blocks Many(string sign, int bits, long newest, long count) => new(sign, bits, (newest >> bits) - count + 1, newest >> bits);
    }
}
