using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Persistence.Files.Drawing;

/// <summary>
/// The pages of documents that are being looked at: drawn once for all who look at the same time, and kept a little, in memory alone, because
/// whoever reads one page reads the next. Who may look is asked before, each time.
/// </summary>
public sealed class DrawnPages(PageDrawing drawing, FileVault vault, TimeProvider clock)
{
    private const int MostWaiting = 20;
    private const long MostBytes = 128L * 1_048_576;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(2);

    private readonly Lock _gate = new();
    private readonly Dictionary<StoredFileId, Looked> _looked = [];

    /// <returns>The pages in their order, each a JPEG; <see cref="Refusal.AttachmentNotDrawn"/>, or <see cref="Refusal.Busy"/> where too many wait to be drawn.</returns>
    public async Task<Outcome<IReadOnlyList<ReadOnlyMemory<byte>>>> OfAsync(StoredFileId file, AttachmentType type, CancellationToken ct)
    {
        if (Find(file, type) is not { } looked) return new Refusal.Busy();
        // Others may wait for the same pages: who leaves ends nobody's drawing.
        var drawn = await looked.Pages.WaitAsync(ct);
        return drawn.Count > 0 ? Outcome<IReadOnlyList<ReadOnlyMemory<byte>>>.FromT(drawn) : new Refusal.AttachmentNotDrawn(type);
    }

    private Looked? Find(StoredFileId file, AttachmentType type)
    {
        lock (_gate)
        {
            Forget();
            if (!_looked.TryGetValue(file, out var found))
            {
                if (_looked.Values.Count(l => !l.Pages.IsCompleted) >= MostWaiting) return null;
                _looked.Add(file, found = new Looked(Task.Run(() => DrawAsync(file, type))));
            }

            found.At = clock.GetUtcNow();
            return found;
        }
    }

    private async Task<IReadOnlyList<ReadOnlyMemory<byte>>> DrawAsync(StoredFileId file, AttachmentType type)
    {
        await using var original = await vault.OpenAsync(file, CancellationToken.None);
        return await drawing.PagesAsync(type, original, CancellationToken.None);   // bounded in time by itself
    }

    // The oldest go first, and what failed of itself (a disk, not the document) at once.
    private void Forget()
    {
        var (before, left) = (clock.GetUtcNow() - Kept, MostBytes);
        foreach (var (file, looked) in _looked.Where(l => l.Value.Pages.IsCompleted).OrderByDescending(l => l.Value.At).ToList())
        {
            if (looked.Pages.IsCompletedSuccessfully) left -= looked.Pages.Result.Sum(page => (long)page.Length);
            if (left < 0 || looked.At < before || !looked.Pages.IsCompletedSuccessfully) _looked.Remove(file);
        }
    }

    private sealed class Looked(Task<IReadOnlyList<ReadOnlyMemory<byte>>> pages)
    {
        public Task<IReadOnlyList<ReadOnlyMemory<byte>>> Pages { get; } = pages;

        public DateTimeOffset At { get; set; }
    }
}
