namespace Bimer.Blazor.Gateways.Simulated;

/// <summary>What <see cref="CapturingMailSender"/> caught, newest first; for the page that shows it in Development.</summary>
public sealed class CapturedMailbox(string dataPath)
{
    private readonly CaptureFolder _folder = new(Path.Combine(dataPath, "captured", "mail"), ".eml");

    /// <param name="most">At most so many, the newest.</param>
    /// <param name="ct">Stops between two mails.</param>
    public async Task<IReadOnlyList<CapturedMail>> NewestFirstAsync(int most, CancellationToken ct)
    {
        var mails = new List<CapturedMail>();
        foreach (var number in _folder.NumbersNewestFirst().Take(most))
        {
            if (await FindAsync(number, ct) is { } mail) mails.Add(mail);
        }
        return mails;
    }

    /// <summary>Null: there is no such mail.</summary>
    public async Task<CapturedMail?> FindAsync(long number, CancellationToken ct) =>
        await _folder.ReadAsync(number, ct) is { } file ? CapturedMailParser.Parse(file) : null;

    /// <summary>The file as it was sent, to open in a mail program. Null: there is no such mail.</summary>
    public async Task<byte[]?> RawAsync(long number, CancellationToken ct) => (await _folder.ReadAsync(number, ct))?.Content;

    internal Task KeepAsync(ReadOnlyMemory<byte> message, CancellationToken ct) => _folder.AddAsync(message, ct);
}

/// <summary>A caught mail, decoded.</summary>
public sealed record CapturedMail(long Number, DateTimeOffset At, string MessageId, string From, string To, string Subject)
{
    public required string PlainText { get; init; }

    /// <summary>As it was sent; the page that shows it cleans or frames it.</summary>
    public required string Html { get; init; }

    public required IReadOnlyList<CapturedAttachment> Attachments { get; init; }
}

/// <summary>A file of a caught mail.</summary>
public sealed record CapturedAttachment(string FileName, string ContentType, ReadOnlyMemory<byte> Content);
