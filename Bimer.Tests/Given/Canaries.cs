using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Bimer.Blazor.Facts.Demo;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Domain.Applicants;
using Bimer.Domain.Ports;

namespace Bimer.Tests.Given;

/// <summary>
/// A citizen of whom nothing could be taken for anything else, and a nose that finds any of it again: whatever the case of its letters,
/// with or without their Turkish marks, spelled for HTML, for an address, for JSON, in base 64 or 16, in two bytes each, or packed.
/// </summary>
internal static partial class Canaries
{
    public const string Email = "yuvakusu.81@posta.invalid";
    public const string ContactAddress = "Gizliyuva Sokağı No: 81 D: 4 Etimesgut/Ankara";

    // Base 64 in base 64 is as far as anything here goes.
    private const int Deepest = 2;

    /// <summary>In folded form, see <see cref="Fold"/>: so no spelling of a number or an address passes either.</summary>
    private static readonly (string What, string Trace)[] _traces =
    [
        ("given name", "mujgancicek"), ("surname", "bulbulisigi"), ("citizen number", Staff.NumberOf(70_081)), ("phone", "5549876103"),
        ("e-mail", "yuvakusu81"), ("registered address", "otucukusmah"), ("contact address", "gizliyuvasok"),
    ];

    public static IReadOnlyList<string> Everything { get; } = [.. _traces.Select(trace => trace.What)];

    public static PublishedCitizen Citizen { get; } = new(
        Staff.NumberOf(70_081), "Müjgançiçek", "Bülbülışığı", Staff.NumberOf(70_082), "Emine", "Kaya", "05549876103", "Ötücükuş Mah. Kafes Sokak No: 7 Çankaya/Ankara");

    public static ApplicantIdentity Identity => new()
    {
        NationalId = Citizen.NationalId, GivenName = Citizen.GivenName, Surname = Citizen.Surname, Mobile = "+90" + Citizen.Mobile[1..],
        Email = Email, RegisterAddress = Citizen.Address, ContactAddress = ContactAddress,
    };

    /// <summary>The register that knows this family and nobody else.</summary>
    public static RegisteredPerson? InTheRegister(NationalId number)
    {
        if (string.Equals(number.Reveal(), Citizen.MotherNationalId, StringComparison.Ordinal))
            return new RegisteredPerson(PersonName.Parse(Citizen.MotherGivenName, Citizen.Surname).Value!) { FormerSurname = Citizen.MotherMaidenName };
        if (!string.Equals(number.Reveal(), Citizen.NationalId, StringComparison.Ordinal)) return null;
        return new RegisteredPerson(PersonName.Parse(Citizen.GivenName, Citizen.Surname).Value!)
        {
            Address = Citizen.Address, Mother = NationalId.Parse(Citizen.MotherNationalId).Value,
        };
    }

    /// <summary>Which of it stands there, in whatever form.</summary>
    /// <param name="bytes">What is smelled at.</param>
    /// <param name="clean">Runs of signs that were found clean elsewhere: pages have most of theirs in common.</param>
    public static IReadOnlyList<string> In(byte[] bytes, CleanRuns? clean = null)
    {
        var found = Smelled(bytes, Deepest, clean ?? new CleanRuns());
        return [.. _traces.Where((_, index) => (found & (1 << index)) != 0).Select(trace => trace.What)];
    }

    public static IReadOnlyList<string> In(string text, CleanRuns? clean = null) => In(Encoding.UTF8.GetBytes(text), clean);

    /// <returns>A bit for each trace.</returns>
    private static int Smelled(byte[] bytes, int depth, CleanRuns clean)
    {
        var text = Encoding.UTF8.GetString(bytes);
        string[] readings = [text, Decoded(Decoded(text)), .. Wide(bytes), .. Wide(bytes[Math.Min(1, bytes.Length)..])];
        var found = readings.Select(Fold).Aggregate(0, (all, folded) => all | TracesIn(folded));
        return depth == 0 ? found : found | Inside(text, bytes, depth - 1, clean);
    }

    private static int TracesIn(string folded) =>
        _traces.Select((trace, index) => folded.Contains(trace.Trace, StringComparison.Ordinal) ? 1 << index : 0).Sum();

    private static string[] Wide(byte[] bytes) => [Encoding.Unicode.GetString(bytes), Encoding.BigEndianUnicode.GetString(bytes)];

    private static string Decoded(string text) =>
        WebUtility.HtmlDecode(WebUtility.UrlDecode(Escapes().Replace(text, e => ((char)Convert.ToInt32(e.Groups["code"].Value, 16)).ToString())));

    private static int Inside(string text, byte[] bytes, int depth, CleanRuns clean)
    {
        int At(byte[] inner) => Smelled(inner, depth, clean);
        var found = 0;
        foreach (Match run in Base64().Matches(text))
            found |= clean.Once(depth, run.Value, signs => At(FromBase64(signs)) | At(FromBase64(signs[1..])) | At(FromBase64(signs[2..])) | At(FromBase64(signs[3..])));
        foreach (Match run in Hex().Matches(text)) found |= clean.Once(~depth, run.Value, signs => At(Convert.FromHexString(signs.AsSpan(0, signs.Length / 2 * 2))));
        for (var at = 0; at < bytes.Length - 2; at++)
        {
            // 78 and a number that 31 divides: so begins what zlib packed, in a PDF and elsewhere.
            if (bytes[at] == 0x78 && ((bytes[at] << 8) + bytes[at + 1]) % 31 == 0 && Unpacked(bytes, at) is { Length: > 0 } packed) found |= At(packed);
        }

        return found;
    }

    /// <summary>Of what does not end with a whole group the rest is filled up.</summary>
    private static byte[] FromBase64(string run)
    {
        var signs = run.TrimEnd('=').Replace('-', '+').Replace('_', '/');
        if (signs.Length % 4 == 1) signs = signs[..^1];
        return Convert.FromBase64String(signs.PadRight((signs.Length + 3) / 4 * 4, '='));
    }

    private static byte[] Unpacked(byte[] bytes, int at)
    {
        using var unpacked = new MemoryStream();
        try
        {
            using var zlib = new ZLibStream(new MemoryStream(bytes, at, bytes.Length - at), CompressionMode.Decompress);
            zlib.CopyTo(unpacked);
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException)
        {
            return unpacked.ToArray();   // it only looked like the beginning of one, or ended too soon
        }

        return unpacked.ToArray();
    }

    /// <summary>Small letters without their marks, and digits; nothing else.</summary>
    private static string Fold(string text) => string.Create(text.Count(c => Folded(c) != '\0'), text, static (span, from) =>
    {
        var at = 0;
        foreach (var c in from)
        {
            if (Folded(c) is not '\0' and var folded) span[at++] = folded;
        }
    });

    private static char Folded(char c) => c switch
    {
        >= 'a' and <= 'z' or >= '0' and <= '9' => c,
        >= 'A' and <= 'Z' => (char)(c | 0x20),
        'ç' or 'Ç' => 'c', 'ğ' or 'Ğ' => 'g', 'ı' or 'İ' => 'i', 'ö' or 'Ö' => 'o', 'ş' or 'Ş' => 's', 'ü' or 'Ü' => 'u',
        _ => '\0',
    };

    [GeneratedRegex(@"\\[ux]\{?(?<code>[0-9A-Fa-f]{4})\}?", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Escapes();

    [GeneratedRegex("[A-Za-z0-9+/_-]{12,}={0,2}", RegexOptions.NonBacktracking)]
    private static partial Regex Base64();

    [GeneratedRegex("[0-9A-Fa-f]{16,}", RegexOptions.NonBacktracking)]
    private static partial Regex Hex();
}
