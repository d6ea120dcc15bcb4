using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Tests.Given;

/// <summary>
/// Where each leg of a case stands by its history alone, told a second time and another way than the verbs do: a box must hold what the
/// movements imply.
/// </summary>
internal sealed class StatesToldByMovements
{
    private readonly IReadOnlyList<Routing> _legs;
    private readonly Dictionary<RoutingId, RoutingState> _states = [];
    private readonly Dictionary<RoutingId, RoutingState> _before = [];

    private StatesToldByMovements(IReadOnlyList<Routing> legs, IEnumerable<Movement> movements)
    {
        _legs = legs;
        foreach (var movement in movements.Where(m => m.Routing is not null)) Tell(movement, movement.Routing!.Value);
    }

    /// <param name="movements">In their order.</param>
    public static IReadOnlyDictionary<RoutingId, RoutingState> Of(IReadOnlyList<Routing> legs, IEnumerable<Movement> movements) => new StatesToldByMovements(legs, movements)._states;

    private void Tell(Movement movement, RoutingId leg)
    {
        switch (movement.Kind)
        {
            case MovementKind.CustodyTaken: Put(leg, RoutingState.Held); break;
            case MovementKind.Forwarded:
                Put(leg, RoutingState.Waiting);
                Put(ParentOf(leg)!.Value, RoutingState.Forwarded);
                break;
            case MovementKind.ReplySubmitted: Put(leg, RoutingState.AwaitingApproval); break;
            case MovementKind.ReplyReturned: Put(leg, RoutingState.InRevision); break;
            case MovementKind.ReplyApproved or MovementKind.DeemedWithdrawn: Put(leg, RoutingState.Answered); break;
            case MovementKind.ProgressTold: TellInterim(leg, RoutingState.ProgressTold); break;
            case MovementKind.TimeExtended or MovementKind.FeeTold: TellInterim(leg, RoutingState.NoticeTold); break;
            case MovementKind.PutOnHold when _states[leg] != RoutingState.OnHold: PutAside(leg, RoutingState.OnHold); break;
            case MovementKind.Resumed or MovementKind.AcknowledgingUndone: Put(leg, _before[leg]); break;
            case MovementKind.Acknowledged: PutAside(leg, RoutingState.Noted); break;
            case MovementKind.Returned: TellReturn(movement, leg); break;
            case MovementKind.Recalled: TellRecall(leg); break;
            case MovementKind.Filed: Put(leg, RoutingState.Waiting); break;
            default: break;
        }
    }

    /// <summary>The work goes on beside it, in the same hands.</summary>
    private void TellInterim(RoutingId leg, RoutingState end)
    {
        Put(leg, end);
        Put(_legs.Single(l => l.Resumes == leg).Id, RoutingState.Held);
    }

    private void TellReturn(Movement movement, RoutingId back)
    {
        Put(IsNew(back) ? ParentOf(back)!.Value : GivenIn(movement, back), RoutingState.Returned);
        if (IsNew(back)) Put(back, _legs.Single(l => l.Id == back) is { Custodian: not null } leg && leg.OpenedAt == leg.SentAt ? RoutingState.CameBack : RoutingState.Waiting);
    }

    /// <summary>It went into a part that had come back already, so only who gave it and from where tell which it was.</summary>
    private RoutingId GivenIn(Movement movement, RoutingId back) =>
        _legs.Where(l => l.To == movement.From && l.Custodian == movement.By && l.Purpose == movement.Purpose && _states.TryGetValue(l.Id, out var state) && state < RoutingState.Answered)
            .OrderByDescending(l => SenderOf(l) == _legs.Single(b => b.Id == back).Resumes).First().Id;

    private RoutingId? SenderOf(Routing leg)
    {
        while (leg.Resumes is { } resumed) leg = _legs.Single(l => l.Id == resumed);
        return leg.Parent;
    }

    private bool IsNew(RoutingId leg) => !_states.ContainsKey(leg);

    private void TellRecall(RoutingId leg)
    {
        Put(leg, RoutingState.Recalled);
        var sent = ParentOf(leg)!.Value;
        if (_states[sent] == RoutingState.Forwarded && _legs.Where(l => l.Parent == sent).All(l => _states.GetValueOrDefault(l.Id) == RoutingState.Recalled)) Put(sent, RoutingState.ForwardUndone);
        foreach (var back in _legs.Where(l => l.Parent == leg)) Put(back.Id, RoutingState.Held);
    }

    private void Put(RoutingId leg, RoutingState state) => _states[leg] = state;

    // What is put away out of a hold comes back to where it was held back from.
    private void PutAside(RoutingId leg, RoutingState state)
    {
        if (_states[leg] != RoutingState.OnHold) _before[leg] = _states[leg];
        Put(leg, state);
    }

    private RoutingId? ParentOf(RoutingId leg) => _legs.Single(l => l.Id == leg).Parent;
}
