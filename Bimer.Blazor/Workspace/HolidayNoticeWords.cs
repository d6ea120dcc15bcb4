namespace Bimer.Blazor.Workspace;

/// <summary>Names the words of the notice about holidays: HolidayNoticeWords.resx (Turkish) and HolidayNoticeWords.en.resx.</summary>
public sealed class HolidayNoticeWords;
