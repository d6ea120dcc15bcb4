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
    public static IReadOnlyList<string> In(byte[] bytes)
    {
        var folded = Readings(bytes, Deepest).Select(Fold).ToList();
        return [.. _traces.Where(trace => folded.Exists(reading => reading.Contains(trace.Trace, StringComparison.Ordinal))).Select(trace => trace.What)];
    }

    public static IReadOnlyList<string> In(string text) => In(Encoding.UTF8.GetBytes(text));

    private static IEnumerable<string> Readings(byte[] bytes, int depth)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var plain = Decoded(Decoded(text));
        string[] readings = [text, plain, .. Wide(bytes), .. Wide(bytes[Math.Min(1, bytes.Length)..])];
        return depth == 0 ? readings : readings.Concat(Inner(text, bytes).SelectMany(inner => Readings(inner, depth - 1)));
    }

    private static string[] Wide(byte[] bytes) => [Encoding.Unicode.GetString(bytes), Encoding.BigEndianUnicode.GetString(bytes)];

    private static string Decoded(string text) =>
        WebUtility.HtmlDecode(WebUtility.UrlDecode(Escapes().Replace(text, e => ((char)Convert.ToInt32(e.Groups["code"].Value, 16)).ToString())));

    private static IEnumerable<byte[]> Inner(string text, byte[] bytes)
    {
        foreach (Match run in Base64().Matches(text))
        {
            for (var start = 0; start < 4; start++) yield return FromBase64(run.Value[start..]);
        }

        foreach (Match run in Hex().Matches(text)) yield return Convert.FromHexString(run.ValueSpan[..(run.Length / 2 * 2)]);
        for (var at = 0; at < bytes.Length - 2; at++)
        {
            // 78 and a number that 31 divides: so begins what zlib packed, in a PDF and elsewhere.
            if (bytes[at] == 0x78 && ((bytes[at] << 8) + bytes[at + 1]) % 31 == 0 && Unpacked(bytes, at) is { Length: > 0 } packed) yield return packed;
        }
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
