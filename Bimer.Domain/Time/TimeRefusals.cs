namespace Bimer.Domain.Kernel;

public abstract partial record Refusal
{
    /// <summary>Extension and fee exist under 4982 only.</summary>
    public sealed record OnlyForInformationRequests : Refusal;

    /// <summary>The extension was told to the applicant after the first fifteen working days (4982 m.11).</summary>
    public sealed record ExtensionTooLate(DateOnly LastDay) : Refusal;

    /// <summary>The time was extended once already.</summary>
    public sealed record AlreadyExtended(DateOnly On) : Refusal;

    /// <summary>A fee was notified once already.</summary>
    public sealed record FeeAlreadyNotified(DateOnly On) : Refusal;

    /// <summary>The fee was notified when the time to answer had run out.</summary>
    public sealed record FeeNoticeTooLate(DateOnly LastDay) : Refusal;

    /// <summary>There is no fee waiting to be paid.</summary>
    public sealed record NoFeeAwaited : Refusal;

    /// <summary>The fee came in on that day: nothing is left to pay, and nobody has given up.</summary>
    public sealed record FeeWasPaid(DateOnly On) : Refusal;

    /// <summary>The applicant may pay until that day; before it is over nobody is deemed to have given up.</summary>
    public sealed record FeeStillDue(DateOnly LastDay) : Refusal;

    /// <summary>While a fee is awaited the time stands still; there is nothing to extend.</summary>
    public sealed record FeeIsAwaited(DateOnly LastDay) : Refusal;

    /// <summary>The day of the payment is missing.</summary>
    public sealed record FeeDayMissing : Refusal;

    /// <summary>A receipt needs a number of letters and figures.</summary>
    public sealed record ReceiptUnreadable(int Longest) : Refusal;

    /// <summary>A holiday needs a name and what makes it one, both short and without separators.</summary>
    public sealed record HolidayUnnamed(int LongestName, int LongestArticle) : Refusal;

    /// <summary>The table says so already.</summary>
    public sealed record HolidayIsSo(DateOnly Day) : Refusal;

    /// <summary>The open cases still follow another decision.</summary>
    public sealed record HolidayMoveRuns(DateOnly Day) : Refusal;

    /// <summary>Whoever manages BİMER Merkezi alone decides about holidays.</summary>
    public sealed record NotYoursToRuleHolidays : Refusal;

    /// <summary>A day lies before the one it follows from: a notice before the receipt, a payment before the notice.</summary>
    public sealed record DayTooEarly(DateOnly Earliest) : Refusal;

    /// <summary>A progress letter (safahat) is known to 3071 alone; an information request is extended instead (4982 m.11).</summary>
    public sealed record ProgressOnlyForPetitions : Refusal;
}
