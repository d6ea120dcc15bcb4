using System.Buffers;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Persistence.Files;

/// <summary>
/// The store of attachments: every file sealed, under <c>files/ab/cd/</c> and a random id. A file is there whole or not at all:
/// it is written under another name, flushed, and renamed.
/// </summary>
public sealed class FileVault(DataFolder folder, KeyRing ring)
{
    private const int MostFresh = 10_000;

    private readonly FileShelves _shelves = new(folder.Files);
    private readonly ConcurrentQueue<StoredFileId> _fresh = new();

    /// <summary>Reads a stream to its end and stores it, holding one chunk in memory. Nothing is left behind unless it was accepted.</summary>
    /// <param name="content">Read once, not disposed.</param>
    /// <param name="limitBytes">The most it may have, inclusive; checked while reading, whatever length was announced.</param>
    /// <returns>The file, or <see cref="Refusal.AttachmentTooLarge"/>, or <see cref="Refusal.NotStored"/> on a full disk.</returns>
    public async Task<Outcome<StoredFile>> StoreAsync(Stream content, long limitBytes, CancellationToken ct)
    {
        var id = StoredFileId.New();
        var place = _shelves.PlaceForNew(id);
        var draft = place + FileShelves.DraftEnding;
        try
        {
            var stored = await WriteAsync(id, content, limitBytes, draft, ct);
            if (stored is null) return new Refusal.AttachmentTooLarge(limitBytes);

            File.Move(draft, place, overwrite: false);
            DirectoryFlush.ToDisk(Path.GetDirectoryName(place)!);
            if (_fresh.Count < MostFresh) _fresh.Enqueue(id);   // where nobody scans nobody empties it
            return stored;
        }
        catch (IOException fault) when (IsFull(fault))
        {
            return new Refusal.NotStored();
        }
        finally
        {
            File.Delete(draft);
        }
    }

    /// <summary>Opens a file after every chunk of it has been checked: nothing is served of a file that is broken anywhere.</summary>
    /// <exception cref="BrokenFileException">Changed, cut, reordered, moved, or not a regular file.</exception>
    /// <exception cref="FileNotFoundException">No such file.</exception>
    public async Task<Stream> OpenAsync(StoredFileId id, CancellationToken ct)
    {
        var stream = OpenedFile.Open(ring, id, _shelves.WhereItLies(id));
        try
        {
            await stream.CheckEveryChunkAsync(ct);
            return stream;
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
    }

    /// <summary>Does nothing when the file is already gone.</summary>
    public void Delete(StoredFileId id)
    {
        var place = _shelves.WhereItLies(id);
        if (!File.Exists(place)) return;   // File.Delete alone objects to a missing folder
        File.Delete(place);
        File.Delete(place + FileShelves.VerdictEnding);
    }

    internal bool Has(StoredFileId id) => File.Exists(_shelves.WhereItLies(id));

    /// <summary>What was last kept as a scanner's verdict; none where there is none.</summary>
    internal string? VerdictOf(StoredFileId id) => _shelves.WhereItLies(id) + FileShelves.VerdictEnding is var place && File.Exists(place) ? File.ReadAllText(place) : null;

    /// <summary>Whole or not at all; of a file that is gone nothing is kept.</summary>
    internal void KeepVerdict(StoredFileId id, string words)
    {
        var place = _shelves.WhereItLies(id);
        if (!File.Exists(place)) return;

        var draft = $"{place}{FileShelves.VerdictEnding}{FileShelves.DraftEnding}";
        File.Delete(draft);   // of a program that was killed while it wrote
        using (var file = FileShelves.CreateDraft(draft))
        {
            file.Write(Encoding.UTF8.GetBytes(words));
            file.Flush(flushToDisk: true);
        }

        File.Move(draft, place + FileShelves.VerdictEnding, overwrite: true);
        DirectoryFlush.ToDisk(Path.GetDirectoryName(place)!);
    }

    /// <summary>What was stored since this was last asked; not more than some thousands.</summary>
    internal IReadOnlyList<StoredFileId> TakeFresh()
    {
        List<StoredFileId> fresh = [];
        while (_fresh.TryDequeue(out var id)) fresh.Add(id);
        return fresh;
    }

    /// <summary>All files, read off the shelves.</summary>
    internal IEnumerable<StoredFileId> Shelved() => _shelves.All().Select(file => file.Id);

    /// <summary>
    /// Files that no row knows and that are older than <paramref name="before"/> (exclusive): what a crash between the rename and the
    /// commit leaves. Younger ones may belong to a transaction that is about to commit.
    /// </summary>
    /// <param name="since">Older ones are not named either (inclusive).</param>
    public IReadOnlyList<StoredFileId> OrphansOlderThan(DateTimeOffset before, IReadOnlySet<StoredFileId> known, DateTimeOffset since = default) =>
        [.. _shelves.All().Where(file => file.WrittenAt >= since && file.WrittenAt < before && !known.Contains(file.Id)).Select(file => file.Id)];

    /// <summary>
    /// Takes a file from its shelf and keeps it in <c>files/unclaimed</c>, where it opens as before. Its age there counts from
    /// <paramref name="at"/>. Does nothing when it is already gone.
    /// </summary>
    public void SetAside(StoredFileId id, DateTimeOffset at)
    {
        var place = _shelves.PlaceOf(id);
        if (!File.Exists(place)) return;

        File.SetLastWriteTimeUtc(place, at.UtcDateTime);   // before the move: a crash between the two must not leave an old one there
        FileShelves.MoveWithVerdict(place, _shelves.PlaceAside(id));
    }

    /// <summary>Puts a file that was set aside back upon its shelf; does nothing when it is already gone.</summary>
    public void TakeBack(StoredFileId id)
    {
        var aside = _shelves.PlaceAside(id);
        if (File.Exists(aside)) FileShelves.MoveWithVerdict(aside, _shelves.PlaceForNew(id));
    }

    /// <summary>The files that were set aside and when.</summary>
    public IReadOnlyList<(StoredFileId Id, DateTimeOffset At)> FilesSetAside() => [.. _shelves.Aside()];

    /// <summary>Removes half-written files older than <paramref name="before"/> (exclusive); returns how many.</summary>
    public int RemoveDraftsOlderThan(DateTimeOffset before) => _shelves.RemoveDrafts(before);

    // ENOSPC and EDQUOT of Linux; ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL of Windows.
    private static bool IsFull(IOException fault) => fault.HResult is 28 or 122 or unchecked((int)0x80070070) or unchecked((int)0x80070027);

    private async Task<StoredFile?> WriteAsync(StoredFileId id, Stream content, long limitBytes, string draft, CancellationToken ct)
    {
        using var seal = FileSeal.New(ring, id);
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var plain = ArrayPool<byte>.Shared.Rent(FileSeal.ChunkBytes);
        try
        {
            await using var file = FileShelves.CreateDraft(draft);
            await file.WriteAsync(seal.Header.ToArray(), ct);
            var length = await WriteChunksAsync(content, limitBytes, file, seal, sha, plain, ct);
            if (length is not { } bytes) return null;

            file.Flush(flushToDisk: true);
            return new StoredFile(id, bytes, sha.GetHashAndReset());
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(plain, clearArray: true);   // the next renter may log what it finds
        }
    }

    private static async Task<long?> WriteChunksAsync(
        Stream content, long limitBytes, FileStream file, FileSeal seal, IncrementalHash sha, byte[] plain, CancellationToken ct)
    {
        var sealedChunk = new byte[FileSeal.SealedChunkBytes];
        var length = 0L;
        for (var number = 0L; ; number++)
        {
            // A chunk that is full may be the last; then an empty one follows and says so.
            var filled = await content.ReadAtLeastAsync(plain.AsMemory(0, FileSeal.ChunkBytes), FileSeal.ChunkBytes, throwOnEndOfStream: false, ct);
            length += filled;
            if (length > limitBytes) return null;

            var last = filled < FileSeal.ChunkBytes;
            sha.AppendData(plain, 0, filled);
            seal.Seal(number, last, plain.AsSpan(0, filled), sealedChunk);
            await file.WriteAsync(sealedChunk.AsMemory(0, filled + FileSeal.TagBytes), ct);
            if (last) return length;
        }
    }
}
