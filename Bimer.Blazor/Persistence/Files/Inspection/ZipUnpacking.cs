using System.IO.Compression;

namespace Bimer.Blazor.Persistence.Files.Inspection;

/// <summary>Unpacks one entry piece by piece, and never one byte further than it declared.</summary>
internal static class ZipUnpacking
{
    private const int Stored = 0;
    private const int Deflated = 8;
    private const int PieceBytes = 64 * 1024;

    public static bool CanUnpack(ZipEntry entry) => entry.Method is Deflated || (entry.Method is Stored && entry.Packed == entry.Unpacked);

    /// <returns>False when the content is broken or not as long as declared.</returns>
    public static bool TryUnpack(ContentReader archive, ZipEntry entry, Action<ReadOnlySpan<byte>> piece)
    {
        try
        {
            using var packed = new Slice(archive.Content, entry.DataAt, entry.Packed);
            using var content = entry.Method == Stored ? (Stream)packed : new DeflateStream(packed, CompressionMode.Decompress);
            var buffer = new byte[PieceBytes];
            var total = 0L;
            for (int read; (read = content.Read(buffer)) > 0;)
            {
                total += read;
                if (total > entry.Unpacked) return false;
                piece(buffer.AsSpan(0, read));
            }
            return total == entry.Unpacked;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    /// <summary>A window on a stream that others read too: sets the place before each read.</summary>
    private sealed class Slice(Stream source, long start, long length) : Stream
    {
        private long _position;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => length;
        public override long Position { get => _position; set => throw new NotSupportedException(); }

        public override int Read(Span<byte> buffer)
        {
            source.Position = start + _position;
            var read = source.Read(buffer[..(int)Math.Min(buffer.Length, length - _position)]);
            _position += read;
            return read;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
