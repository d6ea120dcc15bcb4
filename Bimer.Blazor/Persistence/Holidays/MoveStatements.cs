using System.Text.Json;
using Bimer.Blazor.Persistence.Connections;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Persistence.Holidays;

/// <summary>
/// Writes what becomes of some sets of cases, all sets by the same statement: a line of history with the old date and the days that made it, the
/// places of the open parts in their boxes and of the letters before an approver, the case. By nobody, for nobody acted on the case.
/// </summary>
internal static class MoveStatements
{
    /// <summary>Holds the index pages of one batch: what does not fit is written before the end, and again at it.</summary>
    private const string GreatCache = "PRAGMA cache_size=-262144;";

    private const string SqliteSpans =
        """
        WITH span AS MATERIALIZED (
            SELECT value ->> 'days' AS days, value ->> 'basis' AS basis, value ->> 'received' AS received, value ->> 'due' AS due, value ->> 'ends' AS ends, value ->> 'new_days' AS new_days,
                   value ->> 'new_due' AS new_due, value ->> 'new_ends' AS new_ends, value ->> 'new_legal' AS new_legal, value ->> 'delta' AS delta, value ->> 'step' AS step, value ->> 'told' AS told
            FROM json_each({0}))

        """;

    private const string PostgresSpans =
        """
        WITH span AS MATERIALIZED (
            SELECT * FROM json_to_recordset(CAST({0} AS json)) AS s(
                days text, basis int, received date, due date, ends bigint, new_days text, new_due date, new_ends bigint, new_legal date, delta bigint, step int, told text))
        """;

    // A case that changed since its set was read has other days, or is closed: it is no longer of the set.
    private const string OfTheSet =
        "c.id BETWEEN {1} AND {2} AND c.closed_at IS NULL AND s.basis = c.basis AND s.received = c.received_on AND s.due = c.due_on AND s.ends = c.due_ends_at AND s.days = COALESCE(c.ledger, '')";

    private const string History = "INSERT INTO case_movements (case_id, sequence, kind, at, change) ";

    private const string TheCase =
        "UPDATE cases AS c SET due_on = s.new_due, due_ends_at = s.new_ends, legal_due_on = s.new_legal, ledger = s.new_days, movement_count = c.movement_count + s.step, version = c.version + 1 FROM span AS s WHERE "
        + OfTheSet;

    // Nested, lest SQLite begin with every part that is open anywhere.
    private const string Moving = "(SELECT c.id, s.delta FROM cases AS c CROSS JOIN span AS s WHERE " + OfTheSet + " AND s.delta <> 0) AS m";

    private const string SqliteHistory =
        SqliteSpans + History + "SELECT c.id, c.movement_count + 1, {3}, {4}, s.told FROM cases AS c CROSS JOIN span AS s WHERE " + OfTheSet + " AND s.step <> 0";

    private const string SqliteParts =
        SqliteSpans + "UPDATE case_routings AS p SET rank = p.rank + m.delta FROM " + Moving + " WHERE p.case_id = m.id AND +p.ended_at IS NULL";

    private const string SqliteLetters =
        SqliteSpans + "UPDATE case_replies AS p SET rank = p.rank + m.delta FROM " + Moving + " WHERE p.case_id = m.id AND +p.status = {3}";

    private const string SqliteCases = SqliteSpans + TheCase;

    /// <summary>One statement: what it reads of the cases it has just written is their new count of movements.</summary>
    private const string PostgresAll =
        PostgresSpans + ", moved AS (" + TheCase + " RETURNING c.id, c.movement_count, s.delta, s.step, s.told), "
        + "parts AS (UPDATE case_routings AS p SET rank = p.rank + m.delta FROM moved AS m WHERE p.case_id = m.id AND p.case_id BETWEEN {1} AND {2} AND p.ended_at IS NULL AND m.delta <> 0), "
        + "letters AS (UPDATE case_replies AS p SET rank = p.rank + m.delta FROM moved AS m WHERE p.case_id = m.id AND p.case_id BETWEEN {1} AND {2} AND p.status = {5} AND m.delta <> 0) "
        + History + "SELECT m.id, m.movement_count, {3}, {4}, m.told FROM moved AS m WHERE m.step <> 0";

    /// <param name="range">The first and the last case that is looked at, both included.</param>
    /// <returns>How many got another last day.</returns>
    public static async Task<int> RunAsync(BimerDbContext db, IReadOnlyList<SpanMove> moves, (CaseId First, CaseId Last) range, RuledHoliday ruled, CancellationToken ct)
    {
        var spans = JsonSerializer.Serialize([.. moves.Select(move => move.Row(ruled.Day))], SpanRowJson.Default.SpanRowArray);
        var (first, last, kind, at, awaiting) = (range.First.Value, range.Last.Value, (int)MovementKind.DueMoved, ruled.At.UtcTicks, (int)ReplyStatus.AwaitingApproval);
        if (db is PostgresDb) return await db.Database.ExecuteSqlRawAsync(PostgresAll, [spans, first, last, kind, at, awaiting], ct);
        await db.Database.ExecuteSqlRawAsync(GreatCache, ct);
        var moved = await db.Database.ExecuteSqlRawAsync(SqliteHistory, [spans, first, last, kind, at], ct);   // before the cases: it counts on from their movements
        if (moved > 0)
        {
            await db.Database.ExecuteSqlRawAsync(SqliteParts, [spans, first, last], ct);
            await db.Database.ExecuteSqlRawAsync(SqliteLetters, [spans, first, last, awaiting], ct);
        }

        await db.Database.ExecuteSqlRawAsync(SqliteCases, [spans, first, last], ct);
        await db.Database.ExecuteSqlRawAsync(KeptConnection.OrdinaryCache, ct);
        return moved;
    }
}
