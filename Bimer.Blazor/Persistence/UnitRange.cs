using Bimer.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Persistence;

/// <summary>
/// Units by their ids, both ends included, that all lie within one superior: the closure of the tree once more, in runs, so that the database itself answers
/// for a whole span of an index at once instead of for each part in it.
/// </summary>
public sealed class UnitRange
{
    // A unit laid into the midst of a run, or moved out of one, would be counted where it is not: whoever changes the tree lays the runs anew in the same transaction.
    private const string Runs =
        """
        SELECT superior, min(below) AS "first", max(below) AS "last"
        FROM (SELECT k.superior, k.below, p.place - row_number() OVER (PARTITION BY k.superior ORDER BY k.below) AS run
              FROM unit_closure k JOIN (SELECT id, row_number() OVER (ORDER BY id) AS place FROM units) p ON p.id = k.below) runs
        GROUP BY superior, run
        """;

    private const string Stored = "SELECT superior, \"first\", \"last\" FROM unit_ranges";

    private const string Lay = "INSERT INTO unit_ranges (superior, \"first\", \"last\")\n" + Runs;

    private const string Strange =
        $"WITH laid AS ({Runs}) SELECT count(*) AS \"Value\" FROM (SELECT * FROM (SELECT * FROM laid EXCEPT {Stored}) missing UNION ALL SELECT * FROM ({Stored} EXCEPT SELECT * FROM laid) extra) strange";

    public UnitId Superior { get; init; }

    public UnitId First { get; init; }

    public UnitId Last { get; init; }

    /// <summary>Lays the runs anew from the closure as it stands.</summary>
    public static async Task LayAsync(BimerDbContext db, CancellationToken ct)
    {
        await db.Set<UnitRange>().ExecuteDeleteAsync(ct);
        await db.Database.ExecuteSqlRawAsync(Lay, ct);
    }

    /// <summary>How many runs are missing or stand there and should not: by each of them somebody sees what is not theirs, or not what is.</summary>
    public static async Task<long> StrangeAsync(BimerDbContext db, CancellationToken ct) => (await db.Database.SqlQueryRaw<long>(Strange).ToListAsync(ct))[0];
}
