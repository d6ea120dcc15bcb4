using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;

namespace Bimer.Domain.Cases;

public sealed partial class CaseFile
{
    private readonly List<Follower> _followers = [];
    private readonly List<FollowingUnit> _followingUnits = [];

    /// <summary>Who follows it for themselves; loaded by the verbs of following alone.</summary>
    public IReadOnlyList<Follower> Followers => _followers;

    /// <summary>For which units it is followed; loaded by the verbs of following alone.</summary>
    public IReadOnlyList<FollowingUnit> FollowingUnits => _followingUnits;

    /// <summary>
    /// A person watches the case from now on (Başvuruyu Takip Et, S31). No action on the case: it leaves no movement. Doing it again
    /// changes nothing.
    /// </summary>
    public Outcome Follow(Actor actor, DateTimeOffset now)
    {
        if (_followers.Exists(f => f.Person == actor.UserId)) return Outcome.Accepted;
        _followers.Add(new Follower(Id, actor.UserId, now));
        Raise(new CaseFollowed(Id, actor.UserId, For: null, now));
        return Outcome.Accepted;
    }

    /// <summary>The same for a unit.</summary>
    /// <returns>Refused with <see cref="Refusal.NotYoursToFollowFor"/> to who neither is an officer of it nor coordinates it.</returns>
    public Outcome FollowFor(UnitLineage unit, Actor actor, DateTimeOffset now)
    {
        if (WhyNotFollowFor(unit, actor) is { } refusal) return refusal;
        if (_followingUnits.Exists(f => f.Unit == unit.Unit)) return Outcome.Accepted;
        _followingUnits.Add(new FollowingUnit(Id, unit.Unit, actor.UserId, now));
        Raise(new CaseFollowed(Id, actor.UserId, unit.Unit, now));
        return Outcome.Accepted;
    }

    /// <summary>Başvuru Takibini Bırak. Who does not follow it stays as they are.</summary>
    public Outcome Unfollow(Actor actor, DateTimeOffset now)
    {
        if (_followers.RemoveAll(f => f.Person == actor.UserId) > 0) Raise(new FollowEnded(Id, actor.UserId, For: null, now));
        return Outcome.Accepted;
    }

    /// <summary>The same for a unit, by anybody who may begin it.</summary>
    public Outcome UnfollowFor(UnitLineage unit, Actor actor, DateTimeOffset now)
    {
        if (WhyNotFollowFor(unit, actor) is { } refusal) return refusal;
        if (_followingUnits.RemoveAll(f => f.Unit == unit.Unit) > 0) Raise(new FollowEnded(Id, actor.UserId, unit.Unit, now));
        return Outcome.Accepted;
    }

    private static Refusal.NotYoursToFollowFor? WhyNotFollowFor(UnitLineage unit, Actor actor) =>
        actor.Is(OfficerRole.CaseOfficer, unit.Unit) || Coordinates(unit, actor) ? null : new Refusal.NotYoursToFollowFor(unit.Unit);
}
