using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using Bimer.Domain.Time;

namespace Bimer.Domain.Cases;

public sealed partial class CaseFile
{
    /// <summary>
    /// The holder corrects the kind (başvuru türü, S28). Where another law follows from it the legal time is counted anew under that law,
    /// from the same day of receipt; else it stays as it is, also when the holidays were changed since. Every part carries the kind.
    /// </summary>
    /// <returns>
    /// Refused as every act of somebody who does not hold the part, with <see cref="Refusal.WithApprover"/>, or with what binds the kind:
    /// <see cref="Refusal.InformationHasNoSay"/>, <see cref="Refusal.KindChangedMeanwhile"/>, <see cref="Refusal.NotOnTheList"/>, <see cref="Refusal.KindBoundByHiding"/>,
    /// <see cref="Refusal.KindBoundByExclusion"/>, <see cref="Refusal.LawBoundByLetter"/>, <see cref="Refusal.LawBoundByAnswer"/>.
    /// </returns>
    public Outcome ChangeKind(RoutingId routingId, Correction<CaseKind> kind, WorkingCalendar calendar, Actor actor, DateTimeOffset now)
    {
        var routing = RoutingOf(routingId);
        if (kind.IsNone) return Outcome.Accepted;
        if (WhyNotDescribe(routing, actor) is { } notHolder) return notHolder;
        if (WhyNotKind(routing, kind) is { } bound) return bound;

        var ledger = Basis == kind.To.Basis() ? null : DeadlineLedger.Of(DeadlineTerms.Received(kind.To.Basis(), ReceivedOn).Arriving(FirstArrival, calendar.Rules), calendar);
        var change = new KindChange(kind, DueOn, ledger?.Deadline.DueOn ?? DueOn);
        (Kind, Basis) = (kind.To, kind.To.Basis());
        if (ledger is not null) Keep(ledger);
        foreach (var part in _routings) part.BecomeOf(Kind, RankOf(part.Id.Sequence, part.Resumes));
        foreach (var letter in _replies.Where(r => r.Status == ReplyStatus.AwaitingApproval)) letter.BecomeOf(Kind);
        Version++;
        RecordChange(MovementKind.KindChanged, actor, now, change.ToString());
        Raise(new CaseKindChanged(Id, routing.Id, routing.To, actor.UserId, now)
        {
            Change = change,
            Ledger = ledger?.ToText(),
            Waiting = [.. _routings.Where(r => r.State == RoutingState.Waiting).Select(r => r.To).Distinct()],
            Holders = [.. _routings.Select(r => r.Custodian).OfType<UserId>().Distinct()],
            Approvers = AskedApprovers(),
        });
        return Outcome.Accepted;
    }

    /// <summary>
    /// The holder says how urgent the part is (öncelik). It is the part's: a petition may be urgent for one unit alone. The case, where it
    /// stands without a part, is as urgent as its most urgent open part.
    /// </summary>
    /// <returns>Refused as every act of somebody who does not hold the part, with <see cref="Refusal.WithApprover"/>, <see cref="Refusal.PriorityChangedMeanwhile"/> or <see cref="Refusal.NotOnTheList"/>.</returns>
    public Outcome ChangePriority(RoutingId routingId, Correction<Priority> priority, Actor actor, DateTimeOffset now)
    {
        var routing = RoutingOf(routingId);
        if (priority.IsNone) return Outcome.Accepted;
        if (WhyNotDescribe(routing, actor) is { } notHolder) return notHolder;
        if (routing.Priority != priority.From) return new Refusal.PriorityChangedMeanwhile(routing.Priority);
        if (!Enum.IsDefined(priority.To)) return new Refusal.NotOnTheList();

        routing.BecomeAsUrgentAs(priority.To);
        RecountPriority();
        RecordChange(MovementKind.PriorityChanged, actor, now, priority.ToString());
        Raise(new CasePriorityChanged(Id, routing.Id, routing.To, actor.UserId, now) { Change = priority, Approvers = AskedApprovers() });
        return Outcome.Accepted;
    }

    private IReadOnlyList<UnitId> AskedApprovers() => [.. _replies.Where(r => r.Status == ReplyStatus.AwaitingApproval).Select(r => r.ApproverUnit).Distinct()];

    private static Refusal? WhyNotDescribe(Routing routing, Actor actor) =>
        WhyNotHolder(routing, actor) ?? (routing.State == RoutingState.AwaitingApproval ? new Refusal.WithApprover(routing.To) : null);

    private Refusal? WhyNotKind(Routing routing, Correction<CaseKind> kind)
    {
        if (routing.Purpose == RoutingPurpose.Information) return new Refusal.InformationHasNoSay(routing.To);
        if (Kind != kind.From) return new Refusal.KindChangedMeanwhile(Kind);
        if (!Enum.IsDefined(kind.To)) return new Refusal.NotOnTheList();
        if (!kind.To.AllowsConcealment() && Concealment != IdentityConcealment.None) return new Refusal.KindBoundByHiding();
        if (!kind.To.AllowsConcealment() && _exclusions.Count > 0) return new Refusal.KindBoundByExclusion(_exclusions.Count);
        return kind.To.Basis() == Basis ? null : WhyNotLaw();
    }

    // What somebody signs, and what was signed, is classified under the law it was written under.
    private Refusal? WhyNotLaw()
    {
        if (_replies.Find(r => r.Status == ReplyStatus.AwaitingApproval) is { } letter) return new Refusal.LawBoundByLetter(letter.AuthorUnit);
        return _replies.Find(r => r.Status == ReplyStatus.Approved) is { DecidedAt: { } at } answer ? new Refusal.LawBoundByAnswer(answer.AuthorUnit, at) : null;
    }

    private void RecordChange(MovementKind kind, Actor actor, DateTimeOffset now, string change, string? note = null)
    {
        MovementCount++;
        _movements.Add(new Movement { CaseId = Id, Sequence = MovementCount, Kind = kind, At = now, By = actor.UserId, Change = change, Note = note });
    }
}
