using System.Text;
using System.Text.RegularExpressions;
using Bimer.Blazor.Mime;

namespace Bimer.Blazor.Mailroom.Bounces;

/// <summary>That one of our mails came back.</summary>
/// <param name="Message">Which, by the address it was sent back to.</param>
/// <param name="Code">Why, as of RFC 3463: <c>5.1.1</c>.</param>
public sealed record Bounce(Guid Message, string Code);

/// <summary>
/// Reads what lies in the mailbox of bounces (RFC 3464). Whose mail it is says the address it came back to, which nobody but its recipient and the
/// servers on the way ever saw (VERP); that it is lost says the report's own word. What a server or a person says in words is not read:
/// it quotes the address, and an answer "I am on holiday" is no loss.
/// </summary>
public sealed partial class BounceReader(MimeLimits limits)
{
    private const string Unknown = "5.0.0";

    /// <summary>None where it reports no loss, or none of ours.</summary>
    public Bounce? Read(ReadOnlyMemory<byte> mail)
    {
        if (!MimeHead.TryCut(mail, limits.HeadBytes, out var head, out _) || MessageOf(head) is not { } message) return null;
        if (new MimeReader(limits).Read(mail).Value is not { } read) return null;
        var report = read.Files.FirstOrDefault(file => file.Type is "message/delivery-status" or "message/global-delivery-status");
        return report is not null && CodeOf(Encoding.Latin1.GetString(report.Content)) is { } code ? new Bounce(message, code) : null;
    }

    private static Guid? MessageOf(MimeHead head)
    {
        string[] lines = [head.Raw("X-Original-To"), head.Raw("Delivered-To"), head.Raw("Envelope-To"), head.Raw("To")];
        var found = lines.Select(line => Returned().Match(line)).FirstOrDefault(match => match.Success);
        return found is not null && Guid.TryParseExact(found.Groups["id"].Value, "N", out var message) ? message : null;
    }

    /// <summary>A report speaks of one recipient, for a mail has one. "Delayed" is no loss: its server goes on trying.</summary>
    private static string? CodeOf(string report)
    {
        if (!Failed().IsMatch(report)) return null;
        var status = Status().Match(report);
        return status.Success ? status.Groups["code"].Value : Unknown;
    }

    [GeneratedRegex(@"geri\+(?<id>[0-9a-f]{32})@", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Returned();

    [GeneratedRegex(@"^Action:[ \t]*failed[ \t]*\r?$", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Failed();

    [GeneratedRegex(@"^Status:[ \t]*(?<code>[245]\.[0-9]{1,3}\.[0-9]{1,3})", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Status();
}
