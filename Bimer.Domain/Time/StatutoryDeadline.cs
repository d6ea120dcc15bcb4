using Bimer.Domain.Cases;

namespace Bimer.Domain.Time;

/// <summary>The last legal day of a case and the instant it ends (yasal süre). Follows from terms and calendar alone.</summary>
/// <param name="Terms">What made it.</param>
/// <param name="DueOn">The last day, included. While a fee is awaited: the last day to pay it.</param>
/// <param name="EndsAt">The first instant that is too late, UTC: midnight after <paramref name="DueOn"/>, or 13.00 when it is a half day.</param>
public sealed record StatutoryDeadline(DeadlineTerms Terms, DateOnly DueOn, DateTimeOffset EndsAt)
{
    /// <summary>The last day by law where the request was sent on to another institution and its time runs from there (4982 m.7, setting); else <see cref="DueOn"/>, and never before it.</summary>
    public DateOnly LegalDueOn { get; internal init; } = DueOn;

    /// <summary>The first instant that is too late by law.</summary>
    public DateTimeOffset LegalEndsAt { get; internal init; } = EndsAt;

    /// <summary>The days that made it as one line (Süre Defteri), kept with the case; <see cref="DeadlineLedger.Replay"/> reads it.</summary>
    public string Ledger { get; internal init; } = "";

    /// <summary>3071 m.7: 30 calendar days, a last day that does not work moving to the next that does. 4982 m.11: 15 or 30 working days.</summary>
    public static StatutoryDeadline Of(DeadlineTerms terms, WorkingCalendar calendar) => DeadlineLedger.Of(terms, calendar).Deadline;

    /// <summary>The deadline of a case just received.</summary>
    public static StatutoryDeadline Of(LegalBasis basis, DateOnly receivedOn, WorkingCalendar calendar) =>
        Of(DeadlineTerms.Received(basis, receivedOn), calendar);
}
