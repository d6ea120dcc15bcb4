using Bimer.Blazor.Persistence.Vault;

namespace Bimer.Blazor.Persistence.Files;

/// <summary>The content of a stored file: read-only, seekable, one opened chunk in memory.</summary>
internal sealed class OpenedFile : Stream
{
    private readonly FileStream _file;
    private readonly FileSeal _seal;
    private readonly byte[] _sealed = new byte[FileSeal.SealedChunkBytes];
    private readonly byte[] _plain = new byte[FileSeal.ChunkBytes];
    private readonly long _lastChunk;
    private long _openChunk = -1;
    private long _position;

    private OpenedFile(FileStream file, FileSeal seal, StoredFileId id)
    {
        _file = file;
        _seal = seal;
        var body = file.Length - FileSeal.HeaderBytes;
        _lastChunk = Math.Max(0, (body - 1) / FileSeal.SealedChunkBytes);
        Length = body - ((_lastChunk + 1) * FileSeal.TagBytes);
        if (body - (_lastChunk * FileSeal.SealedChunkBytes) < FileSeal.TagBytes) throw new BrokenFileException(id);
    }

    public static OpenedFile Open(KeyRing ring, StoredFileId id, string place)
    {
        FileStream? file = null;
        FileSeal? seal = null;
        try
        {
            file = OpenFile(id, place);
            var header = new byte[FileSeal.HeaderBytes];
            if (file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length) throw new BrokenFileException(id);
            seal = FileSeal.Of(ring, id, header);
            return new OpenedFile(file, seal, id);
        }
        catch
        {
            seal?.Dispose();
            file?.Dispose();
            throw;
        }
    }

    public override bool CanRead => true;
    public override bool CanSeek => true;
    public override bool CanWrite => false;
    public override long Length { get; }

    public override long Position
    {
        get => _position;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _position = value;
        }
    }

    public async Task CheckEveryChunkAsync(CancellationToken ct)
    {
        for (var number = 0L; number <= _lastChunk; number++)
        {
            ct.ThrowIfCancellationRequested();
            OpenChunk(number, await RandomAccess.ReadAsync(_file.SafeFileHandle, _sealed.AsMemory(0, SizeOf(number)), OffsetOf(number), ct));
        }
    }

    public override int Read(Span<byte> buffer)
    {
        if (_position >= Length || buffer.IsEmpty) return 0;
        var number = _position / FileSeal.ChunkBytes;
        if (number != _openChunk)
            OpenChunk(number, RandomAccess.Read(_file.SafeFileHandle, _sealed.AsSpan(0, SizeOf(number)), OffsetOf(number)));
        return Take(buffer);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_position >= Length || buffer.IsEmpty) return 0;
        var number = _position / FileSeal.ChunkBytes;
        if (number != _openChunk)
            OpenChunk(number, await RandomAccess.ReadAsync(_file.SafeFileHandle, _sealed.AsMemory(0, SizeOf(number)), OffsetOf(number), cancellationToken));
        return Take(buffer.Span);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => _position + offset,
        _ => Length + offset,
    };

    public override void Flush() { }
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Array.Clear(_plain);
            _seal.Dispose();
            _file.Dispose();
        }
        base.Dispose(disposing);
    }

    private static FileStream OpenFile(StoredFileId id, string place)
    {
        try
        {
            return new FileStream(place, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1, FileOptions.Asynchronous);
        }
        catch (DirectoryNotFoundException error)
        {
            throw new FileNotFoundException($"The stored file {id} is not there.", error);
        }
    }

    private void OpenChunk(long number, int read)
    {
        _openChunk = -1;
        _seal.Open(number, number == _lastChunk, _sealed.AsSpan(0, Math.Max(read, FileSeal.TagBytes)), _plain);
        _openChunk = number;
    }

    private int Take(Span<byte> buffer)
    {
        var from = (int)(_position % FileSeal.ChunkBytes);
        var size = (int)Math.Min(FileSeal.ChunkBytes, Length - (_openChunk * FileSeal.ChunkBytes));
        var count = Math.Min(buffer.Length, size - from);
        _plain.AsSpan(from, count).CopyTo(buffer);
        _position += count;
        return count;
    }

    private int SizeOf(long number) => number == _lastChunk
        ? (int)(_file.Length - OffsetOf(number))
        : FileSeal.SealedChunkBytes;

    private static long OffsetOf(long number) => FileSeal.HeaderBytes + (number * FileSeal.SealedChunkBytes);
}
