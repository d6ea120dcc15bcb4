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

/// <summary>All counters of one person in one round trip; each is a bounded walk over the keys of its own box.</summary>
public sealed class CountersQuery(IDbContextFactory<BimerDbContext> dbFactory, ICurrentActor currentActor, UnitDirectory units, SharedReads shared)
{
    private static readonly KeptQuery<ValueTuple, BoxCounts> _counts = new((db, actor, _) =>
        CountsOf(db.Officers.Where(o => o.Id == actor.UserId), db.RoutingsHeldBy(actor), Waiting(db, actor), db.RepliesAwaiting(actor)));

    public async Task<BoxCounts?> ReadAsync(CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return null;
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        return await _counts.Read(db, actor, default).SingleOrDefaultAsync(ct);
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
            [LiveTopic.MyBoxes(actor.UserId), .. actor.UnitsAs(OfficerRole.Approver).Select(LiveTopic.ApprovalBox), .. units.SubtreesOf(actor)],
            [.. actor.UnitsAs(OfficerRole.CaseOfficer).Select(LiveTopic.UnitInbox)],
            actor.Roles.Any(on => on.Role.ReachesBelow()));

    private async Task<int> CountInboxAsync(Actor actor)
    {
        await using var db = await dbFactory.CreateDbContextAsync();
        return await Waiting(db, actor).Take(BoxCounts.Most).CountAsync();
    }

    private static IQueryable<BoxCounts> CountsOf(IQueryable<Officer> person, IQueryable<Routing> held, IQueryable<Routing> inbox, IQueryable<Reply> letters) =>
        person.Select(_ => new BoxCounts(
            held.Where(r => r.State == RoutingState.Held).Take(BoxCounts.Most).Count(),
            held.Where(r => r.State == RoutingState.AwaitingApproval).Take(BoxCounts.Most).Count(),
            held.Where(r => r.State == RoutingState.InRevision).Take(BoxCounts.Most).Count(),
            held.Where(r => r.State == RoutingState.Answered).Take(BoxCounts.Most).Count(),
            held.Where(r => r.State == RoutingState.Forwarded).Take(BoxCounts.Most).Count(),
            held.Where(r => r.State == RoutingState.OnHold).Take(BoxCounts.Most).Count(),
            held.Where(r => r.State == RoutingState.CameBack).Take(BoxCounts.Most).Count(),
            inbox.Take(BoxCounts.Most).Count(),
            letters.Take(BoxCounts.Most).Count()));

    private static IQueryable<Routing> Waiting(BimerDbContext db, Actor actor) =>
        db.RoutingsAtUnitsOf(actor).Where(r => r.State == RoutingState.Waiting);
}

/// <param name="Own">The person's boxes, the approval boxes they sign from, and what could make them blind.</param>
/// <param name="Units">The unit boxes, which many people share.</param>
/// <param name="IsCoordinator">Coordinates or manages some unit.</param>
public sealed record CountersTopics(IReadOnlyList<LiveTopic> Own, IReadOnlyList<LiveTopic> Units, bool IsCoordinator)
{
    public bool IsOfficer => Units.Count > 0;

    public bool IsApprover => Own.Any(t => t.Kind == LiveTopicKind.ApprovalBox);
}
