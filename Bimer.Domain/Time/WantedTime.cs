namespace Bimer.Domain.Time;

/// <summary>How the day a sender asked for stands (iç süre): today is not counted, the day itself is. It is beside the legal time and moves nothing of it.</summary>
/// <param name="On">The last day, included.</param>
/// <param name="Today">The legal day in Istanbul at which it is told.</param>
public sealed record WantedTime(DateOnly On, DateOnly Today)
{
    /// <summary>From how many calendar days left it is near, included.</summary>
    public const int NearDays = 2;

    /// <summary>Calendar days left; negative once it is over.</summary>
    public int DaysLeft => On.DayNumber - Today.DayNumber;

    /// <summary>In the words of the legal time; a half day ends no inner day early.</summary>
    public DeadlineState State => DaysLeft switch
    {
        < 0 => DeadlineState.Late,
        0 => DeadlineState.LastDay,
        <= NearDays => DeadlineState.Near,
        _ => DeadlineState.Calm,
    };
}
