using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Persistence.Files.Drawing;

/// <summary>
/// The pages of documents that are being looked at: drawn once for all who look at the same time, and kept a little, in memory alone, because
/// whoever reads one page reads the next. Who may look is asked before, each time.
/// </summary>
public sealed class DrawnPages(PageDrawing drawing, FileVault vault, TimeProvider clock) : IDisposable
{
    private const int MostWaiting = 20;

    /// <summary>Of one person, who could otherwise keep everybody else from looking.</summary>
    private const int MostOfOne = 3;

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(2);

    private readonly Lock _gate = new();
    private readonly Dictionary<StoredFileId, Looked> _looked = [];
    private ITimer? _forgetting;

    /// <summary>What may be kept of all documents but the one that is being looked at.</summary>
    internal long MostBytes { get; init; } = 128L * 1_048_576;

    /// <summary>How many documents are kept or wait to be drawn.</summary>
    internal int Documents
    {
        get
        {
            lock (_gate) return _looked.Count;
        }
    }

    /// <returns>The pages in their order, each a JPEG; <see cref="Refusal.AttachmentNotDrawn"/>, or <see cref="Refusal.Busy"/> where too many wait to be drawn, of this person or of all.</returns>
    public async Task<Outcome<IReadOnlyList<ReadOnlyMemory<byte>>>> OfAsync(StoredFileId file, AttachmentType type, UserId person, CancellationToken ct)
    {
        if (Find(file, type, person) is not { } looked) return new Refusal.Busy();
        // Others may wait for the same pages: who leaves ends nobody's drawing.
        var drawn = await looked.Pages.WaitAsync(ct);
        return drawn.Count > 0 ? Outcome<IReadOnlyList<ReadOnlyMemory<byte>>>.FromT(drawn) : new Refusal.AttachmentNotDrawn(type);
    }

    public void Dispose() => _forgetting?.Dispose();

    private Looked? Find(StoredFileId file, AttachmentType type, UserId person)
    {
        lock (_gate)
        {
            Forget(file);
            if (!_looked.TryGetValue(file, out var found))
            {
                var waiting = _looked.Values.Where(l => !l.Pages.IsCompleted).ToList();
                if (waiting.Count >= MostWaiting || waiting.Count(l => l.By == person) >= MostOfOne) return null;
                _looked.Add(file, found = new Looked(person, Task.Run(() => DrawAsync(file, type))));
            }

            found.At = clock.GetUtcNow();
            _forgetting ??= clock.CreateTimer(_ => ForgetUnasked(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _forgetting.Change(Kept, Timeout.InfiniteTimeSpan);
            return found;
        }
    }

    private async Task<IReadOnlyList<ReadOnlyMemory<byte>>> DrawAsync(StoredFileId file, AttachmentType type)
    {
        await using var original = await vault.OpenAsync(file, CancellationToken.None);
        return await drawing.PagesAsync(type, original, CancellationToken.None);   // bounded in time by itself
    }

    // After the last look nobody else's would clear away.
    private void ForgetUnasked()
    {
        lock (_gate)
        {
            Forget(asked: null);
            if (_looked.Count > 0) _forgetting!.Change(Kept, Timeout.InfiniteTimeSpan);   // it is being drawn
        }
    }

    // The oldest go first, and what failed of itself (a disk, not the document) at once. The one that is asked for stays,
    // however large and however long it was drawn: it would be drawn whole for each page.
    private void Forget(StoredFileId? asked)
    {
        var (before, left) = (clock.GetUtcNow() - Kept, MostBytes);
        foreach (var (file, looked) in _looked.Where(l => l.Value.Pages.IsCompleted).OrderByDescending(l => l.Value.At).ToList())
        {
            if (looked.Pages.IsCompletedSuccessfully) left -= looked.Pages.Result.Sum(page => (long)page.Length);
            if ((file != asked && (left < 0 || looked.At <= before)) || !looked.Pages.IsCompletedSuccessfully) _looked.Remove(file);
        }
    }

    private sealed class Looked(UserId by, Task<IReadOnlyList<ReadOnlyMemory<byte>>> pages)
    {
        /// <summary>Who asked first.</summary>
        public UserId By { get; } = by;

        public Task<IReadOnlyList<ReadOnlyMemory<byte>>> Pages { get; } = pages;

        public DateTimeOffset At { get; set; }
    }
}
