using System.Globalization;

namespace Bimer.Domain.Cases;

/// <summary>What a desk wrote down beside the petition itself: a clerk's slip can be in it (kayıt bilgileri, S12–S14).</summary>
/// <param name="ReceivedOn">alındığı gün: the legal day 0.</param>
/// <param name="Place">il ve ilçe; none where the petition names none.</param>
public sealed record RecordStand(DateOnly ReceivedOn, IntakeChannel Channel, Place? Place)
{
    /// <summary>Reads what <see cref="ToString"/> wrote; nothing where it is not of that form.</summary>
    public static RecordStand? Parse(string written)
    {
        if (written.Split(' ', 4) is not [var day, var channel, var plate, var district] || RecordChange.Day(day) is not { } received) return null;
        if (!int.TryParse(channel, NumberStyles.None, CultureInfo.InvariantCulture, out var by) || !Enum.IsDefined((IntakeChannel)by)) return null;
        if (!int.TryParse(plate, NumberStyles.None, CultureInfo.InvariantCulture, out var province)) return null;
        return new RecordStand(received, (IntakeChannel)by, province == 0 ? null : new Place(province, district.Length == 0 ? null : district));
    }

    /// <summary>"2026-03-02 3 6 Çankaya"; 0 where there is no place.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{ReceivedOn:yyyy-MM-dd} {Channel:D} {Place?.Plate ?? 0} {Place?.District}");
}

/// <summary>A slip at recording to be put right (Kayıt Düzelt): from what whoever corrects it saw, so that nobody undoes what they did not see.</summary>
/// <param name="Reason">Why (gerekçe); everybody who reads the case reads it.</param>
public sealed record RecordCorrection(RecordStand From, RecordStand To, string Reason)
{
    /// <summary>Nothing is corrected.</summary>
    public bool IsNone => From == To;
}

/// <summary>What was recorded before and after, with the last legal day of both; the two days are one where the day of receipt stayed.</summary>
public sealed record RecordChange(RecordStand From, RecordStand To, DateOnly DueBefore, DateOnly DueAfter)
{
    /// <summary>Reads what <see cref="ToString"/> wrote; nothing where it is not of that form.</summary>
    public static RecordChange? Parse(string? written) =>
        (written ?? "").Split('\n') is [var from, var to, var days] && days.Split('>') is [var before, var after]
        && RecordStand.Parse(from) is { } was && RecordStand.Parse(to) is { } now && Day(before) is { } dueBefore && Day(after) is { } dueAfter
            ? new RecordChange(was, now, dueBefore, dueAfter) : null;

    /// <summary>As it is kept with the movement: three lines.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From}\n{To}\n{DueBefore:yyyy-MM-dd}>{DueAfter:yyyy-MM-dd}");

    internal static DateOnly? Day(string written) =>
        DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
