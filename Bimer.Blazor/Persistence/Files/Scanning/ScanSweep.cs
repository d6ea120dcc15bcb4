using Bimer.Blazor.Persistence.Audit;
using Bimer.Domain.Kernel;
using Bimer.Domain.Ports;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Persistence.Files.Scanning;

/// <summary>What one round did.</summary>
/// <param name="Left">Files nobody could answer for; they are asked about again.</param>
public sealed record Scanned(int Clean, int Harmful, int Left);

/// <summary>
/// Has every file scanned that has no verdict: what came since the last round, and at the start and every hour all that lies in the store. Where the scanner is away it
/// gives up after a few and goes on in the next round. What got no answer rests, each time longer, behind what was never asked about: a file nobody can answer for keeps none waiting.
/// </summary>
public sealed partial class ScanSweep(FileVault vault, FileVerdicts verdicts, IScanner scanner, ScanRecord record, TimeProvider clock)
{
    private const int Patience = 3;
    private static readonly TimeSpan WalkEvery = TimeSpan.FromHours(1);

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(30);

    /// <summary>Never asked about, in the order in which they came.</summary>
    private readonly Queue<StoredFileId> _fresh = new();

    /// <summary>What got no answer: how often, and until when it rests.</summary>
    private readonly Dictionary<StoredFileId, (int Times, DateTimeOffset Until)> _resting = [];
    private DateTimeOffset _walkedAt = DateTimeOffset.MinValue;

    public async Task<Scanned> RunAsync(CancellationToken ct)
    {
        if (!scanner.IsThere) return new Scanned(0, 0, 0);
        foreach (var file in New().Except(_fresh).Where(file => !_resting.ContainsKey(file)).ToList()) _fresh.Enqueue(file);

        var (clean, harmful, unanswered) = (0, 0, 0);
        foreach (var file in Due())
        {
            var answer = await AskAsync(file, ct);   // taken from its list only afterwards: a round that is stopped loses none
            Put(file, isAnswered: answer is not null);
            if (answer is null && ++unanswered == Patience) break;
            if (answer is { IsHarmful: true }) harmful++;
            else if (answer is not null) clean++;
        }

        return new Scanned(clean, harmful, _fresh.Count + _resting.Count);
    }

    /// <summary>The fresh ones first, then what has rested longest.</summary>
    private List<StoredFileId> Due() =>
        [.. _fresh, .. _resting.Where(file => file.Value.Until <= clock.GetUtcNow()).OrderBy(file => file.Value.Until).Select(file => file.Key)];

    private void Put(StoredFileId file, bool isAnswered)
    {
        var times = _resting.GetValueOrDefault(file).Times;
        if (!_resting.Remove(file)) _fresh.Dequeue();
        if (isAnswered || !IsThere(file)) return;
        var pause = TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, FirstPause.Ticks << Math.Min(times, 20)));
        _resting[file] = (times + 1, clock.GetUtcNow() + pause);
        record.OfUnanswered(file, times + 1, pause);
    }

    private IEnumerable<StoredFileId> New()
    {
        var fresh = vault.TakeFresh();
        if (clock.GetUtcNow() - _walkedAt < WalkEvery) return fresh;
        _walkedAt = clock.GetUtcNow();
        return fresh.Where(IsThere).Union(verdicts.Missing());
    }

    private bool IsThere(StoredFileId file) => vault.Has(file);

    private async Task<ScanAnswer?> AskAsync(StoredFileId file, CancellationToken ct)
    {
        var answer = await LookAsync(file, ct);
        if (answer is null) return null;
        // The record first: stopped between the two, the file is scanned again and recorded twice, and never quarantined unrecorded.
        if (answer.IsHarmful) await record.OfHarmfulAsync(file, clock.GetUtcNow(), ct);
        verdicts.Keep(file, answer, clock.GetUtcNow());
        return answer;
    }

    private async Task<ScanAnswer?> LookAsync(StoredFileId file, CancellationToken ct)
    {
        try
        {
            await using var content = await vault.OpenAsync(file, ct);
            return await scanner.ScanAsync(content, ct);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException or BrokenFileException)
        {
            return null;   // deleted meanwhile, or handed out to nobody anyway
        }
    }
}

/// <summary>Records that a file was found harmful, under the case it lies with where it lies with one.</summary>
public sealed partial class ScanRecord(IDbContextFactory<BimerDbContext> dbFactory, ILogger<ScanRecord> log)
{
    /// <summary>Which one it was; the scanner itself is only told its content.</summary>
    internal void OfUnanswered(StoredFileId file, int times, TimeSpan pause) => Unanswered(log, file, times, pause);

    [LoggerMessage(EventId = 3012, Level = LogLevel.Warning, Message = "File {File}: no verdict after being asked about {Times} times; it rests for {Pause}.")]
    private static partial void Unanswered(ILogger logger, StoredFileId file, int times, TimeSpan pause);

    internal async Task OfHarmfulAsync(StoredFileId file, DateTimeOffset at, CancellationToken ct)
    {
        var id = new AttachmentId(file.Value);
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var attached = await db.Attachments.AsNoTracking().Where(a => a.Id == id).Select(a => new { a.CaseId, a.Reply }).SingleOrDefaultAsync(ct);
        db.Add(new AuditEntry { At = at, Action = "file.harmful", CaseId = attached?.CaseId, Routing = attached?.Reply, Detail = $"file={file}" });
        await db.SaveChangesAsync(ct);
    }
}
