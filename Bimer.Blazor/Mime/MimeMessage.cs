namespace Bimer.Blazor.Mime;

/// <summary>A mail, decoded. It names people; <see cref="ToString"/> tells nothing, so no log can.</summary>
public sealed record MimeMessage
{
    /// <summary>Between its angle brackets; empty where the mail has none.</summary>
    public required string MessageId { get; init; }

    public required MimeAddress From { get; init; }

    public required string Subject { get; init; }

    /// <summary>What is to be read, in order; of alternatives the one that was chosen.</summary>
    public required IReadOnlyList<MimeText> Texts { get; init; }

    public required IReadOnlyList<MimeFile> Files { get; init; }

    public override string ToString() => nameof(MimeMessage);
}

/// <summary>The first mailbox of a head line; each part may be empty. Nothing says that it is true.</summary>
public sealed record MimeAddress(string Name, string Address)
{
    public static readonly MimeAddress None = new("", "");

    public override string ToString() => nameof(MimeAddress);
}

/// <summary>One text of a mail; HTML comes as it was sent and is for whoever cleans it.</summary>
public sealed record MimeText(bool IsHtml, string Text)
{
    /// <summary>Ends what the last <see cref="Forwarded"/> began.</summary>
    public static readonly MimeText EndOfForwarded = new(IsHtml: false, "");

    /// <summary>Here begins a mail within the mail (iletilen e-posta), up to its own <see cref="EndOfForwarded"/>; the text itself is empty.</summary>
    public MimeEnvelope? Forwarded { get; init; }

    /// <summary>Whether it is words of the mail, and no mark around a forwarded one.</summary>
    public bool IsWords => Forwarded is null && !ReferenceEquals(this, EndOfForwarded);

    public override string ToString() => nameof(MimeText);
}

/// <summary>What a forwarded mail says of itself; each part may be empty, and nothing says that it is true.</summary>
/// <param name="Date">As it stands there.</param>
public sealed record MimeEnvelope(MimeAddress From, string Date, string Subject)
{
    public override string ToString() => nameof(MimeEnvelope);
}

/// <param name="Name">As the sender calls it; empty where the mail does not say.</param>
/// <param name="Type">What the mail says it is, in lower case: a claim.</param>
public sealed record MimeFile(string Name, string Type, byte[] Content)
{
    public override string ToString() => nameof(MimeFile);
}
