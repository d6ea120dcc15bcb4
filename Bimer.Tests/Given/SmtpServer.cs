using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace Bimer.Tests.Given;

/// <summary>How the server treats whoever comes next.</summary>
public enum SmtpMode
{
    Ok,
    HangBeforeBanner,
    DropBeforeBanner,
    ResetBeforeData,
    ResetWhileReceiving,
    HangAfterData,
    ResetAfterData,
    AcceptThenDropBefore250,
    HangAtQuit,
    SlowDripBanner,
    SlowDripAfterData,
    HugeReply,
    EndlessLine,
    Gibberish,
    InjectBehindStartTls,
}

/// <summary>Where an answer code can be put in place of the usual one.</summary>
public enum SmtpMoment
{
    Greeting,
    Hello,
    StartTls,
    SignIn,
    Sender,
    Recipient,
    Data,
    Message,
}

/// <summary>How far one mail has come; at each the test may step in.</summary>
public enum SmtpStep
{
    /// <summary>DATA was heard and not answered.</summary>
    DataAsked,

    /// <summary>All of it is here and nothing was said to it.</summary>
    BodyArrived,

    /// <summary>The server said 250.</summary>
    Agreed,
}

/// <summary>A mail as it came over the wire, its dots undoubled, nothing else touched.</summary>
public sealed record SmtpMail(string From, IReadOnlyList<string> To, byte[] Raw)
{
    public ReceivedMail Read() => ReceivedMail.Parse(Raw);
}

/// <summary>A mail server on loopback that keeps what it gets and fails on demand. Mode and answers may change while it runs.</summary>
public sealed class SmtpServer : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<Task, byte> _sessions = new();
    private readonly ConcurrentQueue<SmtpMail> _accepted = new();
    private readonly ConcurrentQueue<SmtpMail> _received = new();
    private readonly ConcurrentQueue<string> _commands = new();
    private int _messageBytes;
    private int _callers;
    private TcpListener? _listener;
    private Task _accepting = Task.CompletedTask;

    private SmtpServer()
    {
    }

    public int Port { get; } = FreePort.Take();

    public SmtpMode Mode { get; set; }

    /// <summary>Codes that stand in for the usual answers.</summary>
    public ConcurrentDictionary<SmtpMoment, int> Answers { get; } = new();

    /// <summary>Asked at every step of every mail, with its recipient, and awaited; true resets the connection.</summary>
    public Func<SmtpStep, string, Task<bool>>? StepsIn { get; set; }

    /// <summary>How many have called, whatever became of it.</summary>
    public int Callers => _callers;

    /// <summary>Set: STARTTLS is offered with it, and used from the first byte where <see cref="ImplicitTls"/> is set.</summary>
    public X509Certificate2? Certificate { get; set; }

    public bool ImplicitTls { get; set; }

    /// <summary>Set: these two must be given before MAIL.</summary>
    public (string User, string Password)? Account { get; set; }

    /// <summary>What EHLO offers besides STARTTLS, e.g. "SIZE 1000".</summary>
    public IReadOnlyList<string> Offers { get; set; } = ["8BITMIME", "SIZE 100000000", "AUTH PLAIN LOGIN"];

    public bool KnowsEhlo { get; set; } = true;

    /// <summary>Mails the sender was told 250 for.</summary>
    public IReadOnlyList<SmtpMail> Accepted => [.. _accepted];

    /// <summary>Mails that came whole, whatever was answered.</summary>
    public IReadOnlyList<SmtpMail> Received => [.. _received];

    /// <summary>Every command line, in order of arrival; what follows DATA is not among them.</summary>
    public IReadOnlyList<string> Commands => [.. _commands];

    /// <summary>Bytes that came behind DATA, whole mails or not.</summary>
    public int MessageBytes => _messageBytes;

    public static SmtpServer Start()
    {
        var server = new SmtpServer();
        server.Listen();
        return server;
    }

    /// <summary>Nobody listens on the port any more.</summary>
    public async Task RefuseConnectionsAsync()
    {
        _listener?.Stop();
        await _accepting;
    }

    /// <summary>Listens again, on the same port.</summary>
    public void AcceptConnections() => Listen();

    public async ValueTask DisposeAsync()
    {
        await RefuseConnectionsAsync();
        // Whoever has gone is read to the end first; whoever hangs is cut off.
        _stop.CancelAfter(TimeSpan.FromMilliseconds(200));
        await Task.WhenAll(_sessions.Keys);
        _stop.Dispose();
    }

    internal void Heard(string command) => _commands.Enqueue(command);

    internal void Count(int messageBytes) => Interlocked.Add(ref _messageBytes, messageBytes);

    internal void Keep(SmtpMail mail) => _received.Enqueue(mail);

    internal void Accept(SmtpMail mail) => _accepted.Enqueue(mail);

    private void Listen()
    {
        _listener = new TcpListener(IPAddress.Loopback, Port);
        _listener.Start();
        _accepting = AcceptAsync(_listener);
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        while (true)
        {
            TcpClient client;
            try
            {
                client = await listener.AcceptTcpClientAsync(_stop.Token);
            }
            catch (Exception error) when (error is SocketException or OperationCanceledException or InvalidOperationException)
            {
                return;
            }
            Interlocked.Increment(ref _callers);
            var session = new SmtpServerSession(this, client).RunAsync(_stop.Token);
            _sessions.TryAdd(session, 0);
            _ = session.ContinueWith(done => _sessions.TryRemove(done, out _), TaskScheduler.Default);
        }
    }
}
