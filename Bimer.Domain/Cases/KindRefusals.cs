using Bimer.Domain.Cases;

namespace Bimer.Domain.Kernel;

/// <summary>Whose correction was the last, and when it was made.</summary>
public sealed record CorrectedBy(UserId Person, DateTimeOffset At);

public abstract partial record Refusal
{
    /// <summary>Who has the case for information says nothing of what kind it is.</summary>
    public sealed record InformationHasNoSay(UnitId Unit) : Refusal;

    /// <summary>Somebody else corrected the kind first.</summary>
    /// <param name="Last">Who, and when; none where no movement tells it.</param>
    public sealed record KindChangedMeanwhile(CaseKind Now, CorrectedBy? Last = null) : Refusal;

    /// <summary>The priority is another by now, changed in another window or by a substitute.</summary>
    /// <param name="Last">Who, and when; none where no movement tells it.</param>
    public sealed record PriorityChangedMeanwhile(Priority Now, CorrectedBy? Last = null) : Refusal;

    /// <summary>The applicant is hidden: the kind stays a tip-off or a complaint.</summary>
    public sealed record KindBoundByHiding : Refusal;

    /// <summary>Units are excluded from the case: the kind stays a tip-off or a complaint.</summary>
    public sealed record KindBoundByExclusion(int Units) : Refusal;

    /// <summary>A letter of this unit waits for a signature under the present law.</summary>
    public sealed record LawBoundByLetter(UnitId Unit) : Refusal;

    /// <summary>An answer of this unit was signed under the present law; what was answered stays under it.</summary>
    public sealed record LawBoundByAnswer(UnitId Unit, DateTimeOffset At) : Refusal;
}
