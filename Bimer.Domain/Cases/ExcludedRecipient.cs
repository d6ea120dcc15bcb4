using Bimer.Domain.Kernel;

namespace Bimer.Domain.Cases;

/// <summary>
/// A unit this case must not reach (gönderilmeyecek kurum, S38): the unit, everything below it and everybody who belongs there
/// through any role are blind to the case.
/// </summary>
public sealed class ExcludedRecipient
{
    private ExcludedRecipient() { }

    internal ExcludedRecipient(CaseId caseId, UnitId unit, UserId markedBy, UnitId markedFrom, DateTimeOffset at)
    {
        CaseId = caseId;
        Unit = unit;
        MarkedBy = markedBy;
        MarkedFrom = markedFrom;
        MarkedAt = at;
    }

    public CaseId CaseId { get; private set; }

    public UnitId Unit { get; private set; }

    /// <summary>Only this person and a manager of that unit or above lift it.</summary>
    public UserId MarkedBy { get; private set; }

    public UnitId MarkedFrom { get; private set; }

    public DateTimeOffset MarkedAt { get; private set; }
}
