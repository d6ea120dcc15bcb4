using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Domain.Time;

/// <summary>What a paid fee does to the time that ran before its notice (setting).</summary>
public enum FeeClock
{
    /// <summary>Payment starts a new full run: the notice "cuts" the time (keser).</summary>
    Restart,

    /// <summary>Payment goes on where the notice stopped it.</summary>
    Resume,
}

/// <summary>The statutory events that make a deadline. Putting a case on hold is none of them (S35).</summary>
public sealed record DeadlineTerms
{
    /// <summary>3071 m.7: an answer within thirty calendar days.</summary>
    public const int PetitionDays = 30;

    /// <summary>
    /// After a progress letter (safahat): the law asks for the final result separately and names no day for it (3071 m.7). The house asks for it, or for the next
    /// progress letter, within as many days again.
    /// </summary>
    public const int AfterProgressDays = 30;

    /// <summary>4982 m.11: the information within fifteen working days.</summary>
    public const int InformationDays = 15;

    /// <summary>4982 m.11: within thirty working days when the extension was told within the first fifteen.</summary>
    public const int ExtendedInformationDays = 30;

    /// <summary>4982 m.10, m.11: a fee is paid within fifteen working days of its notice.</summary>
    public const int FeeDays = 15;

    private DeadlineTerms(LegalBasis basis, DateOnly receivedOn) => (Basis, ReceivedOn) = (basis, receivedOn);

    public LegalBasis Basis { get; }

    /// <summary>Day 0: the day it reached the institution, whatever day it was typed in.</summary>
    public DateOnly ReceivedOn { get; }

    /// <summary>The day the applicant was told of the extension and its reason.</summary>
    public DateOnly? ExtendedOn { get; private init; }

    /// <summary>The day the applicant was told of the fee; the time stands still from the day after.</summary>
    public DateOnly? FeeNoticeOn { get; private init; }

    /// <summary>The day the fee was paid; the time runs from the day after.</summary>
    public DateOnly? FeePaidOn { get; private init; }

    public FeeClock FeeClock { get; private init; }

    /// <summary>The day of the last progress letter (safahat) that came in time: it met the thirty days, and the house's own term runs from the day after.</summary>
    public DateOnly? ProgressOn { get; private init; }

    /// <summary>The day it first arrived at an institution other than the one that had received it (4982 m.7); none where it lies there no more.</summary>
    public DateOnly? ArrivedOn { get; private init; }

    /// <summary>The legal date runs from that arrival (setting); else the receipt goes on to give it.</summary>
    public bool ArrivalIsLegal { get; private init; }

    /// <summary>The fee was notified and is not paid: the applicant is the one whose time runs.</summary>
    public bool AwaitsFee => FeeNoticeOn is not null && FeePaidOn is null;

    /// <summary>Days of the answer's run in the law's own unit.</summary>
    public int Limit => (Basis, ExtendedOn) switch
    {
        (LegalBasis.PetitionAct, _) => ProgressOn is null ? PetitionDays : AfterProgressDays,
        (_, null) => InformationDays,
        _ => ExtendedInformationDays,
    };

    /// <summary>The terms of a case just received.</summary>
    public static DeadlineTerms Received(LegalBasis basis, DateOnly on) => new(basis, on);

    /// <summary>The terms a kept ledger tells of (<see cref="DeadlineLedger.Replay"/>); of what was recorded before ledgers were kept the receipt alone.</summary>
    public static DeadlineTerms Kept(string? ledger, LegalBasis basis, DateOnly receivedOn) =>
        ledger is { Length: > 0 } kept ? DeadlineLedger.Replay(kept).Terms : Received(basis, receivedOn);

    /// <summary>The applicant was told, with the reason, that it takes thirty working days. Refused when told too late.</summary>
    public Outcome<DeadlineTerms> Extend(DateOnly toldOn, WorkingCalendar calendar)
    {
        if (Basis != LegalBasis.InformationAct) return new Refusal.OnlyForInformationRequests();
        if (ExtendedOn is { } before) return new Refusal.AlreadyExtended(before);
        if (toldOn < ReceivedOn) return new Refusal.DayTooEarly(ReceivedOn);
        var lastDay = StatutoryDeadline.Of(this, calendar).LegalDueOn;
        return toldOn > lastDay ? new Refusal.ExtensionTooLate(lastDay) : this with { ExtendedOn = toldOn };
    }

    /// <summary>The applicant was told of a fee; until it is paid the time to answer stands still (4982 m.10, m.11).</summary>
    public Outcome<DeadlineTerms> NotifyFee(DateOnly toldOn, FeeClock feeClock, WorkingCalendar calendar)
    {
        if (Basis != LegalBasis.InformationAct) return new Refusal.OnlyForInformationRequests();
        if (FeeNoticeOn is { } before) return new Refusal.FeeAlreadyNotified(before);
        if (toldOn < ReceivedOn) return new Refusal.DayTooEarly(ReceivedOn);
        var lastDay = StatutoryDeadline.Of(this, calendar).LegalDueOn;
        return toldOn > lastDay ? new Refusal.FeeNoticeTooLate(lastDay) : this with { FeeNoticeOn = toldOn, FeeClock = feeClock };
    }

    /// <summary>The fee came in; a late payment counts too, for nobody is deemed to have given up without a person deciding it.</summary>
    public Outcome<DeadlineTerms> PayFee(DateOnly on)
    {
        if (!AwaitsFee) return new Refusal.NoFeeAwaited();
        return on < FeeNoticeOn ? new Refusal.DayTooEarly(FeeNoticeOn.Value) : this with { FeePaidOn = on };
    }

    /// <summary>A progress letter was signed (safahat, 3071 m.7). Told too late it meets nothing, and the terms stay as they are: the case is late.</summary>
    public Outcome<DeadlineTerms> TellProgress(DateOnly on, WorkingCalendar calendar)
    {
        if (Basis != LegalBasis.PetitionAct) return new Refusal.ProgressOnlyForPetitions();
        if (on < ReceivedOn) return new Refusal.DayTooEarly(ReceivedOn);
        return on > StatutoryDeadline.Of(this, calendar).DueOn ? this : this with { ProgressOn = on };
    }

    /// <summary>
    /// The request lies at another institution since that day, or no longer does (4982 m.7): a second clock runs beside that of the receipt. Petitions know none. What is the
    /// legal date is decided at the arrival and stays so while it lies there.
    /// </summary>
    /// <param name="on">The first arrival; none where it is back, or never left.</param>
    public DeadlineTerms Arriving(DateOnly? on, CalendarRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        if (Basis != LegalBasis.InformationAct || on is null) return this with { ArrivedOn = null, ArrivalIsLegal = false };
        return this with { ArrivedOn = on, ArrivalIsLegal = ArrivedOn is null ? rules.ArrivalIsLegal : ArrivalIsLegal };
    }

    internal static DeadlineTerms Restore((LegalBasis Basis, DateOnly On) received, DateOnly? extendedOn, (DateOnly? Told, DateOnly? Paid, FeeClock Clock) fee, DateOnly? progressOn) =>
        new(received.Basis, received.On) { ExtendedOn = extendedOn, FeeNoticeOn = fee.Told, FeePaidOn = fee.Paid, FeeClock = fee.Clock, ProgressOn = progressOn };

    internal DeadlineTerms Restore(DateOnly arrivedOn, bool isLegal) => this with { ArrivedOn = arrivedOn, ArrivalIsLegal = isLegal };
}
