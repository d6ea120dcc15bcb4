using System.Globalization;

namespace Bimer.Domain.Kernel;

/// <summary>What is wrong with the machine's Turkish; any of these refuses to start.</summary>
public enum TurkishFault
{
    /// <summary>tr-TR cannot be had: invariant globalization, or libicu is missing.</summary>
    CultureMissing,

    /// <summary>tr-TR exists in name only: İ does not become i, or ı does not become I.</summary>
    WrongCasing,

    /// <summary>Names would stand in the wrong order.</summary>
    WrongOrder,

    /// <summary>Europe/Istanbul cannot be had, or its offset is not +03:00.</summary>
    ZoneMissing,
}

/// <summary>The culture of people's words. Codes and keys never use it: they compare ordinal.</summary>
public static class TurkishCulture
{
    // Not the current culture: containers and tests run under any.
    private static readonly Lazy<CultureInfo> Found = new(() => CultureInfo.GetCultureInfo("tr-TR"));

    public static CultureInfo Info => Found.Value;

    /// <summary>Proves at start-up that ICU, its Turkish and the zone data really work. Empty means sound.</summary>
    public static IReadOnlyList<TurkishFault> SelfCheck() =>
        SelfCheck(() => CultureInfo.GetCultureInfo("tr-TR"), () => TimeZoneInfo.FindSystemTimeZoneById("Europe/Istanbul"));

    /// <summary>The same proof over a culture and a zone handed in, so that a broken machine can be played.</summary>
    public static IReadOnlyList<TurkishFault> SelfCheck(Func<CultureInfo> culture, Func<TimeZoneInfo> zone)
    {
        ArgumentNullException.ThrowIfNull(culture);
        ArgumentNullException.ThrowIfNull(zone);
        var faults = new List<TurkishFault>();
        try
        {
            var turkish = culture();
            if (!HasTurkishCasing(turkish)) faults.Add(TurkishFault.WrongCasing);
            if (!HasTurkishOrder(turkish)) faults.Add(TurkishFault.WrongOrder);
        }
        catch (CultureNotFoundException)
        {
            faults.Add(TurkishFault.CultureMissing);
        }

        if (!HasIstanbul(zone)) faults.Add(TurkishFault.ZoneMissing);
        return faults;
    }

    private static bool HasTurkishCasing(CultureInfo culture) =>
        string.Equals("İIŞĞ".ToLower(culture), "iışğ", StringComparison.Ordinal)
        && string.Equals("iışğ".ToUpper(culture), "İIŞĞ", StringComparison.Ordinal);

    private static bool HasTurkishOrder(CultureInfo culture)
    {
        // Elsewhere Ç, İ, Ö, Ş and Ü are C, I, O, S and U with a mark, and each second word would stand first.
        string[] ordered = ["Cuma", "Çan", "Izgara", "İpek", "Ozan", "Ödemiş", "Suruç", "Şavşat", "Uzunköprü", "Ünye"];
        return ordered.Zip(ordered.Skip(1)).All(pair => culture.CompareInfo.Compare(pair.First, pair.Second) < 0);
    }

    private static bool HasIstanbul(Func<TimeZoneInfo> zone)
    {
        try
        {
            return zone().GetUtcOffset(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)) == TimeSpan.FromHours(3);
        }
        catch (Exception missing) when (missing is TimeZoneNotFoundException or InvalidTimeZoneException)
        {
            return false;
        }
    }
}
