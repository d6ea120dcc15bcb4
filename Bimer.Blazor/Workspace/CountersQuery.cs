using Bimer.Blazor.Live;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Connections;
using Bimer.Domain.Ports;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace;

/// <summary>All counters of one person; each is a walk over the keys of its own box, to its end: a counter is a fact.</summary>
public sealed class CountersQuery(IDbContextFactory<BimerDbContext> dbFactory, ICurrentActor currentActor, UnitDirectory units, SubtreeSpans subtrees, SharedReads shared)
{
    private static readonly KeptQuery<ValueTuple, BoxCount> _counts = new((db, actor, _) =>
        CountsOf(db.Officers.Where(o => o.Id == actor.UserId), db.RoutingsHeldBy(actor), Waiting(db, actor), db.RepliesAwaiting(actor), db.CasesFollowedBy(actor)));

    public async Task<BoxCounts?> ReadAsync(CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return null;
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        if (BoxCounts.Of(await _counts.Read(db, actor, default).ToListAsync(ct)) is not { } counts) return null;
        return subtrees.Of(actor) is { } subtree ? counts with { Below = await db.CountOpenAsync(subtree, actor, ct) } : counts;
    }

    /// <summary>What lies below alone, after its bell; shared like the unit boxes. None for whoever reaches nothing below.</summary>
    public async Task<int?> ReadBelowAgainAsync(CancellationToken ct)
    {
        if (await currentActor.GetAfterBellAsync(ct) is not { } actor || subtrees.Of(actor) is not { } subtree) return null;
        return await shared.ReadAsync((nameof(ReadBelowAgainAsync), RightsSignature.Of(actor)), () => CountBelowAsync(actor, subtree), ct);
    }

    /// <summary>
    /// The unit boxes alone, after their bell: people of the same rights share one read, see <see cref="SharedReads"/>.
    /// </summary>
    public async Task<int?> ReadUnitInboxAgainAsync(CancellationToken ct)
    {
        if (await currentActor.GetAfterBellAsync(ct) is not { } actor) return null;
        return await shared.ReadAsync((nameof(CountersQuery), RightsSignature.Of(actor)), () => CountInboxAsync(actor), ct);
    }

    /// <summary>What a screen of this person must listen to; none when signed out.</summary>
    public async Task<CountersTopics?> TopicsAsync(CancellationToken ct) =>
        await currentActor.GetAsync(ct) is not { } actor ? null : new CountersTopics(
            [LiveTopic.MyBoxes(actor.UserId), .. actor.UnitsAs(OfficerRole.Approver).Select(LiveTopic.ApprovalBox), .. FollowTopics.Of(actor), .. units.SubtreesOf(actor)],
            [.. actor.UnitsAs(OfficerRole.CaseOfficer).Select(LiveTopic.UnitInbox)],
            [.. actor.Roles.Where(on => on.Role.ReachesBelow()).Select(on => LiveTopic.Below(on.Unit)).Distinct()]);

    private async Task<int> CountBelowAsync(Actor actor, Subtree subtree)
    {
        await using var db = await dbFactory.CreateDbContextAsync();
        return await db.CountOpenAsync(subtree, actor, CancellationToken.None);
    }

    private async Task<int> CountInboxAsync(Actor actor)
    {
        await using var db = await dbFactory.CreateDbContextAsync();
        return await Waiting(db, actor).CountAsync();
    }

    // One count per box, written once for all that are told by their state: side by side they cost the program as many parameters more.
    private static IQueryable<BoxCount> CountsOf(IQueryable<Officer> person, IQueryable<Routing> held, IQueryable<Routing> inbox, IQueryable<Reply> letters, IQueryable<CaseFile> followed) =>
        from one in person
        join box in new[]
        {
            CountedBox.Mine, CountedBox.Submitted, CountedBox.SentBack, CountedBox.Replied, CountedBox.Forwarded, CountedBox.OnHold, CountedBox.CameBack,
            CountedBox.Unit, CountedBox.Approvals, CountedBox.Followed,
        } on 1 equals 1
        select new BoxCount(
            box,
            box == CountedBox.Unit ? inbox.Count()
            : box == CountedBox.Approvals ? letters.Count()
            : box == CountedBox.Followed ? followed.Count()
            : held.Where(r => (int)r.State == (int)box).Count());

    private static IQueryable<Routing> Waiting(BimerDbContext db, Actor actor) =>
        db.RoutingsAtUnitsOf(actor).Where(r => r.State == RoutingState.Waiting);
}

/// <param name="Own">The person's boxes, what they follow, the approval boxes they sign from, and what could make them blind.</param>
/// <param name="Units">The unit boxes, which many people share.</param>
/// <param name="Below">What is open in the subtrees the person coordinates or manages.</param>
public sealed record CountersTopics(IReadOnlyList<LiveTopic> Own, IReadOnlyList<LiveTopic> Units, IReadOnlyList<LiveTopic> Below)
{
    /// <summary>Coordinates or manages some unit.</summary>
    public bool IsCoordinator => Below.Count > 0;

    public bool IsOfficer => Units.Count > 0;

    public bool IsApprover => Own.Any(t => t.Kind == LiveTopicKind.ApprovalBox);
}
