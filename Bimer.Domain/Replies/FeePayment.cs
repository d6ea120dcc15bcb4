using System.Globalization;
using Bimer.Domain.Kernel;

namespace Bimer.Domain.Replies;

/// <summary>A fee that came in (ödeme alındı, 4982 m.10, m.11).</summary>
/// <param name="On">The legal day it was paid; the time runs from the day after.</param>
/// <param name="Receipt">The number of the receipt (makbuz, dekont no).</param>
public sealed record FeePayment(DateOnly On, string Receipt)
{
    /// <summary>Longest number of a receipt.</summary>
    public const int LongestReceipt = 40;

    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>Reads what an officer typed: letters, figures and the signs between them, blanks around left away.</summary>
    /// <returns>Refused with <see cref="Refusal.ReceiptUnreadable"/>.</returns>
    public static Outcome<FeePayment> Of(DateOnly on, string? receipt)
    {
        var bare = (receipt ?? "").Trim();
        var readable = bare.Length is > 0 and <= LongestReceipt && bare.All(c => char.IsLetterOrDigit(c) || c is '-' or '/' or '.' or ' ');
        return readable ? new FeePayment(on, bare) : new Refusal.ReceiptUnreadable(LongestReceipt);
    }

    /// <summary>Reads what <see cref="ToString"/> wrote; none where it is not of that form.</summary>
    public static FeePayment? Parse(string? kept) =>
        (kept ?? "").Split(' ', 2) is [var day, var receipt] && DateOnly.TryParseExact(day, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)
            ? new FeePayment(on, receipt)
            : null;

    /// <summary>As it is kept with its movement: "2026-11-23 2026/4711".</summary>
    public override string ToString() => $"{On.ToString(DayFormat, CultureInfo.InvariantCulture)} {Receipt}";
}
