using System.Globalization;
using System.Text;
using Bimer.Domain.Ports;

namespace Bimer.Blazor.Gateways.Mail;

/// <summary>Lines and answers over one stream. A server may be slow or hostile: what it can make us keep in memory is bounded here.</summary>
internal sealed class SmtpWire(Stream stream)
{
    private const int LongestLine = 2_048;
    private const int MostLines = 100;

    private readonly byte[] _unread = new byte[4_096];
    private int _from;
    private int _to;

    public Stream Stream => stream;

    /// <summary>More was received than asked for. Before STARTTLS that is an attacker's text meant to look like the encrypted part.</summary>
    public bool HasUnread => _from < _to;

    public async Task<SmtpReply> ReadReplyAsync(CancellationToken ct)
    {
        var lines = new List<string>();
        while (true)
        {
            var line = await ReadLineAsync(ct);
            if (CodeOf(line) is not { } code || lines.Count == MostLines) throw new SmtpFaultException(MailFault.ProtocolBroken);

            lines.Add(line.Length > 4 ? line[4..] : "");
            if (line.Length == 3 || line[3] == ' ') return new SmtpReply(code, lines);
        }
    }

    public async Task WriteLineAsync(string line, CancellationToken ct)
    {
        // The last fence behind the address check: one command stays one line.
        if (line.AsSpan().ContainsAny('\r', '\n', '\0')) throw new ArgumentException("A command is one line.", nameof(line));

        await stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), ct);
        await stream.FlushAsync(ct);
    }

    /// <summary>The message with its leading dots doubled, then the lonely dot that ends it (RFC 5321 §4.5.2).</summary>
    public async Task WriteMessageAsync(ReadOnlyMemory<byte> message, CancellationToken ct)
    {
        var rest = message;
        while (!rest.IsEmpty)
        {
            var end = rest.Span.IndexOf((byte)'\n') + 1;
            // Everything up to the next line that begins with a dot goes in one piece.
            while (end > 0 && end < rest.Length && rest.Span[end] != (byte)'.')
            {
                var next = rest.Span[end..].IndexOf((byte)'\n') + 1;
                end = next == 0 ? 0 : end + next;
            }

            var piece = end == 0 ? rest : rest[..end];
            if (piece.Span[0] == (byte)'.') await stream.WriteAsync("."u8.ToArray(), ct);
            await stream.WriteAsync(piece, ct);
            rest = rest[piece.Length..];
        }

        await stream.WriteAsync(message.Span.EndsWith("\r\n"u8) ? ".\r\n"u8.ToArray() : "\r\n.\r\n"u8.ToArray(), ct);
        await stream.FlushAsync(ct);
    }

    private async Task<string> ReadLineAsync(CancellationToken ct)
    {
        var line = new List<byte>(128);
        while (true)
        {
            if (_from == _to) await FillAsync(ct);

            var next = _unread[_from++];
            if (next == (byte)'\n') break;
            if (line.Count == LongestLine) throw new SmtpFaultException(MailFault.ProtocolBroken);
            line.Add(next);
        }

        if (line is [.., (byte)'\r']) line.RemoveAt(line.Count - 1);
        return Encoding.Latin1.GetString([.. line]);
    }

    private async Task FillAsync(CancellationToken ct)
    {
        (_from, _to) = (0, await stream.ReadAsync(_unread, ct));
        if (_to == 0) throw new SmtpFaultException(MailFault.ConnectionLost);
    }

    private static int? CodeOf(string line) =>
        line.Length >= 3 && (line.Length == 3 || line[3] is ' ' or '-')
        && line[0] is >= '2' and <= '5' && char.IsAsciiDigit(line[1]) && char.IsAsciiDigit(line[2])
            ? int.Parse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture)
            : null;
}
