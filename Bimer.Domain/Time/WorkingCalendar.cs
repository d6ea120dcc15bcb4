namespace Bimer.Domain.Time;

/// <summary>What the law leaves open about working days (settings).</summary>
/// <param name="HalfDayWorks">A half day counts as a working day (1) or not at all (0).</param>
/// <param name="AdministrativeLeaveFree">Idari izin counts as a holiday.</param>
/// <param name="PaidFeeRestarts">A paid fee starts the time anew; else it goes on where the notice stopped it. A case keeps what was in force when its fee was told (4982 m.10, m.11).</param>
/// <param name="ArrivalIsLegal">Of an information request that was sent on to another institution the legal date runs from its arrival there; else from its receipt. A case keeps what was in force at its arrival (4982 m.7).</param>
public sealed record CalendarRules(bool HalfDayWorks = true, bool AdministrativeLeaveFree = false, bool PaidFeeRestarts = true, bool ArrivalIsLegal = true)
{
    /// <summary>The same by its name.</summary>
    public FeeClock FeeClock => PaidFeeRestarts ? FeeClock.Restart : FeeClock.Resume;
}

/// <summary>What a day is, in the order of what decides.</summary>
public enum DayKind
{
    Working,

    /// <summary>Free from 13.00; works or not as <see cref="CalendarRules.HalfDayWorks"/> says.</summary>
    HalfDay,

    /// <summary>Works or not as <see cref="CalendarRules.AdministrativeLeaveFree"/> says.</summary>
    AdministrativeLeave,

    Weekend,

    /// <summary>A whole holiday, on whatever day of the week.</summary>
    Holiday,
}

/// <summary>
/// Working days (iş günü): neither weekend nor holiday of law 2429. Beyond the table's years it knows weekends only. It is the calendar of the
/// institution: when a holiday is decided about, it follows. Whoever counts several days that must agree counts by <see cref="AsItStands"/>.
/// </summary>
public sealed class WorkingCalendar
{
    private volatile Year _year;

    public WorkingCalendar(HolidayTable holidays, CalendarRules rules)
    {
        ArgumentNullException.ThrowIfNull(holidays);
        ArgumentNullException.ThrowIfNull(rules);
        _year = new Year(holidays, rules);
    }

    private WorkingCalendar(Year year) => _year = year;

    public HolidayTable Holidays => _year.Holidays;

    public CalendarRules Rules => _year.Rules;

    /// <summary>The same calendar as it is at this moment; it follows nothing any more.</summary>
    public WorkingCalendar AsItStands => new(_year);

    /// <summary>Follows another table from now on.</summary>
    public void Adopt(HolidayTable holidays)
    {
        ArgumentNullException.ThrowIfNull(holidays);
        _year = new Year(holidays, _year.Rules);
    }

    /// <summary>The holiday that decides about a day under the rules in force, if there is one: leave that is free takes the morning of an eve too.</summary>
    public Holiday? HolidayOn(DateOnly day) => _year.HolidayOn(day);

    /// <summary>What the law makes of the day in Istanbul; a holiday on a weekend is a holiday.</summary>
    public DayKind KindOf(DateOnly day) => _year.KindOf(day);

    /// <summary>Whether the day counts when a limit is given in working days (iş günü); half days as the rules in force say.</summary>
    public bool IsWorkingDay(DateOnly day) => _year.IsWorkingDay(day);

    /// <summary>
    /// Whether a limit in calendar days may end on the day (3071): a weekend day and a whole holiday send it on, a half day does not. It
    /// ends at 13.00 then, also where half days do not count as working days.
    /// </summary>
    public bool MayEndOn(DateOnly day) => KindOf(day) == DayKind.HalfDay || IsWorkingDay(day);

    /// <summary>The first instant after the day's office time for a deadline: 13.00 on a half day, else midnight. Excluded; UTC.</summary>
    public DateTimeOffset EndOf(DateOnly day) =>
        KindOf(day) == DayKind.HalfDay ? IstanbulTime.At(day, IstanbulTime.HalfDayEnd) : IstanbulTime.EndOf(day);

    /// <summary>The day itself when it works, else the next one that does.</summary>
    public DateOnly OnOrAfter(DateOnly day)
    {
        while (!IsWorkingDay(day)) day = day.AddDays(1);
        return day;
    }

    /// <summary>The first working day strictly after.</summary>
    public DateOnly NextWorkingDay(DateOnly day) => OnOrAfter(day.AddDays(1));

    /// <summary>The nth working day after a day, which itself is never counted; 0 gives the day back, working or not.</summary>
    public DateOnly AddWorkingDays(DateOnly day, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        for (; count > 0; count--) day = NextWorkingDay(day);
        return day;
    }

    /// <summary>Working days after the first day, up to and including the second; negative when the second lies earlier.</summary>
    public int WorkingDaysBetween(DateOnly after, DateOnly through) => _year.WorkingDaysBetween(after, through);

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    /// <summary>One table under the rules in force; it never changes.</summary>
    private sealed class Year
    {
        private readonly DateOnly[] _freeWeekdays;

        public Year(HolidayTable holidays, CalendarRules rules)
        {
            (Holidays, Rules) = (holidays, rules);
            _freeWeekdays = [.. holidays.All.Select(h => h.Day).Distinct().Where(day => !IsWeekend(day) && !IsWorkingDay(day))];
        }

        public HolidayTable Holidays { get; }

        public CalendarRules Rules { get; }

        public Holiday? HolidayOn(DateOnly day)
        {
            var freest = Holidays.On(day);
            return freest is { Kind: HolidayKind.HalfDay } && Rules.AdministrativeLeaveFree ? Holidays.LeaveOn(day) ?? freest : freest;
        }

        public DayKind KindOf(DateOnly day) => (HolidayOn(day)?.Kind, IsWeekend(day)) switch
        {
            (HolidayKind.FullDay, _) => DayKind.Holiday,
            (_, true) => DayKind.Weekend,
            (HolidayKind.HalfDay, _) => DayKind.HalfDay,
            (HolidayKind.AdministrativeLeave, _) => DayKind.AdministrativeLeave,
            _ => DayKind.Working,
        };

        public bool IsWorkingDay(DateOnly day) => KindOf(day) switch
        {
            DayKind.Working => true,
            DayKind.HalfDay => Rules.HalfDayWorks,
            DayKind.AdministrativeLeave => !Rules.AdministrativeLeaveFree,
            _ => false,
        };

        public int WorkingDaysBetween(DateOnly after, DateOnly through) => after <= through
            ? WeekdaysUpTo(through) - WeekdaysUpTo(after) - (FreeUpTo(through) - FreeUpTo(after))
            : -WorkingDaysBetween(through, after);

        // Day number 0 is Monday 1 January of the year 1, so whole weeks from there hold five weekdays each.
        private static int WeekdaysUpTo(DateOnly day) => ((day.DayNumber + 1) / 7 * 5) + Math.Min((day.DayNumber + 1) % 7, 5);

        private int FreeUpTo(DateOnly day)
        {
            var at = Array.BinarySearch(_freeWeekdays, day);
            return at >= 0 ? at + 1 : ~at;
        }
    }
}
