using Bimer.Domain.Cases;

namespace Bimer.Domain.Time;

/// <summary>All that lists and pages need to tell the legal time of an open case (yasal süre): whoever tells it has all of it, or cannot tell it.</summary>
/// <param name="DueOn">The last day, included, counted from the receipt; alarms, colours and order follow it. While a fee is awaited: the last day to pay it.</param>
/// <param name="EndsAt">The first instant that is too late.</param>
/// <param name="AwaitsFee">A fee was told and is not paid (ücret bekleniyor).</param>
/// <param name="LegalOn">The last day by law where it is a later one, from the arrival at another institution (4982 m.7).</param>
public sealed record CaseTime(LegalBasis Basis, DateOnly DueOn, DateTimeOffset EndsAt, bool AwaitsFee, DateOnly? LegalOn);
