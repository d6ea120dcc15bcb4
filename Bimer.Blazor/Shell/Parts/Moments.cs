using System.Globalization;
using Bimer.Domain.Time;
using Microsoft.Extensions.Localization;

namespace Bimer.Blazor.Shell.Parts;

/// <summary>Moments as people of an office in Turkey read them: Istanbul time, a dot in the hour, the reader's language for names.</summary>
public static class Moments
{
    /// <summary>"11 Kasım 2026 Çarşamba 14.06".</summary>
    public static string Full(DateTimeOffset at) => Local(at).ToString($"{LongDayFormat} HH.mm", CultureInfo.CurrentCulture);

    /// <summary>"11 Kasım 2026 Çarşamba".</summary>
    public static string LongDay(DateOnly day) => day.ToString(LongDayFormat, CultureInfo.CurrentCulture);

    /// <summary>"11.11.2026 14.06".</summary>
    public static string DayAndHour(DateTimeOffset at) => Local(at).ToString("dd.MM.yyyy HH.mm", CultureInfo.CurrentCulture);

    /// <summary>"14.06": later on the same day.</summary>
    public static string Hour(DateTimeOffset at) => Local(at).ToString("HH.mm", CultureInfo.CurrentCulture);

    /// <summary>"10:42:07": when a draft was saved.</summary>
    public static string Second(DateTimeOffset at) => Local(at).ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>"11.11.2026".</summary>
    public static string Day(DateOnly day) => day.ToString("dd.MM.yyyy", CultureInfo.CurrentCulture);

    /// <summary>"az önce", "3 dk önce", "2 saat önce" within the same day; "dün 14.06"; the date before that and for anything ahead.</summary>
    public static string Ago(DateTimeOffset at, DateTimeOffset now, IStringLocalizer<ShellWords> words)
    {
        var days = Local(now).Date.Subtract(Local(at).Date).Days;
        var age = now - at;
        if (age < TimeSpan.Zero || days > 1) return DayAndHour(at);
        if (age < TimeSpan.FromMinutes(1)) return words["JustNow"];
        if (age < TimeSpan.FromHours(1)) return words["MinutesAgo", (int)age.TotalMinutes];
        return days == 1 ? words["YesterdayAt", Local(at).ToString("HH.mm", CultureInfo.CurrentCulture)] : words["HoursAgo", (int)age.TotalHours];
    }

    /// <summary>How long something lasts, by its settings: "5 dakika", "24 saat". Parts of a minute are not promised.</summary>
    public static string Length(TimeSpan length, IStringLocalizer<ShellWords> words) => length.Minutes == 0 && length >= TimeSpan.FromHours(1)
        ? words.Counted("LengthHours", (int)length.TotalHours)
        : words.Counted("LengthMinutes", (int)length.TotalMinutes);

    // The day of the week ends the date in Turkish and begins it in English.
    private static string LongDayFormat =>
        string.Equals(CultureInfo.CurrentCulture.TwoLetterISOLanguageName, "tr", StringComparison.Ordinal) ? "d MMMM yyyy dddd" : "dddd, d MMMM yyyy";

    private static DateTimeOffset Local(DateTimeOffset at) => IstanbulTime.ToLocal(at);
}
