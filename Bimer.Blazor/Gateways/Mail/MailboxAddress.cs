using System.Buffers;
using System.Globalization;

namespace Bimer.Blazor.Gateways.Mail;

/// <summary>The address as it goes over the wire: plain ASCII, one local part, one domain, nothing that could end a command or a header.</summary>
internal sealed record MailboxAddress(string Value)
{
    private const int LongestAddress = 254;
    private const int LongestLocalPart = 64;

    private static readonly SearchValues<char> LocalLetters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.!#$%&'*+/=?^_`{|}~-");

    private static readonly SearchValues<char> DomainLetters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-");

    /// <summary>
    /// The address with its domain in ASCII (bücher.example → xn--bcher-kva.example), or null. Quoted local parts,
    /// address literals and local parts outside ASCII (ö@…) are refused: hardly a mail server between here and there takes them.
    /// </summary>
    public static MailboxAddress? Parse(string address)
    {
        var at = address.LastIndexOf('@');
        if (at < 1 || at > LongestLocalPart) return null;

        var local = address[..at];
        if (local.AsSpan().ContainsAnyExcept(LocalLetters) || !HasWholeLabels(local) || AsciiDomain(address[(at + 1)..]) is not { } domain)
            return null;

        var whole = $"{local}@{domain}";
        return whole.Length <= LongestAddress ? new MailboxAddress(whole) : null;
    }

    public string Domain => Value[(Value.LastIndexOf('@') + 1)..];

    private static string? AsciiDomain(string domain)
    {
        try
        {
            var ascii = new IdnMapping { UseStd3AsciiRules = true }.GetAscii(domain);
            return !ascii.AsSpan().ContainsAnyExcept(DomainLetters) && HasWholeLabels(ascii) ? ascii : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool HasWholeLabels(string dotted) =>
        dotted.Length > 0 && dotted[0] != '.' && dotted[^1] != '.' && !dotted.Contains("..", StringComparison.Ordinal);
}
