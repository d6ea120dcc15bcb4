using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Mime;

/// <summary>What one part and those within it hold.</summary>
internal sealed record MimeContent(IReadOnlyList<MimeText> Texts, IReadOnlyList<MimeFile> Files)
{
    public static readonly MimeContent Nothing = new([], []);

    public static MimeContent Of(IReadOnlyCollection<MimeContent> parts) => new([.. parts.SelectMany(p => p.Texts)], [.. parts.SelectMany(p => p.Files)]);

    public bool HasPlainText => Texts.Any(text => !text.IsHtml && !string.IsNullOrWhiteSpace(text.Text));
}

/// <summary>One walk through one mail: counts what it meets and stops at the first limit.</summary>
internal sealed class MimeReading(MimeLimits limits)
{
    private int _parts;

    /// <summary>Set once: what is read after it is thrown away with the rest.</summary>
    public Refusal.MailUnreadable? Flaw { get; private set; }

    public MimeContent Read(MimeHead head, ReadOnlyMemory<byte> body, int depth)
    {
        if (Flaw is not null) return MimeContent.Nothing;
        if (++_parts > limits.Parts) return Refuse(MailFlaw.TooManyParts, limits.Parts);
        if (depth > limits.Depth) return Refuse(MailFlaw.TooDeep, limits.Depth);
        var type = head.Value("Content-Type");
        if (type.Value.StartsWith("multipart/", StringComparison.Ordinal)) return Container(head, type, body, depth);
        return type.Value is "message/rfc822" ? Forwarded(TransferDecoding.Of(body.Span, TransferOf(head)), depth) : Leaf(head, type, body);
    }

    private MimeContent Container(MimeHead head, HeadValue type, ReadOnlyMemory<byte> body, int depth)
    {
        var boundary = type["boundary"];
        var parts = boundary.Length == 0 ? [] : Multipart.PartsOf(body, boundary).Take(limits.Parts + 1).Select(part => Within(part, depth)).ToList();
        // A container whose boundary never comes was torn: what is there is text.
        return parts.Count == 0 ? Words(head, type, body) : Chosen(type.Value, parts);
    }

    private MimeContent Within(ReadOnlyMemory<byte> part, int depth)
    {
        if (Flaw is not null) return MimeContent.Nothing;
        return MimeHead.TryCut(part, limits.HeadBytes, out var head, out var body) ? Read(head, body, depth + 1) : Refuse(MailFlaw.HeadTooLarge, limits.HeadBytes);
    }

    // Whose words it holds stands in its head: without it they would read as the petitioner's own.
    private MimeContent Forwarded(ReadOnlyMemory<byte> mail, int depth)
    {
        if (!MimeHead.TryCut(mail, limits.HeadBytes, out var head, out _)) return Refuse(MailFlaw.HeadTooLarge, limits.HeadBytes);
        var content = Within(mail, depth);
        var envelope = new MimeEnvelope(AddressReader.Of(head.Raw("From")), head.Words("Date"), head.Words("Subject"));
        return content with { Texts = [new MimeText(IsHtml: false, "") { Forwarded = envelope }, .. content.Texts, MimeText.EndOfForwarded] };
    }

    // Of alternatives the plain one is read: it says the same and can do nothing. Files of the others stay.
    private static MimeContent Chosen(string type, List<MimeContent> parts)
    {
        var all = MimeContent.Of(parts);
        if (type is not "multipart/alternative") return all;
        var chosen = parts.Find(part => part.HasPlainText) ?? parts.FindLast(part => part.Texts.Count > 0);
        return all with { Texts = chosen?.Texts ?? [] };
    }

    private MimeContent Leaf(MimeHead head, HeadValue type, ReadOnlyMemory<byte> body)
    {
        var disposition = head.Value("Content-Disposition");
        var name = disposition["filename"] is { Length: > 0 } given ? given : type["name"];
        var isText = type.Value is "" or "text" or "text/plain" or "text/html" && name.Length == 0 && disposition.Value is not "attachment";
        if (isText) return Words(head, type, body);
        // The seal of a signed mail is no paper of the petitioner's.
        if (type.Value is "application/pkcs7-signature" or "application/x-pkcs7-signature" or "application/pgp-signature") return MimeContent.Nothing;
        return new MimeContent([], [new MimeFile(MimeCharset.Printable(name).Trim(), type.Value, TransferDecoding.Of(body.Span, TransferOf(head)))]);
    }

    private MimeContent Words(MimeHead head, HeadValue type, ReadOnlyMemory<byte> body) => body.Length <= limits.TextBytes
        ? new MimeContent([TextOf(head, type, body)], [])
        : new MimeContent([], [new MimeFile("", "text/plain", TransferDecoding.Of(body.Span, TransferOf(head)))]);

    private static MimeText TextOf(MimeHead head, HeadValue type, ReadOnlyMemory<byte> body)
    {
        var letters = MimeCharset.Decode(TransferDecoding.Of(body.Span, TransferOf(head)), type["charset"]);
        var text = letters.ReplaceLineEndings("\n").Replace("\0", "", StringComparison.Ordinal).TrimStart('\uFEFF');
        var isHtml = type.Value is "text/html";
        var isFlowed = !isHtml && string.Equals(type["format"], "flowed", StringComparison.OrdinalIgnoreCase);
        return new MimeText(isHtml, isFlowed ? FlowedText.Join(text, string.Equals(type["delsp"], "yes", StringComparison.OrdinalIgnoreCase)) : text);
    }

    private static string TransferOf(MimeHead head) => head.Value("Content-Transfer-Encoding").Value;

    private MimeContent Refuse(MailFlaw flaw, long limit)
    {
        Flaw ??= new Refusal.MailUnreadable(flaw, limit);
        return MimeContent.Nothing;
    }
}
