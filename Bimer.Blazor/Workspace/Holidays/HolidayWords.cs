namespace Bimer.Blazor.Workspace.Holidays;

/// <summary>Names the words of the holiday table: HolidayWords.resx (Turkish) and HolidayWords.en.resx.</summary>
public sealed class HolidayWords;
