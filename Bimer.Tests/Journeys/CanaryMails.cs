using Bimer.Tests.Given;

namespace Bimer.Tests.Journeys;

/// <summary>The mails of a story as they left: on SQLite into the folder of the simulated mailbox, on PostgreSQL over the wire to a mail server.</summary>
internal sealed class CanaryMails : IAsyncDisposable
{
    private readonly SmtpServer? _smtp;

    public CanaryMails(Kind kind) => _smtp = kind == Kind.Postgres ? SmtpServer.Start() : null;

    public Dictionary<string, string?> Settings => _smtp is null ? [] : new(StringComparer.Ordinal)
    {
        ["Bimer:Simulate:Mail"] = "false", ["Bimer:Smtp:Host"] = "127.0.0.1", ["Bimer:Smtp:Port"] = $"{_smtp.Port}", ["Bimer:Smtp:Security"] = "None",
        ["Bimer:Smtp:FromAddress"] = "cevap@bimer.invalid", ["Bimer:Outbox:BounceDomain"] = "bimer.invalid",
    };

    /// <summary>The only mail of the story so far, or its second, byte for byte.</summary>
    public Task<byte[]> RawAsync(BimerServer server, int which = 1) =>
        Eventually.SomeAsync(async () => await MailsAsync(server) is { } mails && mails.Count >= which ? mails[which - 1] : null, "the answer is sent");

    /// <summary>What a mail program shows of it, apart from where it goes.</summary>
    public static string ShownOf(ReceivedMail mail) =>
        string.Join('\n', [mail.Subject, mail.From, mail.PlainText, mail.Html, .. mail.Attachments.Select(file => file.FileName), .. mail.HeaderNames]);

    public ValueTask DisposeAsync() => _smtp?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task<List<byte[]>> MailsAsync(BimerServer server)
    {
        if (_smtp is not null) return [.. _smtp.Accepted.Select(mail => mail.Raw)];
        var folder = Path.Combine(server.DataPath, "captured", "mail");
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.eml").Order(StringComparer.Ordinal) : Enumerable.Empty<string>();
        return [.. await Task.WhenAll(files.Select(file => File.ReadAllBytesAsync(file)))];
    }
}
