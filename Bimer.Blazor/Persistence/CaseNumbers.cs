using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Persistence;

/// <summary>
/// Gives out case numbers, rising within a year. A process takes a block at a time, so that filing does not queue at one row; what
/// is left of a block after a restart stays a gap, and no number is ever given twice.
/// </summary>
public sealed class CaseNumbers(IDbContextFactory<BimerDbContext> dbFactory, WriteGate gate) : IDisposable
{
    private const int BlockSize = 32;

    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private int _year;
    private long _next;
    private long _end;

    /// <summary>The next number of the year the instant lies in, in Istanbul.</summary>
    public async Task<CaseId> NextAsync(DateTimeOffset now, CancellationToken ct)
    {
        var year = IstanbulTime.LegalDay(now).Year;
        await _oneAtATime.WaitAsync(ct);
        try
        {
            if (year != _year || _next == _end)
            {
                var first = await TakeAsync(year, BlockSize, ct);
                (_year, _next, _end) = (year, first, first + BlockSize);
            }

            // Beyond the last serial it throws: by arithmetic alone it would be a number of the next year.
            return CaseNumber.Of(year, checked((int)_next++)).CaseId;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>Reserves a run of serials and answers with the first.</summary>
    public async Task<long> TakeAsync(int year, int count, CancellationToken ct)
    {
        var series = "case-" + year.ToString(System.Globalization.CultureInfo.InvariantCulture);
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        using var turn = await gate.EnterAsync(ct);
        var taken = await db.Database.SqlQuery<long>(
            $"INSERT INTO number_blocks (series, next) VALUES ({series}, {1 + count}) ON CONFLICT (series) DO UPDATE SET next = number_blocks.next + {count} RETURNING next").ToListAsync(ct);
        return taken[0] - count;
    }

    public void Dispose() => _oneAtATime.Dispose();
}
