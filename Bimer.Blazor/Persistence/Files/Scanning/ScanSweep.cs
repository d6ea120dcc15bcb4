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
/// gives up after a few and goes on in the next round.
/// </summary>
public sealed partial class ScanSweep(FileVault vault, FileVerdicts verdicts, IScanner scanner, ScanRecord record, TimeProvider clock)
{
    private const int Patience = 3;
    private static readonly TimeSpan WalkEvery = TimeSpan.FromHours(1);

    /// <summary>In the order in which they are asked about; whatever got no answer goes to its end.</summary>
    private readonly Queue<StoredFileId> _waiting = new();
    private DateTimeOffset _walkedAt = DateTimeOffset.MinValue;

    public async Task<Scanned> RunAsync(CancellationToken ct)
    {
        if (!scanner.IsThere) return new Scanned(0, 0, 0);
        foreach (var file in New().Except(_waiting).ToList()) _waiting.Enqueue(file);

        var (clean, harmful, unanswered) = (0, 0, 0);
        for (var left = _waiting.Count; left > 0 && unanswered < Patience; left--)
        {
            var answer = await AskAsync(_waiting.Peek(), ct);   // taken from the queue only afterwards: a round that is stopped loses none
            var file = _waiting.Dequeue();
            if (answer is null && IsThere(file)) _waiting.Enqueue(file);
            if (answer is null) unanswered++;
            else if (answer.IsHarmful) harmful++;
            else clean++;
        }

        return new Scanned(clean, harmful, _waiting.Count);
    }

    private IEnumerable<StoredFileId> New()
    {
        var fresh = vault.TakeFresh();
        if (clock.GetUtcNow() - _walkedAt < WalkEvery) return fresh;
        _walkedAt = clock.GetUtcNow();
        return fresh.Where(IsThere).Union(vault.WithoutVerdict());
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
public sealed class ScanRecord(IDbContextFactory<BimerDbContext> dbFactory)
{
    internal async Task OfHarmfulAsync(StoredFileId file, DateTimeOffset at, CancellationToken ct)
    {
        var id = new AttachmentId(file.Value);
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var attached = await db.Attachments.AsNoTracking().Where(a => a.Id == id).Select(a => new { a.CaseId, a.Reply }).SingleOrDefaultAsync(ct);
        db.Add(new AuditEntry { At = at, Action = "file.harmful", CaseId = attached?.CaseId, Routing = attached?.Reply, Detail = $"file={file}" });
        await db.SaveChangesAsync(ct);
    }
}
