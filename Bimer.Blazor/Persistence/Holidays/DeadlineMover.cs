using System.Data;
using System.Data.Common;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;
using Bimer.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Persistence.Holidays;

/// <summary>
/// Lets the open cases follow a decision about a day: in small batches, each a short transaction of its own, so that whoever opens, forwards
/// or answers meanwhile waits for none of it. Set by set, never case by case: all cases that were counted over the same days move alike.
/// Every case that moves keeps its old date among its movements, and its version rises, so that nobody saves over it what they read before.
/// </summary>
public sealed class DeadlineMover(IDbContextFactory<BimerDbContext> dbFactory, HolidayBook book)
{
    /// <summary>Cases looked at in one go.</summary>
    private const int Batch = 1_000;

    private const int MostTries = 10;

    /// <summary>The calendar follows decisions made by another node too.</summary>
    public Task ReadTableAsync(CancellationToken ct) => book.ReloadAsync(ct);

    /// <summary>Goes on with the decision where it stands. True once a whole round has moved nothing.</summary>
    /// <param name="ruled">The decision; its counts rise.</param>
    public async Task<bool> StepAsync(RuledHoliday ruled, CancellationToken ct)
    {
        var counted = book.Calendar.AsItStands;
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var (day, cursor) = (ruled.Day, ruled.Cursor);
        var rows = await db.OpenOver(day).AsNoTracking().Where(c => c.Id > cursor).OrderBy(c => c.Id).Take(Batch)
            .Select(c => new { c.Id, Span = new DueSpan(c.Ledger ?? "", c.Basis, c.ReceivedOn, c.DueOn, c.DueEndsAt) }).ToListAsync(ct);
        if (rows.Count == 0) return true;
        var range = (First: rows[0].Id, Last: rows[^1].Id);
        var moves = rows.Select(row => row.Span).Distinct().Select(span => new Move(span, span.Recount(counted))).Where(move => move.IsOther).ToList();
        if (moves.Count > 0) ruled.Moved += await MoveAsync(db, moves, range, ruled, ct);
        (ruled.Cursor, ruled.Seen) = (range.Last, ruled.Seen + rows.Count);
        return false;
    }

    /// <summary>A verb on one of these cases may come in between; then the whole batch is done again over what it left.</summary>
    private static async Task<int> MoveAsync(BimerDbContext db, IReadOnlyList<Move> moves, (CaseId First, CaseId Last) range, RuledHoliday ruled, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var transaction = db is PostgresDb ? await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct) : await db.Database.BeginTransactionAsync(ct);
                var moved = 0;
                foreach (var move in moves) moved += await MoveAsync(db, move, range, ruled, ct);
                await transaction.CommitAsync(ct);
                return moved;
            }
            catch (Exception fault) when (attempt < MostTries && (fault.IsPassing() || fault is DbException { } clash && clash.IsDuplicateKey()))
            {
                // Nothing of the batch was written.
            }
        }
    }

    private static async Task<int> MoveAsync(BimerDbContext db, Move move, (CaseId First, CaseId Last) range, RuledHoliday ruled, CancellationToken ct)
    {
        var (span, deadline, delta) = (move.Span, move.Deadline, move.Deadline.EndsAt.UtcTicks - move.Span.DueEndsAt.UtcTicks);
        var (first, last) = range;
        var cases = db.Cases.Where(c => c.Id >= first && c.Id <= last).Of(span);
        if (delta != 0)
        {
            await RecordAsync(db, move, range, ruled, ct);
            await db.Routings.Where(r => r.CaseId >= first && r.CaseId <= last && r.EndedAt == null && cases.Any(c => c.Id == r.CaseId))
                .ExecuteUpdateAsync(set => set.SetProperty(r => r.Rank, r => r.Rank + delta), ct);
            await db.Replies.Where(r => r.CaseId >= first && r.CaseId <= last && r.Status == ReplyStatus.AwaitingApproval && cases.Any(c => c.Id == r.CaseId))
                .ExecuteUpdateAsync(set => set.SetProperty(r => r.Rank, r => r.Rank + delta), ct);
        }

        var step = delta == 0 ? 0 : 1;
        var (dueOn, endsAt, ledger) = (deadline.DueOn, deadline.EndsAt, deadline.Ledger);
        var moved = await cases.ExecuteUpdateAsync(set => set.SetProperty(c => c.DueOn, dueOn).SetProperty(c => c.DueEndsAt, endsAt).SetProperty(c => c.Ledger, ledger)
            .SetProperty(c => c.MovementCount, c => c.MovementCount + step).SetProperty(c => c.Version, c => c.Version + 1), ct);
        return delta == 0 ? 0 : moved;
    }

    /// <summary>The old date and the days that made it, as a line of each case's history; by nobody, for nobody acted on the case.</summary>
    private static Task<int> RecordAsync(BimerDbContext db, Move move, (CaseId First, CaseId Last) range, RuledHoliday ruled, CancellationToken ct)
    {
        var span = move.Span;
        var change = new DueMove(span.DueOn, move.Deadline.DueOn, ruled.Day, span.Ledger).ToString();
        return db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO case_movements (case_id, sequence, kind, at, change)
            SELECT id, movement_count + 1, {(int)MovementKind.DueMoved}, {ruled.At.UtcTicks}, {change} FROM cases
            WHERE id >= {range.First.Value} AND id <= {range.Last.Value} AND closed_at IS NULL
              AND COALESCE(ledger, '') = {span.Ledger} AND basis = {(int)span.Basis} AND received_on = {span.ReceivedOn} AND due_ends_at = {span.DueEndsAt.UtcTicks}
            """, ct);
    }

    /// <param name="Deadline">As the calendar counts it now.</param>
    private sealed record Move(DueSpan Span, StatutoryDeadline Deadline)
    {
        public bool IsOther => !string.Equals(Span.Ledger, Deadline.Ledger, StringComparison.Ordinal) || Span.DueEndsAt != Deadline.EndsAt;
    }
}
