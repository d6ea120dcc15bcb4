using Bimer.Domain.Organisation;
using Bimer.Domain.Time;

namespace Bimer.Domain.Cases;

public sealed partial class CaseFile
{
    /// <summary>The legal end of the time to answer: of what was sent on as the setting said at its arrival (4982 m.7), else that of the receipt.</summary>
    private (DateOnly On, DateTimeOffset EndsAt) LegalEnd => DeadlineLedger.LegalEndOf(Ledger, (DueOn, DueEndsAt));

    /// <summary>The first day it arrived at another institution, of all parts that are there still or were answered there; none where it never left, was taken back or came back.</summary>
    public DateOnly? FirstArrival => _routings.Where(leg => leg.ArrivedOn is not null && (leg.IsOpen || leg.State == RoutingState.Answered)).Min(leg => leg.ArrivedOn);

    /// <summary>
    /// The day the case came to where this part goes: at home none; from one institution to the next the first arrival goes on to count, for the applicant does not wait longer because
    /// it was passed on; what comes to an institution again came there the first time.
    /// </summary>
    private DateOnly? ArrivalOf(ForwardTo recipient, Routing sender, DateTimeOffset now)
    {
        if (recipient is not { Away: { } away, Purpose: RoutingPurpose.Action }) return null;
        // Away without a day it was before days were kept: it keeps its one clock, and does not arrive by being passed on inside.
        if (away.IsSenderToo) return sender.ArrivedOn;
        return _routings.Where(leg => away.SameInstitution.Contains(leg.To) && leg.State != RoutingState.Recalled).Min(leg => leg.ArrivedOn) ?? IstanbulTime.LegalDay(now);
    }

    /// <summary>The time counted anew from another day of receipt. What was in force at an arrival that stands stays in force: a switch turned since does not reach it.</summary>
    private DeadlineTerms ReceivedAnew(DateOnly on, CalendarRules rules) =>
        DeadlineTerms.Received(Basis, on).Arriving(FirstArrival, Terms is { ArrivedOn: not null } kept ? rules with { ArrivalIsLegal = kept.ArrivalIsLegal } : rules);

    /// <summary>Parts went, came back or were taken back: the second clock of a request begins with the first arrival, and ends when nothing of it is away.</summary>
    private void FollowArrivals(WorkingCalendar calendar)
    {
        if (Basis != LegalBasis.InformationAct || (FirstArrival is null && !DeadlineLedger.TellsArrival(Ledger))) return;
        var (terms, followed) = (Terms, Terms.Arriving(FirstArrival, calendar.Rules));
        if (followed != terms) KeepTerms(followed, calendar);
    }

    private void Keep(DeadlineLedger ledger)
    {
        var deadline = ledger.Deadline;
        (DueOn, DueEndsAt, Ledger) = (deadline.DueOn, deadline.EndsAt, ledger.ToText());
        LegalDueOn = deadline.LegalDueOn == deadline.DueOn ? null : deadline.LegalDueOn;
    }
}
