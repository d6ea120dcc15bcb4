using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Time;

namespace Bimer.Blazor.Workspace.Holidays;

/// <summary>The holiday table as one person may see it; everybody may read it.</summary>
/// <param name="MayRule">The person manages BİMER Merkezi.</param>
/// <param name="LastYear">Of the table; none when it is empty.</param>
/// <param name="RunsOut">Less than two years of it lie ahead.</param>
/// <param name="Rulings">What was decided, the latest first.</param>
public sealed record HolidayDesk(bool MayRule, DateOnly Today, int? LastYear, bool RunsOut, IReadOnlyList<Holiday> Days, IReadOnlyList<RulingLine> Rulings)
{
    /// <summary>The decision the open cases follow at this moment; none when they have followed all.</summary>
    public RulingLine? Running => Rulings.LastOrDefault(line => line.FinishedAt is null);
}

/// <param name="Kind">None: no holiday.</param>
/// <param name="Was">What the day was until then; empty where it was none.</param>
/// <param name="FinishedAt">None while the cases still follow.</param>
public sealed record RulingLine(int Sequence, DateOnly Day, HolidayKind? Kind, string Name, string Article, string Was, string By, DateTimeOffset At, int Total, int Seen, int Moved, DateTimeOffset? FinishedAt);

/// <summary>What would come of a decision.</summary>
/// <param name="Was">What the day is now; empty where it is none.</param>
/// <param name="Total">Open cases within reach of the day.</param>
/// <param name="Moving">Of these, how many get another last day.</param>
/// <param name="Cases">The most urgent of those the reader may see.</param>
public sealed record HolidayPreview(HolidayRuling Ruling, string Was, int Total, int Moving, IReadOnlyList<MovingCase> Cases);

/// <param name="After">The last day it would have.</param>
public sealed record MovingCase(CaseId Id, CaseKind Kind, DateOnly Before, DateOnly After, bool EndsAtOne)
{
    public string Number => new CaseNumber(Id).ToString();
}

/// <summary>What is typed about a day.</summary>
public sealed class HolidayForm
{
    public DateOnly? Day { get; set; }

    /// <summary>Empty: no holiday.</summary>
    public HolidayKind? Kind { get; set; } = HolidayKind.FullDay;

    public string Name { get; set; } = "";

    public string Article { get; set; } = "";
}
