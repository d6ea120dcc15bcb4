using Bimer.Blazor.Workspace.Acknowledging;
using Bimer.Blazor.Workspace.Following;
using Bimer.Blazor.Workspace.Forwarding;
using Bimer.Blazor.Workspace.Holding;
using Bimer.Blazor.Workspace.Recalling;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace;

/// <summary>
/// Takes each row to the one handler of its verb, as if somebody had gone there by hand: sight, exclusions, custody, guards and audit
/// are that handler's, and nothing here knows them.
/// </summary>
public sealed class BulkActs(BulkFollowing following, BulkHolding holding, BulkSending sending, BulkAcknowledging acknowledging)
{
    /// <summary>What the verb would answer now; nothing is done. False where all is so already.</summary>
    public Task<Outcome<bool>> TryAsync(BulkAct act, RoutingId row, CancellationToken ct) => act switch
    {
        BulkAct.Follow(var unit) => following.TryAsync(row, unit, isWanted: true, ct),
        BulkAct.Unfollow(var unit) => following.TryAsync(row, unit, isWanted: false, ct),
        BulkAct.Hold(var terms) => holding.TryHoldAsync(row, terms, ct),
        BulkAct.TakeOffHold => holding.TryResumeAsync(row, ct),
        BulkAct.Forward forward => sending.TryForwardAsync(row, forward, ct),
        BulkAct.Recall => sending.TryRecallAsync(row, ct),
        BulkAct.Acknowledge => acknowledging.TryAsync(row, ct),
        _ => throw new ArgumentOutOfRangeException(nameof(act), act, "No handler does this."),
    };

    /// <summary>How many of these have to be answered before the act lets them go on.</summary>
    public Task<int> DueBeforeAsync(BulkAct act, IReadOnlyList<RoutingId> rows, CancellationToken ct) =>
        (act switch { BulkAct.Hold(var terms) => terms.ExpectedOn, BulkAct.Forward forward => forward.Lines.Max(line => line.WantedBy), _ => null }) is { } day
            ? holding.DueBeforeAsync(rows, day, ct) : Task.FromResult(0);

    // Not tied to the screen: who leaves in this moment has still pressed the button.
    public async Task<BulkAnswer> DoAsync(BulkAct act, BulkIntent intent, RoutingId row) => act switch
    {
        BulkAct.Follow(var unit) => await following.SetAsync(intent.Do(row), row, unit, isWanted: true),
        BulkAct.Unfollow(var unit) => await following.SetAsync(intent.Do(row), row, unit, isWanted: false),
        BulkAct.Hold(var terms) => await holding.HoldAsync(intent.Do(row), row, terms),
        BulkAct.TakeOffHold => await holding.ResumeAsync(intent.Do(row), row),
        BulkAct.Forward forward => await sending.ForwardAsync(intent.Do(row), row, forward),
        BulkAct.Recall => await sending.RecallAsync(intent.Do, row),
        BulkAct.Acknowledge => await acknowledging.AcknowledgeAsync(intent.Do(row), row),
        _ => throw new ArgumentOutOfRangeException(nameof(act), act, "No handler does this."),
    };

    /// <summary>Vazgeç: the opposite verb, by its own rules; a forward is taken back like any other, while nobody has read it.</summary>
    public async Task<BulkAnswer> UndoAsync(BulkAct act, BulkIntent intent, RoutingId row) => act switch
    {
        BulkAct.Follow(var unit) => await following.SetAsync(intent.Undo(row), row, unit, isWanted: false),
        BulkAct.Unfollow(var unit) => await following.SetAsync(intent.Undo(row), row, unit, isWanted: true),
        BulkAct.Hold => await holding.ResumeAsync(intent.Undo(row), row),
        BulkAct.Forward => await sending.RecallAsync(intent.Undo, row),
        BulkAct.Acknowledge => await acknowledging.UndoAsync(intent.Undo(row), row),
        _ => throw new ArgumentOutOfRangeException(nameof(act), act, "Nothing takes this back."),
    };
}

/// <summary>Following, row by row.</summary>
public sealed class BulkFollowing(FollowCaseHandler follow, UnfollowCaseHandler unfollow)
{
    public Task<Outcome<bool>> TryAsync(RoutingId row, UnitId? unit, bool isWanted, CancellationToken ct) => isWanted
        ? follow.TryAsync(new FollowCase(default, row.CaseId, unit), ct)
        : unfollow.TryAsync(new UnfollowCase(default, row.CaseId, unit), ct);

    public async Task<BulkAnswer> SetAsync(CommandId id, RoutingId row, UnitId? unit, bool isWanted) => BulkAnswer.Of(isWanted
        ? await follow.HandleAsync(new FollowCase(id, row.CaseId, unit), CancellationToken.None)
        : await unfollow.HandleAsync(new UnfollowCase(id, row.CaseId, unit), CancellationToken.None));
}

/// <summary>Holding back and going on, row by row.</summary>
public sealed class BulkHolding(PutOnHoldHandler hold, ResumeCaseHandler resume, HoldDeskQuery held)
{
    public Task<int> DueBeforeAsync(IReadOnlyList<RoutingId> rows, DateOnly day, CancellationToken ct) => held.DueBeforeAsync(rows, day, ct);

    public Task<Outcome<bool>> TryHoldAsync(RoutingId row, HoldTerms terms, CancellationToken ct) => hold.TryAsync(new PutOnHold(default, row, terms) { KeepsFormer = true }, ct);

    public Task<Outcome<bool>> TryResumeAsync(RoutingId row, CancellationToken ct) => resume.TryAsync(new ResumeCase(default, row), ct);

    public async Task<BulkAnswer> HoldAsync(CommandId id, RoutingId row, HoldTerms terms) =>
        BulkAnswer.Of(await hold.HandleAsync(new PutOnHold(id, row, terms) { KeepsFormer = true }, CancellationToken.None));

    public async Task<BulkAnswer> ResumeAsync(CommandId id, RoutingId row) =>
        BulkAnswer.Of(await resume.HandleAsync(new ResumeCase(id, row), CancellationToken.None));
}

/// <summary>Putting away what came for information, row by row.</summary>
public sealed class BulkAcknowledging(AcknowledgeCaseHandler acknowledge, UndoAcknowledgingHandler undo)
{
    public Task<Outcome<bool>> TryAsync(RoutingId row, CancellationToken ct) => acknowledge.TryAsync(new AcknowledgeCase(default, row), ct);

    public async Task<BulkAnswer> AcknowledgeAsync(CommandId id, RoutingId row) =>
        BulkAnswer.Of(await acknowledge.HandleAsync(new AcknowledgeCase(id, row), CancellationToken.None));

    public async Task<BulkAnswer> UndoAsync(CommandId id, RoutingId row) =>
        BulkAnswer.Of(await undo.HandleAsync(new UndoAcknowledging(id, row), CancellationToken.None));
}

/// <summary>Sending on and taking back, row by row.</summary>
public sealed class BulkSending(ForwardCaseHandler forward, RecallCaseHandler recall, RecallDeskQuery sent)
{
    public Task<Outcome<bool>> TryForwardAsync(RoutingId row, BulkAct.Forward list, CancellationToken ct) => forward.TryAsync(CommandOf(default, row, list), ct);

    /// <summary>Possible as soon as one leg can be taken back; else what is said of the first.</summary>
    public async Task<Outcome<bool>> TryRecallAsync(RoutingId row, CancellationToken ct)
    {
        var legs = await sent.LegsOfAsync(row, ct);
        if (legs.Value is not { } found) return legs.Refusal!;
        Refusal? first = null;
        foreach (var leg in found)
        {
            var answer = await recall.TryAsync(new RecallCase(default, leg), ct);
            if (answer.IsAccepted) return true;
            first ??= answer.Refusal;
        }

        return first!;
    }

    public async Task<BulkAnswer> ForwardAsync(CommandId id, RoutingId row, BulkAct.Forward list) =>
        BulkAnswer.Of(await forward.HandleAsync(CommandOf(id, row, list), CancellationToken.None));

    /// <summary>Each recipient by itself (S40): what somebody has read stays there, and the row says so.</summary>
    public async Task<BulkAnswer> RecallAsync(Func<RoutingId, CommandId> idOf, RoutingId row)
    {
        var legs = await sent.LegsOfAsync(row, CancellationToken.None);
        if (legs.Value is not { } found) return new BulkAnswer(legs.Refusal, DidSome: false);
        var answer = new BulkAnswer(Refusal: null, DidSome: false);
        foreach (var leg in found)
        {
            var outcome = await recall.HandleAsync(new RecallCase(idOf(leg), leg), CancellationToken.None);
            answer = new BulkAnswer(answer.Refusal ?? outcome.Refusal, answer.DidSome || outcome.IsAccepted);
        }

        return answer;
    }

    private static ForwardCase CommandOf(CommandId id, RoutingId row, BulkAct.Forward list) => new(id, row, list.Lines) { KeepsPriority = list.KeepsPriority };
}
