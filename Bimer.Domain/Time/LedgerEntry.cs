namespace Bimer.Domain.Time;

/// <summary>Why a day of the ledger counted or not.</summary>
public enum LedgerReason
{
    /// <summary>Day 0, never counted.</summary>
    Receipt,

    Working,
    HalfDay,
    AdministrativeLeave,
    Weekend,
    Holiday,

    /// <summary>The fee is not paid yet; the time to answer stands still.</summary>
    AwaitingFee,

    /// <summary>Day 0 of the second clock: it arrived at another institution (4982 m.7).</summary>
    Arrival,
}

/// <summary>One day of a deadline's life.</summary>
/// <param name="Day">The legal day.</param>
/// <param name="Weight">1 when it counted, else 0.</param>
/// <param name="Count">How many had counted at its end; a fee starts the count anew.</param>
/// <param name="Why">What kind of day it was.</param>
/// <param name="Article">The law that says so, e.g. <c>2429 m.2/A</c>.</param>
public sealed record LedgerEntry(DateOnly Day, int Weight, int Count, LedgerReason Why, string Article);
