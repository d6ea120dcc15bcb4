using System.Globalization;
using Bimer.Domain.Time;

namespace Bimer.Domain.Cases;

/// <summary>A last legal day that became another because the holidays were changed (son gün değişti); kept with the case's movement.</summary>
/// <param name="Because">The day that became a holiday, or none.</param>
/// <param name="Ledger">The days that made the date before.</param>
public sealed record DueMove(DateOnly Before, DateOnly After, DateOnly Because, string Ledger)
{
    /// <summary>The day counted from the receipt stayed; the one by law, from the arrival at another institution, is another (4982 m.7).</summary>
    public bool IsOfLawAlone => DeadlineLedger.TellsArrival(Ledger) && DeadlineLedger.Replay(Ledger).Deadline.DueOn != Before;

    /// <summary>Reads what <see cref="ToString"/> wrote; nothing where it is not of that form.</summary>
    public static DueMove? Parse(string? written) =>
        (written ?? "").Split(' ', 3) is [var days, var because, var ledger] && days.Split('>') is [var before, var after]
        && Day(before) is { } dueBefore && Day(after) is { } dueAfter && Day(because) is { } cause ? new DueMove(dueBefore, dueAfter, cause, ledger) : null;

    /// <summary>As it is kept: "2026-06-12>2026-06-15 2026-06-10 1|4982|…".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Before:yyyy-MM-dd}>{After:yyyy-MM-dd} {Because:yyyy-MM-dd} {Ledger}");

    private static DateOnly? Day(string written) =>
        DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
