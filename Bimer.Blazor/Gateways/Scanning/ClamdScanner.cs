using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Bimer.Domain.Ports;
using Microsoft.Extensions.Options;

namespace Bimer.Blazor.Gateways.Scanning;

/// <summary>
/// Asks clamd by its INSTREAM command: lengths of four bytes before each chunk, nought at the end, and one answer. A socket for each file: what one file does
/// to it harms no other.
/// </summary>
internal sealed partial class ClamdScanner(IOptions<ScannerOptions> options, ILogger<ClamdScanner> log) : IScanner
{
    private const int ChunkBytes = 64 * 1024;
    private const int LongestAnswer = 4096;

    public bool IsThere => true;

    public async Task<ScanAnswer?> ScanAsync(Stream content, CancellationToken ct)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(ct);
        time.CancelAfter(options.Value.Timeout);
        try
        {
            using var socket = await ConnectAsync(time.Token);
            await using var line = new NetworkStream(socket);
            await SendAsync(content, line, time.Token);
            return AnswerOf(await HearAsync(line, time.Token));
        }
        catch (Exception fault) when (fault is SocketException or IOException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            NoAnswer(log, fault.GetType().Name);
            return null;
        }
    }

    private async Task<Socket> ConnectAsync(CancellationToken ct)
    {
        var place = ScanningGateway.PlaceOf(options.Value.Address)!;
        var socket = place is UnixDomainSocketEndPoint ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) : new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(place, ct);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static async Task SendAsync(Stream content, NetworkStream line, CancellationToken ct)
    {
        await line.WriteAsync("zINSTREAM\0"u8.ToArray(), ct);
        var chunk = new byte[4 + ChunkBytes];
        int read;
        do
        {
            read = await content.ReadAtLeastAsync(chunk.AsMemory(4), ChunkBytes, throwOnEndOfStream: false, ct);
            BinaryPrimitives.WriteInt32BigEndian(chunk, read);
            if (read > 0) await line.WriteAsync(chunk.AsMemory(0, 4 + read), ct);
        }
        while (read == ChunkBytes);
        await line.WriteAsync(new byte[4], ct);
    }

    private static async Task<string> HearAsync(NetworkStream line, CancellationToken ct)
    {
        var heard = new byte[LongestAnswer];
        var length = 0;
        while (length < heard.Length && await line.ReadAsync(heard.AsMemory(length), ct) is var more and > 0)
        {
            length += more;
            if (heard.AsSpan(0, length).IndexOf((byte)0) is >= 0 and var end) return Encoding.ASCII.GetString(heard, 0, end);
        }

        return "";   // cut short: half an "OK" is none
    }

    /// <summary>"stream: OK", "stream: Name FOUND"; everything else, its limits for example, is no answer.</summary>
    private ScanAnswer? AnswerOf(string said)
    {
        if (string.Equals(said, "stream: OK", StringComparison.Ordinal)) return new ScanAnswer(IsHarmful: false);
        if (said.StartsWith("stream: ", StringComparison.Ordinal) && said.EndsWith(" FOUND", StringComparison.Ordinal)) return new ScanAnswer(IsHarmful: true, said["stream: ".Length..^" FOUND".Length]);
        NoAnswer(log, said.EndsWith(" ERROR", StringComparison.Ordinal) ? "ERROR" : "unknown");
        return null;
    }

    [LoggerMessage(EventId = 3011, Level = LogLevel.Warning, Message = "The virus scanner gave no answer: {Kind}.")]
    private static partial void NoAnswer(ILogger logger, string kind);
}
