using System.Text.RegularExpressions;

namespace Bimer.Blazor.Persistence.Intake;

/// <summary>How a mail within a mail (iletilen e-posta) stands in the words of a received one. In Turkish: they become words of a petition, not of a screen.</summary>
internal static partial class ForwardedMail
{
    public const string Begin = "----- İletilen e-posta -----";
    public const string End = "----- İletilen e-postanın sonu -----";
    public const string From = "Gönderen: ";

    /// <summary>Without the line that says who wrote it: whoever is hidden may have sent a mail of their own along.</summary>
    public static string WithoutWriters(string text) => WriterLine().Replace(text, "");

    [GeneratedRegex("(?<=^" + Begin + "\n)" + From + "[^\n]*\n?", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WriterLine();
}
