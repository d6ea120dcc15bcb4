using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Bimer.Tests.Given;

/// <summary>How the scanner treats whoever comes next.</summary>
public enum ClamdMode
{
    /// <summary>Says what it found: what holds <see cref="AClamd.Bad"/> is harmful.</summary>
    Answers,

    /// <summary>Reads all and says nothing until the other goes.</summary>
    Hangs,

    /// <summary>Reads all and resets.</summary>
    Drops,

    /// <summary>Says half of its answer and goes.</summary>
    CutsItsAnswer,

    /// <summary>Refuses for its own limit before all is there.</summary>
    TooLarge,
}

/// <summary>A small clamd on loopback that speaks INSTREAM over a real socket, and fails on demand.</summary>
public sealed class AClamd : IAsyncDisposable
{
    public const string Bad = "BU-DOSYA-ZARARLI";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentQueue<byte[]> _seen = new();
    private Task _serving = Task.CompletedTask;

    private AClamd() { }

    public ClamdMode Mode { get; set; }

    /// <summary>The files that came over the wire whole.</summary>
    public IReadOnlyList<byte[]> Seen => [.. _seen];

    public string Address => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public static AClamd Start()
    {
        var clamd = new AClamd();
        clamd._listener.Start();
        clamd._serving = clamd.ServeAsync();
        return clamd;
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _serving;
        _end.Dispose();
    }

    private async Task ServeAsync()
    {
        List<Task> visitors = [];
        try
        {
            while (true) visitors.Add(TreatAsync(await _listener.AcceptSocketAsync(_end.Token)));
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(visitors);
        }
    }

    private async Task TreatAsync(Socket socket)
    {
        using (socket)
        {
            try
            {
                await using var line = new NetworkStream(socket);
                await AnswerAsync(line, socket);
            }
            catch (Exception gone) when (gone is IOException or OperationCanceledException or EndOfStreamException)
            {
                // the other went first
            }
        }
    }

    private async Task AnswerAsync(NetworkStream line, Socket socket)
    {
        var command = new byte["zINSTREAM\0".Length];
        await line.ReadExactlyAsync(command, _end.Token);
        if (!command.AsSpan().SequenceEqual("zINSTREAM\0"u8)) return;
        if (Mode == ClamdMode.TooLarge)
        {
            await line.WriteAsync("INSTREAM size limit exceeded. ERROR\0"u8.ToArray(), _end.Token);
            return;
        }

        var file = await ReadAsync(line);
        _seen.Enqueue(file);
        if (Mode == ClamdMode.Hangs && await line.ReadAsync(new byte[1], _end.Token) == 0) return;
        if (Mode == ClamdMode.Drops) socket.LingerState = new LingerOption(true, 0);
        else await line.WriteAsync(Mode == ClamdMode.CutsItsAnswer ? "stream: O"u8.ToArray() : WordsFor(file), _end.Token);
    }

    private async Task<byte[]> ReadAsync(NetworkStream line)
    {
        using var file = new MemoryStream();
        var length = new byte[4];
        while (true)
        {
            await line.ReadExactlyAsync(length, _end.Token);
            var chunk = new byte[BinaryPrimitives.ReadInt32BigEndian(length)];
            if (chunk.Length == 0) return file.ToArray();
            await line.ReadExactlyAsync(chunk, _end.Token);
            file.Write(chunk);
        }
    }

    private static byte[] WordsFor(byte[] file) =>
        Encoding.ASCII.GetBytes(Encoding.Latin1.GetString(file).Contains(Bad, StringComparison.Ordinal) ? "stream: Deneme.Zararli-1 FOUND\0" : "stream: OK\0");
}
