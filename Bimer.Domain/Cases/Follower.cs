using Bimer.Domain.Kernel;

namespace Bimer.Domain.Cases;

/// <summary>A person who watches a case's way for themselves (takip eden, S31). Gives no right: what may not be seen is not shown.</summary>
public sealed class Follower
{
    private Follower() { }

    internal Follower(CaseId caseId, UserId person, DateTimeOffset since)
    {
        CaseId = caseId;
        Person = person;
        Since = since;
    }

    public CaseId CaseId { get; private set; }

    public UserId Person { get; private set; }

    public DateTimeOffset Since { get; private set; }
}

/// <summary>A unit for which somebody watches a case: it lies among what all who work there follow (kurum adına takip, S31, S59).</summary>
public sealed class FollowingUnit
{
    private FollowingUnit() { }

    internal FollowingUnit(CaseId caseId, UnitId unit, UserId by, DateTimeOffset since)
    {
        CaseId = caseId;
        Unit = unit;
        By = by;
        Since = since;
    }

    public CaseId CaseId { get; private set; }

    public UnitId Unit { get; private set; }

    /// <summary>Who began it; ending it is not theirs alone.</summary>
    public UserId By { get; private set; }

    public DateTimeOffset Since { get; private set; }
}
