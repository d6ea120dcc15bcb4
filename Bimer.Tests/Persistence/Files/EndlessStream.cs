namespace Bimer.Tests.Persistence.Files;

/// <summary>An upload that drips odd-sized pieces for ever, or until it breaks.</summary>
internal sealed class EndlessStream : Stream
{
    public long Given { get; private set; }
    public long BreaksAt { get; init; } = long.MaxValue;
    public Action<long> OnRead { get; init; } = _ => { };

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => Given; set => throw new NotSupportedException(); }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        OnRead(Given);
        cancellationToken.ThrowIfCancellationRequested();
        if (Given >= BreaksAt) throw new IOException("The connection was reset.");
        var piece = Math.Min(buffer.Length, 1_237);
        buffer.Span[..piece].Fill(7);
        Given += piece;
        return ValueTask.FromResult(piece);
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
