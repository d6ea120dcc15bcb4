using System.Data;
using System.Data.Common;
using Bimer.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Persistence.Holidays;

/// <summary>
/// Lets the open cases follow a decision about a day: in batches, each a short transaction of its own, so that whoever opens, forwards
/// or answers meanwhile waits for none of it. Set by set, never case by case: all cases that were counted over the same days move alike.
/// Every case that moves keeps its old date among its movements, and its version rises, so that nobody saves over it what they read before.
/// </summary>
public sealed class DeadlineMover(IDbContextFactory<BimerDbContext> dbFactory, HolidayBook book, TimeProvider clock)
{
    private const int FewestAtOnce = 1_000, MostAtOnce = 16_000, MostTries = 10;

    /// <summary>So long may another writer have to wait for a batch; on SQLite all of them wait.</summary>
    private static readonly TimeSpan LongestTurn = TimeSpan.FromMilliseconds(250);

    private int _atOnce = FewestAtOnce;

    /// <summary>The calendar follows decisions made by another node too.</summary>
    public Task ReadTableAsync(CancellationToken ct) => book.ReloadAsync(ct);

    /// <summary>Goes on with the decision where it stands. True once a whole round has moved nothing.</summary>
    /// <param name="ruled">The decision; its counts rise.</param>
    public async Task<bool> StepAsync(RuledHoliday ruled, CancellationToken ct)
    {
        var counted = book.Calendar.AsItStands;
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var stretches = await db.NextSpansAsync(ruled.Day, ruled.Cursor, _atOnce, ct);
        if (stretches.Count == 0) return true;
        var range = (First: stretches.Min(s => s.First.Value), Last: stretches.Max(s => s.Last.Value));
        var moves = stretches.Select(s => new SpanMove(s.Span, s.Span.Recount(counted))).Where(move => move.IsOther).ToList();
        var began = clock.GetTimestamp();
        if (moves.Count > 0) ruled.Moved += await MoveAsync(db, moves, (new CaseId(range.First), new CaseId(range.Last)), ruled, ct);
        Pace(clock.GetElapsedTime(began));
        (ruled.Cursor, ruled.Seen) = (new CaseId(range.Last), ruled.Seen + stretches.Sum(s => s.Cases));
        return false;
    }

    /// <summary>A verb on one of these cases may come in between; then the whole batch is done again over what it left.</summary>
    private static async Task<int> MoveAsync(BimerDbContext db, IReadOnlyList<SpanMove> moves, (CaseId First, CaseId Last) range, RuledHoliday ruled, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var transaction = db is PostgresDb ? await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct) : await db.Database.BeginTransactionAsync(ct);
                var moved = await MoveStatements.RunAsync(db, moves, range, ruled, ct);
                await transaction.CommitAsync(ct);
                return moved;
            }
            catch (Exception fault) when (attempt < MostTries && (fault.IsPassing() || fault is DbException { } clash && clash.IsDuplicateKey()))
            {
                // Nothing of the batch was written.
            }
        }
    }

    /// <summary>A larger batch writes each page of the boxes once instead of many times; a smaller one lets others in sooner.</summary>
    private void Pace(TimeSpan took)
    {
        if (took > LongestTurn) _atOnce = Math.Max(FewestAtOnce, _atOnce / 2);
        else if (took < LongestTurn / 3) _atOnce = Math.Min(MostAtOnce, _atOnce * 2);
    }
}
