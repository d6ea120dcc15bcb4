using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using Bimer.Domain.Time;

namespace Bimer.Domain.Cases;

public sealed partial class CaseFile
{
    private Refusal? WhyNotProgress(Letter letter)
    {
        if (Basis != LegalBasis.PetitionAct || letter.Inadmissibility is not null) return new Refusal.ProgressOnlyForPetitions();
        return _routings.Count >= RoutingId.MostPerCase ? new Refusal.TooManyRoutings(RoutingId.MostPerCase) : null;
    }

    /// <summary>
    /// A letter was signed that answers nothing yet (safahat, ara yazı): its part has ended with it, and the work goes on in a leg of its own with whoever had it, as what comes
    /// back does. So the letter stays what was signed, and the final answer is another one.
    /// </summary>
    private Outcome GoOn(Routing routing, Reply reply, Actor actor, DateTimeOffset now)
    {
        if (_routings.Count >= RoutingId.MostPerCase) return new Refusal.TooManyRoutings(RoutingId.MostPerCase);
        End(routing, reply.IsProgress ? RoutingState.ProgressTold : RoutingState.NoticeTold, now);
        Record(reply.IsProgress ? MovementKind.ProgressTold : MovementOf(reply.Notice!), routing, actor.UserId, now, change: reply.Notice?.Kept);
        var onward = new RoutingLeg(routing.Id, routing.From, routing.To, routing.Purpose, routing.Priority, routing.Note, routing.SentBy, routing.Id) { ArrivedOn = routing.ArrivedOn };
        SendOut(onward, now).TakeInto(routing.Custodian ?? reply.Author, now);
        Raise(new ReplyApproved(Id, routing.Id, reply.ApproverUnit, reply.Author, actor.UserId, now) { IsProgress = reply.IsProgress, Notice = reply.Notice?.Kind });
        return Outcome.Accepted;
    }

    /// <summary>
    /// The thirty days of 3071 are met by the progress letter just signed (safahat, m.7): the ledger names its day, and the house's own term for the result runs from it. One
    /// that came too late meets nothing. To be asked in the act that signs it.
    /// </summary>
    public void MeetByProgress(WorkingCalendar calendar, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var terms = Terms;
        if (now >= StatutoryDeadline.Of(terms, calendar).EndsAt) return;   // on a half day the time ends at 13.00
        if (terms.TellProgress(IstanbulTime.LegalDay(now), calendar).Value is not { ProgressOn: not null } met || met == terms) return;
        KeepTerms(met, calendar);
    }
}
