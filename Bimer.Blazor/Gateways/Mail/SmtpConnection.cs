using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using Bimer.Domain.Ports;

namespace Bimer.Blazor.Gateways.Mail;

/// <summary>The way to the point where mail may be offered: connect, encrypt, greet, sign in. Every wait has its own limit inside the total one.</summary>
internal sealed class SmtpConnection(SmtpOptions options) : IAsyncDisposable
{
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);

    private readonly TcpClient _tcp = new() { NoDelay = true };
    private SmtpWire? _wire;
    private bool _encrypted;

    public SmtpWire Wire => _wire ?? throw new InvalidOperationException("Not open yet.");

    /// <summary>The other end is on this machine.</summary>
    public bool IsLocal => _tcp.Client.RemoteEndPoint is IPEndPoint { Address: var address } && IPAddress.IsLoopback(address);

    /// <summary>The last answer to EHLO; what was offered before encryption is forgotten.</summary>
    public SmtpReply Offers { get; private set; } = new(0, []);

    /// <summary>Null: open. Otherwise the server's own "no".</summary>
    public async Task<MailDelivery?> OpenAsync(CancellationToken total)
    {
        await ConnectAsync(total);
        var greeting = await ReadAsync(options.ReplyTimeout, total);

        return SmtpVerdict.Of(SmtpStep.Greeting, greeting.Code)
            ?? await HelloAsync(total)
            ?? (options.Security == SmtpSecurity.StartTls ? await StartTlsAsync(total) : null)
            ?? (options.UserName.Length > 0 ? await new SmtpSignIn(options, _encrypted).RunAsync(this, total) : null);
    }

    public async Task<SmtpReply> AskAsync(string line, CancellationToken total)
    {
        using var limit = Limit(options.ReplyTimeout, total);
        await Wire.WriteLineAsync(line, limit.Token);
        return await Wire.ReadReplyAsync(limit.Token);
    }

    public async Task<SmtpReply> ReadAsync(TimeSpan within, CancellationToken total)
    {
        using var limit = Limit(within, total);
        return await Wire.ReadReplyAsync(limit.Token);
    }

    /// <summary>Manners, not protocol: the outcome is decided, so nothing that happens here can change it.</summary>
    public async Task QuitAsync(CancellationToken total)
    {
        try
        {
            using var limit = Limit(Farewell, total);
            await Wire.WriteLineAsync("QUIT", limit.Token);
            await Wire.ReadReplyAsync(limit.Token);
        }
        catch (Exception error) when (SmtpFaults.Of(error) is not null)
        {
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_wire is not null) await _wire.Stream.DisposeAsync();
        _tcp.Dispose();
    }

    private async Task ConnectAsync(CancellationToken total)
    {
        using var limit = Limit(options.ConnectTimeout, total);
        await _tcp.ConnectAsync(options.Host, options.Port, limit.Token);
        _wire = new SmtpWire(_tcp.GetStream());
        if (options.Security == SmtpSecurity.Tls) await EncryptAsync(total);
    }

    private async Task<MailDelivery?> HelloAsync(CancellationToken total)
    {
        var name = MailboxAddress.Parse(options.FromAddress)?.Domain ?? "localhost";
        var reply = await AskAsync($"EHLO {name}", total);
        // A server from before 1995 knows HELO only, and offers nothing.
        if (reply.Code is 500 or 501 or 502 or 504) reply = await AskAsync($"HELO {name}", total);
        Offers = reply;
        return SmtpVerdict.Of(SmtpStep.Hello, reply.Code);
    }

    private async Task<MailDelivery?> StartTlsAsync(CancellationToken total)
    {
        if (Offers.Offer("STARTTLS") is null) throw new SmtpFaultException(MailFault.NotSecure);

        var reply = await AskAsync("STARTTLS", total);
        if (SmtpVerdict.Of(SmtpStep.StartTls, reply.Code) is { } refused) return refused;

        // Text sent together with the answer would otherwise be taken for text that came encrypted.
        if (Wire.HasUnread) throw new SmtpFaultException(MailFault.ProtocolBroken);
        await EncryptAsync(total);
        return await HelloAsync(total);
    }

    private async Task EncryptAsync(CancellationToken total)
    {
        using var limit = Limit(options.ConnectTimeout, total);
        _wire = new SmtpWire(await SmtpEncryption.StartAsync(Wire.Stream, options, limit.Token));
        _encrypted = true;
    }

    private static CancellationTokenSource Limit(TimeSpan within, CancellationToken total)
    {
        var limit = CancellationTokenSource.CreateLinkedTokenSource(total);
        limit.CancelAfter(within);
        return limit;
    }
}

/// <summary>Which exceptions are the network's, and what they mean. Anything else is a bug and passes.</summary>
internal static class SmtpFaults
{
    public static MailFault? Of(Exception error) => error switch
    {
        SmtpFaultException told => told.Fault,
        OperationCanceledException => MailFault.TimedOut,
        AuthenticationException => MailFault.NotSecure,
        SocketException => MailFault.NoConnection,
        IOException => MailFault.ConnectionLost,
        _ => null,
    };
}
