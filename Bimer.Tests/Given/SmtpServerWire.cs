using System.Text;

namespace Bimer.Tests.Given;

/// <summary>What a server does with one connection, in good ways and bad.</summary>
internal sealed class SmtpServerWire(Stream stream)
{
    private static readonly TimeSpan Drip = TimeSpan.FromMilliseconds(20);

    private readonly byte[] _unread = new byte[64 * 1024];
    private int _from;
    private int _to;

    public Stream Stream => stream;

    public Task SayAsync(string line, CancellationToken stop) => Stream.WriteAsync(Encoding.Latin1.GetBytes(line + "\r\n"), stop).AsTask();

    /// <summary>Ends at CRLF only: a bare CR or LF stays part of the line and is seen by the test.</summary>
    public async Task<string?> ReadLineAsync(CancellationToken stop)
    {
        var line = new List<byte>(256);
        while (line is not [.., (byte)'\r', (byte)'\n'])
        {
            if (_from == _to)
            {
                (_from, _to) = (0, await Stream.ReadAsync(_unread, stop));
                if (_to == 0) return null;
            }
            line.Add(_unread[_from++]);
        }
        return Encoding.Latin1.GetString([.. line[..^2]]);
    }

    public async Task FloodAsync(string text, CancellationToken stop)
    {
        while (true) await Stream.WriteAsync(Encoding.Latin1.GetBytes(text), stop);
    }

    public async Task DripForeverAsync(CancellationToken stop)
    {
        while (true)
        {
            await Stream.WriteAsync("2"u8.ToArray(), stop);
            await Task.Delay(Drip, stop);
        }
    }

    public static Task HangAsync(CancellationToken stop) => Task.Delay(Timeout.Infinite, stop);
}
