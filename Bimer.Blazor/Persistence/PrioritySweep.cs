using Bimer.Blazor.Live;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Persistence;

/// <summary>
/// Makes each case as urgent as its most urgent open part again (öncelik, S28). Every act counts that anew; what was stored before acts did, or written
/// by another hand, comes right here. It walks the cases along their key and reads; only what is wrong is written, a few rows at a time, and whoever acts
/// on such a case in the same instant is first or decides anew.
/// </summary>
public sealed partial class PrioritySweep(IDbContextFactory<BimerDbContext> dbFactory, LiveFeed feed, ILogger<PrioritySweep> logger)
{
    private const int ReadAtOnce = 2_000;

    /// <summary>So few that a clerk who waits for the writer does not feel it.</summary>
    private const int WrittenAtOnce = 50;

    /// <returns>How many cases were put right.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var (after, mended) = (default(CaseId), 0);
        while (await ReadAsync(after, ct) is [.., var last] seen)
        {
            after = last.Id;
            foreach (var some in seen.Where(row => row.Open is { } open && open != row.Stored).Chunk(WrittenAtOnce)) mended += await MendAsync(some, ct);
        }

        if (mended > 0) LogMended(logger, mended);
        return mended;
    }

    private async Task<List<Seen>> ReadAsync(CaseId after, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        return await db.Cases.Where(c => c.Id > after).OrderBy(c => c.Id).Take(ReadAtOnce).Select(c => new Seen(
            c.Id, c.Version, c.MovementCount, c.Priority, db.Routings.Where(r => r.CaseId == c.Id && r.EndedAt == null).Max(r => (Priority?)r.Priority))).ToListAsync(ct);
    }

    private async Task<int> MendAsync(IReadOnlyList<Seen> rows, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        List<CaseId> mended = [];
        await using (var together = await db.Database.BeginTransactionAsync(ct))
        {
            foreach (var row in rows)
            {
                // An act since is counted by its movement and has put it right; one that read it before finds another version and decides anew.
                var written = await db.Cases.Where(c => c.Id == row.Id && c.Version == row.Version && c.MovementCount == row.Movements)
                    .ExecuteUpdateAsync(set => set.SetProperty(c => c.Priority, row.Open!.Value).SetProperty(c => c.Version, row.Version + 1), ct);
                if (written == 1) mended.Add(row.Id);
            }

            await together.CommitAsync(ct);
        }

        var letters = await db.Replies.Where(r => mended.Contains(r.CaseId) && r.Status == ReplyStatus.AwaitingApproval).Select(r => r.ApproverUnit).Distinct().ToListAsync(ct);
        feed.Publish([.. mended.Select(LiveTopic.Case), .. letters.Select(LiveTopic.ApprovalBox)]);
        return mended.Count;
    }

    [LoggerMessage(EventId = 2012, Level = LogLevel.Information, Message = "{Count} cases were as urgent as none of their open parts and were put right")]
    private static partial void LogMended(ILogger logger, int count);

    private sealed record Seen(CaseId Id, int Version, int Movements, Priority Stored, Priority? Open);
}
