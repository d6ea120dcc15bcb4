using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using Bimer.Domain.Time;

namespace Bimer.Domain.Cases;

public sealed partial class CaseFile
{
    /// <summary>What stands recorded now.</summary>
    public RecordStand Recorded => new(ReceivedOn, Channel, Plate is { } plate ? new Place(plate, District) : null);

    /// <summary>The unit whose desk recorded it, or where it arrived by itself.</summary>
    public UnitId RecordedAt => _routings.MinBy(r => r.Id.Sequence)!.To;

    /// <summary>
    /// The holder, in the unit whose desk recorded it, puts a slip of the recording right (Kayıt Düzelt): the day of receipt, the channel among the
    /// written ones, the place. Where the day changes, the legal time is counted anew from it, by the calendar of today.
    /// </summary>
    /// <returns>
    /// Refused as every act of somebody who does not hold the part, with <see cref="Refusal.WithApprover"/>, <see cref="Refusal.TextMissing"/> or <see cref="Refusal.TextTooLong"/>
    /// of the reason, or with what binds the record: <see cref="Refusal.InformationHasNoSay"/>, <see cref="Refusal.NotFromADesk"/>, <see cref="Refusal.RecordedElsewhere"/>,
    /// <see cref="Refusal.RecordChangedMeanwhile"/>, <see cref="Refusal.RecordBoundByAnswer"/>, <see cref="Refusal.RecordBoundByClock"/>, <see cref="Refusal.ReceivedTooEarly"/>,
    /// <see cref="Refusal.ReceivedAfterRecording"/>, <see cref="Refusal.ChannelsNotWritten"/>.
    /// </returns>
    public Outcome CorrectRecord(RoutingId routingId, RecordCorrection wanted, WorkingCalendar calendar, Actor actor, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        var routing = RoutingOf(routingId);
        if (wanted.IsNone) return Outcome.Accepted;
        if (WhyNotDescribe(routing, actor) is { } notHolder) return notHolder;
        if ((WhyNotRecord(routing, wanted) ?? WhyNotRecorded(wanted.To) ?? WhyNotText(wanted.Reason, LongestNote)) is { } bound) return bound;

        var ledger = wanted.To.ReceivedOn == ReceivedOn ? null : DeadlineLedger.Of(ReceivedAnew(wanted.To.ReceivedOn, calendar.Rules), calendar);
        var change = new RecordChange(wanted.From, wanted.To, DueOn, ledger?.Deadline.DueOn ?? DueOn);
        (ReceivedOn, Channel, Plate, District) = (wanted.To.ReceivedOn, wanted.To.Channel, wanted.To.Place?.Plate, wanted.To.Place?.District);
        foreach (var answer in _answers) answer.Follow(wanted.To.Place);
        if (ledger is not null) CountBy(ledger);
        Version++;
        RecordChange(MovementKind.RecordCorrected, actor, now, change.ToString(), wanted.Reason.Trim());
        Raise(RecordCorrectedOf(routing, change, (actor.UserId, ledger?.ToText()), now));
        return Outcome.Accepted;
    }

    private CaseRecordCorrected RecordCorrectedOf(Routing routing, RecordChange change, (UserId Actor, string? Ledger) by, DateTimeOffset now) => new(Id, routing.Id, routing.To, by.Actor, now)
    {
        Change = change,
        Ledger = by.Ledger,
        Waiting = [.. _routings.Where(r => r.State == RoutingState.Waiting).Select(r => r.To).Distinct()],
        Holders = [.. _routings.Select(r => r.Custodian).OfType<UserId>().Distinct()],
        Approvers = AskedApprovers(),
    };

    private Refusal? WhyNotRecord(Routing routing, RecordCorrection wanted)
    {
        if (routing.Purpose == RoutingPurpose.Information) return new Refusal.InformationHasNoSay(routing.To);
        if (!Channel.IsDesk()) return new Refusal.NotFromADesk();
        if (routing.To != RecordedAt) return new Refusal.RecordedElsewhere(RecordedAt);
        if (Recorded != wanted.From) return new Refusal.RecordChangedMeanwhile();
        if (_replies.Find(r => r is { Status: ReplyStatus.Approved, HasNoVerdict: false }) is { DecidedAt: { } at } answer) return new Refusal.RecordBoundByAnswer(answer.AuthorUnit, at);
        // What was told to the applicant in the meantime (extension, fee, progress) was told within the time that ran from the old day.
        return wanted.To.ReceivedOn != ReceivedOn && (Terms.Arriving(on: null, new CalendarRules()) != DeadlineTerms.Received(Basis, ReceivedOn) || IsDeemedWithdrawn)
            ? new Refusal.RecordBoundByClock() : null;
    }

    private Refusal? WhyNotRecorded(RecordStand to)
    {
        var recorded = IstanbulTime.LegalDay(FiledAt);
        if (to.ReceivedOn > recorded) return new Refusal.ReceivedAfterRecording(recorded);
        if (to.ReceivedOn < DeskChannels.FirstDay) return new Refusal.ReceivedTooEarly(DeskChannels.FirstDay);
        return to.Channel == Channel || (to.Channel.IsWritten() && Channel.IsWritten()) ? null : new Refusal.ChannelsNotWritten();
    }
}
