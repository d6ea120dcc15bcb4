namespace Bimer.Domain.Time;

/// <summary>The one place where instants become legal days and back. Instants are UTC; days are those of Europe/Istanbul.</summary>
public static class IstanbulTime
{
    /// <summary>Where an official half day ends (arife, 28 October): 13.00, from which it is a holiday (2429).</summary>
    public static readonly TimeOnly HalfDayEnd = new(13, 0);

    private static readonly Lazy<TimeZoneInfo> Found = new(() => TimeZoneInfo.FindSystemTimeZoneById("Europe/Istanbul"));

    public static TimeZoneInfo Zone => Found.Value;

    /// <summary>The same instant on the clock of Istanbul: +03.00 since September 2016, +02.00 or +03.00 before.</summary>
    public static DateTimeOffset ToLocal(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    /// <summary>The legal day an instant belongs to; midnight belongs to the day it begins.</summary>
    public static DateOnly LegalDay(DateTimeOffset instant) => DateOnly.FromDateTime(ToLocal(instant).DateTime);

    /// <summary>The instant, in UTC, at which a clock in Istanbul shows this.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>The first instant of a legal day, in UTC.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => At(day, TimeOnly.MinValue);

    /// <summary>The first instant after a legal day, in UTC; the day itself excludes it.</summary>
    public static DateTimeOffset EndOf(DateOnly day) => StartOf(day.AddDays(1));
}
