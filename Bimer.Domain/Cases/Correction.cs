using System.Globalization;

namespace Bimer.Domain.Cases;

/// <summary>What one word of a case was, and what it is to be (düzeltme): who corrects says what they saw, so that nobody undoes what they did not see.</summary>
/// <param name="From">As it stood before whoever corrects it.</param>
/// <param name="To">As it shall be.</param>
public readonly record struct Correction<T>(T From, T To)
    where T : struct, Enum
{
    /// <summary>Nothing is corrected.</summary>
    public bool IsNone => EqualityComparer<T>.Default.Equals(From, To);

    /// <summary>The way back (Vazgeç).</summary>
    public Correction<T> Back => new(To, From);

    /// <summary>As it is kept: "2>5"; <see cref="Corrections.Parse"/> reads it.</summary>
    public override string ToString() => $"{From:D}>{To:D}";
}

/// <summary>Corrections as they are kept with a movement.</summary>
public static class Corrections
{
    /// <summary>Reads what <see cref="Correction{T}.ToString"/> wrote; nothing where it is not of that form.</summary>
    public static Correction<T>? Parse<T>(string? written)
        where T : struct, Enum =>
        (written ?? "").Split('>') is [var from, var to] && Read<T>(from) is { } before && Read<T>(to) is { } after ? new Correction<T>(before, after) : null;

    private static T? Read<T>(string number)
        where T : struct, Enum =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && (T)Enum.ToObject(typeof(T), value) is var read && Enum.IsDefined(read) ? read : null;
}

/// <summary>Another kind, with the last legal day before and after it (tür değişikliği, S28); the two days are one where the law stayed the same.</summary>
public sealed record KindChange(Correction<CaseKind> Kind, DateOnly DueBefore, DateOnly DueAfter)
{
    /// <summary>It goes under another law from now on, with another legal time.</summary>
    public bool ChangesLaw => Kind.From.Basis() != Kind.To.Basis();

    /// <summary>Reads what <see cref="ToString"/> wrote; nothing where it is not of that form.</summary>
    public static KindChange? Parse(string? written) =>
        (written ?? "").Split(' ') is [var kind, var days] && days.Split('>') is [var before, var after]
        && Corrections.Parse<CaseKind>(kind) is { } read && Day(before) is { } dueBefore && Day(after) is { } dueAfter ? new KindChange(read, dueBefore, dueAfter) : null;

    /// <summary>As it is kept with the movement: "2>5 2026-04-01>2026-03-23".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Kind} {DueBefore:yyyy-MM-dd}>{DueAfter:yyyy-MM-dd}");

    private static DateOnly? Day(string written) =>
        DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
