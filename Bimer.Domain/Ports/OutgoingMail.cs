namespace Bimer.Domain.Ports;

/// <summary>A mail for one person. The same mail always becomes the same bytes, so a repeated attempt is recognisable as one.</summary>
public sealed record OutgoingMail
{
    /// <summary>Without angle brackets, e.g. <c>0197…@bimer.gov.tr</c>; the same on every attempt.</summary>
    public required string MessageId { get; init; }

    /// <summary>What the Date header says; written in UTC with seconds.</summary>
    public required DateTimeOffset Date { get; init; }

    /// <summary>The sender people see; <see langword="null"/>: the institution's own mailbox from the configuration.</summary>
    public Mailbox? From { get; init; }

    /// <summary>
    /// Where bounces go (one address per mail, VERP), so that none is read by a person: it quotes the recipient, who may be hidden.
    /// <see langword="null"/>: nowhere, the mail leaves without a return path.
    /// </summary>
    public string? EnvelopeSender { get; init; }

    /// <summary>The one recipient; there is no second one, no CC and no BCC.</summary>
    public required Mailbox To { get; init; }

    /// <summary>Any text; what could end a header line or turn its direction becomes a space.</summary>
    public required string Subject { get; init; }

    /// <summary>Any length; line breaks of any kind arrive as CRLF.</summary>
    public required string PlainText { get; init; }

    /// <summary>The same answer as a whole HTML document, cleaned by whoever wrote it.</summary>
    public required string Html { get; init; }

    /// <summary>In the order the recipient sees.</summary>
    public IReadOnlyList<MailAttachment> Attachments { get; init; } = [];

    /// <summary>Ids only: a record prints all its members by itself, and this one holds an address and an answer.</summary>
    public override string ToString() => $"OutgoingMail {MessageId}";
}

/// <summary>An address and the name shown with it; the name may be empty.</summary>
public sealed record Mailbox(string Address, string DisplayName)
{
    /// <summary>Neither the address nor the name: this may end in a log.</summary>
    public override string ToString() => nameof(Mailbox);
}

/// <summary>A file that travels with a mail (ek). Opened once per attempt, before the server is asked for anything.</summary>
public sealed record MailAttachment(string FileName, string ContentType, Func<CancellationToken, ValueTask<Stream>> OpenAsync)
{
    /// <summary>A file that is in memory already.</summary>
    public static MailAttachment OfBytes(string fileName, string contentType, ReadOnlyMemory<byte> content) =>
        new(fileName, contentType, _ => ValueTask.FromResult<Stream>(new MemoryStream(content.ToArray(), writable: false)));

    /// <summary>The type alone: a file name may hold a person's.</summary>
    public override string ToString() => $"{nameof(MailAttachment)} {ContentType}";
}
