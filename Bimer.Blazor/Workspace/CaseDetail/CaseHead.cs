using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Time;

namespace Bimer.Blazor.Workspace.CaseDetail;

/// <summary>What stands over a case, whichever part of it is read.</summary>
/// <param name="DueEndsAt">The first instant that is too late.</param>
public sealed record CaseHead(
    CaseId Id, CaseKind Kind, LegalBasis Basis, IntakeChannel Channel, string Summary, DateTimeOffset FiledAt, DateOnly ReceivedOn,
    DateOnly DueOn, DateTimeOffset DueEndsAt, DateTimeOffset? ClosedAt, int? Plate, string? District)
{
    public string Number => new CaseNumber(Id).ToString();

    /// <summary>A fee was told and is not paid: the last day is the last to pay it (ücret bekleniyor).</summary>
    public bool AwaitsFee { get; init; }

    /// <summary>The last day by law where it is a later one (4982 m.7).</summary>
    public DateOnly? LegalDueOn { get; init; }

    /// <summary>The first day it arrived at another institution and lies or was answered there (4982 m.7); none where it is at home. Told under any law: it counts once a request is made of it.</summary>
    public DateOnly? FirstArrival { get; init; }

    public CaseTime Time => new(Basis, DueOn, DueEndsAt, AwaitsFee, LegalDueOn);

    /// <summary>The days that made the deadline, one line; none of what was recorded before they were kept.</summary>
    public string? Ledger { get; init; }

    /// <summary>The unit whose desk recorded it, or where it arrived by itself.</summary>
    public UnitId RecordedAt { get; init; }

    /// <summary>What stands recorded beside the petition.</summary>
    public RecordStand Recorded => new(ReceivedOn, Channel, Plate is { } plate ? new Place(plate, District) : null);
}
