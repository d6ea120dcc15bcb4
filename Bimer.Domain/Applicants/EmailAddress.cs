using System.Globalization;
using Bimer.Domain.Kernel;

namespace Bimer.Domain.Applicants;

/// <summary>
/// An address letters are sent to: a plain ASCII mailbox name and a host name, which may be Turkish and is kept in its
/// ASCII form (punycode), so a look-alike domain shows itself. Comes out by <see cref="Reveal"/> alone.
/// </summary>
public sealed record EmailAddress
{
    /// <summary>Longest address, the at sign included (RFC 5321).</summary>
    public const int MaxLength = 254;

    private const int MaxLocalLength = 64;

    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    private readonly string _local;
    private readonly string _domain;

    private EmailAddress(string local, string domain) => (_local, _domain) = (local, domain);

    /// <summary>Quoted names, address literals, comments and anything with a control character are refused: <see cref="Refusal.InvalidEmailAddress"/>.</summary>
    public static Outcome<EmailAddress> Parse(string? text)
    {
        // Only blanks are trimmed: a line break at the end would be a second header in the letter.
        var written = text?.Trim(' ') ?? "";
        var at = written.IndexOf('@', StringComparison.Ordinal);
        if (written.Length > MaxLength || at <= 0) return new Refusal.InvalidEmailAddress();

        var local = written[..at];
        if (!IsMailbox(local) || ToAscii(written[(at + 1)..]) is not { } domain) return new Refusal.InvalidEmailAddress();
        return local.Length + 1 + domain.Length <= MaxLength ? new EmailAddress(local, domain) : new Refusal.InvalidEmailAddress();
    }

    /// <summary>The address as it goes into a letter: the mailbox name as written, the domain in lower-case ASCII.</summary>
    public string Reveal() => $"{_local}@{_domain}";

    /// <summary>One form for limits and comparison: no mail service in use tells Ali@ from ali@.</summary>
    public string RevealKey() => Reveal().ToLowerInvariant();

    public override string ToString() => MaskedIdentity.Email;

    private static bool IsMailbox(string local) =>
        local.Length <= MaxLocalLength
        && local.All(c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-/=?^_`{|}~.".Contains(c, StringComparison.Ordinal))
        && local.Split('.').All(part => part.Length > 0);

    private static string? ToAscii(string domain)
    {
        // Invisible characters and foreign full stops would be mapped away silently: only letters, digits, marks, hyphen and dot.
        if (!domain.All(c => char.IsLetterOrDigit(c) || c is '-' or '.' || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark)) return null;
        try
        {
            // A Turkish keyboard in capitals writes GMAİL.COM; without this it would become another domain.
            var ascii = Idn.GetAscii(domain.Replace('İ', 'i')).ToLowerInvariant();
            return IsHostName(ascii) ? ascii : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool IsHostName(string ascii)
    {
        var labels = ascii.Split('.');
        return labels.Length >= 2
            && labels.All(label => label.Length is > 0 and <= 63 && label[0] != '-' && label[^1] != '-')
            && labels.All(label => label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
            && labels[^1].Length >= 2 && !labels[^1].All(char.IsAsciiDigit);
    }
}
