using System.Globalization;
using Bimer.Domain.Kernel;

namespace Bimer.Domain.Replies;

/// <summary>When the printed letter went to the post (postalandı), and under which number of the post (taahhütlü gönderi no).</summary>
/// <param name="On">The legal day it was handed to the post.</param>
/// <param name="Number">Empty where it went as an ordinary letter.</param>
public sealed record PostalNote(DateOnly On, string Number)
{
    /// <summary>Longest number, in letters and figures.</summary>
    public const int LongestNumber = 30;

    private const int Shown = 4;

    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>Reads what an officer typed: capital letters and figures, blanks and hyphens left away.</summary>
    /// <returns>Refused with <see cref="Refusal.PostNumberUnreadable"/>.</returns>
    public static Outcome<PostalNote> Of(DateOnly on, string? number)
    {
        var bare = string.Concat((number ?? "").Where(c => !char.IsWhiteSpace(c) && c != '-')).ToUpperInvariant();
        return bare.Length > LongestNumber || !bare.All(char.IsAsciiLetterOrDigit) ? new Refusal.PostNumberUnreadable(LongestNumber) : new PostalNote(on, bare);
    }

    /// <summary>Reads what <see cref="ToString"/> wrote; none where it is not of that form.</summary>
    public static PostalNote? Parse(string? kept) =>
        (kept ?? "").Split(' ', 2) is [var day, .. var rest] && DateOnly.TryParseExact(day, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)
            ? new PostalNote(on, rest is [var number] ? number : "")
            : null;

    /// <summary>For who may not read the address: enough to tell one slip from another, too little to ask the post with.</summary>
    public PostalNote Masked => this with { Number = Number.Length > Shown ? "…" + Number[^Shown..] : Number.Length > 0 ? "…" : "" };

    /// <summary>As it is kept with its movement: "2026-11-23 RR123456789TR".</summary>
    public override string ToString() => $"{On.ToString(DayFormat, CultureInfo.InvariantCulture)} {Number}".TrimEnd();
}
