using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using Bimer.Domain.Time;

namespace Bimer.Domain.Cases;

public sealed partial class CaseFile
{
    /// <summary>A fee was told and is not paid (ücret bekleniyor): <see cref="DueOn"/> is the last day to pay it, and the time to answer stands still.</summary>
    public bool AwaitsFee { get; private set; }

    /// <summary>
    /// The holder records that the fee came in (Ödeme alındı): the time runs on from the day after, anew or where it stopped, as the setting said when the fee was told. A late
    /// payment counts too, also while the letter that deems the request withdrawn waits for its approver.
    /// </summary>
    /// <returns>Refused as every act of somebody who does not hold the part, with <see cref="Refusal.FeeWasPaid"/>, <see cref="Refusal.NoFeeAwaited"/> or <see cref="Refusal.DayOutOfRange"/>.</returns>
    public Outcome RecordFeePaid(RoutingId routingId, FeePayment payment, WorkingCalendar calendar, Actor actor, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(payment);
        var (routing, terms, today) = (RoutingOf(routingId), Terms, IstanbulTime.LegalDay(now));
        if (WhyNotHolder(routing, actor) is { } notHolder) return notHolder;
        if (routing.Purpose == RoutingPurpose.Information) return new Refusal.InformationHasNoSay(routing.To);
        if (terms.FeePaidOn is { } before) return new Refusal.FeeWasPaid(before);
        if (IsDeemedWithdrawn) return new Refusal.NoFeeAwaited();
        if (terms.FeeNoticeOn is { } told && (payment.On < told || payment.On > today)) return new Refusal.DayOutOfRange(told, today);
        var paid = terms.PayFee(payment.On);
        if (paid.Value is not { } running) return paid.Refusal!;

        KeepTerms(running, calendar);
        Record(MovementKind.FeePaid, routing, actor.UserId, now, change: payment.ToString());
        Raise(new FeePaid(Id, routing.Id, routing.To, actor.UserId, now));
        return Outcome.Accepted;
    }

    /// <summary>A letter that deems it withdrawn was signed, for one part at least: nobody waits for a payment any more.</summary>
    private bool IsDeemedWithdrawn => _replies.Exists(letter => letter is { Status: ReplyStatus.Approved, Notice: WithdrawalNotice });

    /// <summary>Why no fee can be told at this moment; none where it can (4982 m.10, m.11).</summary>
    /// <inheritdoc cref="WhyNotExtend"/>
    public static Refusal? WhyNotAskFee(DeadlineTerms terms, (DateOnly On, DateTimeOffset EndsAt) due, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(terms);
        if (terms.Basis != LegalBasis.InformationAct) return new Refusal.OnlyForInformationRequests();
        if (terms.FeeNoticeOn is { } before) return new Refusal.FeeAlreadyNotified(before);
        return now >= due.EndsAt ? new Refusal.FeeNoticeTooLate(due.On) : null;
    }

    /// <summary>Why the request cannot be deemed withdrawn at this moment; none where it can: told, not paid, and its time over.</summary>
    /// <inheritdoc cref="WhyNotExtend"/>
    public static Refusal? WhyNotWithdraw(DeadlineTerms terms, (DateOnly On, DateTimeOffset EndsAt) due, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(terms);
        if (terms.FeePaidOn is { } paid) return new Refusal.FeeWasPaid(paid);
        if (!terms.AwaitsFee) return new Refusal.NoFeeAwaited();
        // The whole day: what the applicant was told is a day, and on a half day the time to answer ends at 13.00, not the day to pay.
        return IstanbulTime.LegalDay(now) <= due.On ? new Refusal.FeeStillDue(due.On) : null;
    }
}
