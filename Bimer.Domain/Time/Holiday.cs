namespace Bimer.Domain.Time;

/// <summary>How much of a day is free, the freest last.</summary>
public enum HolidayKind
{
    /// <summary>Leave by circular (idari izin): no holiday by law, and counted as one only where the setting says so.</summary>
    AdministrativeLeave,

    /// <summary>From 13.00 (arife, 28 October).</summary>
    HalfDay,

    /// <summary>The whole day.</summary>
    FullDay,
}

/// <summary>A public holiday (resmî tatil, 2429). A row of an editable table, never computed: the moon's tables differ by a day.</summary>
/// <param name="Day">The legal day.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Kind">How much of the day is free.</param>
/// <param name="Article">What makes it one, e.g. <c>2429 m.2/A</c>. No vertical bar, semicolon or line break.</param>
public sealed record Holiday(DateOnly Day, string Name, HolidayKind Kind, string Article);
