namespace Bimer.Blazor.Shell.Parts;

/// <summary>One day of the clock picture.</summary>
public enum DayKind
{
    Working,
    HalfDay,
    Off,
}

/// <param name="Kind">Off is a weekend or a full holiday; HalfDay ends at 13.00.</param>
/// <param name="IsPast">Up to and including today.</param>
/// <param name="Name">What the day is, for the pointer: "28 Ekim 2026 Çarşamba, yarım gün".</param>
public sealed record DayTile(DayKind Kind, bool IsPast, bool IsToday, bool IsLast, string Name);
