using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Domain.Cases;

/// <summary>Watching a case's way, for oneself or for a unit (S31): no action on it, and nothing happens twice.</summary>
public sealed class FollowTests
{
    private static readonly Actor _coordinator = new(new UserId(120), [new RoleOn(OfficerRole.Coordinator, People.Governorship)], People.Monday);

    private readonly TestClock _clock = new();

    [Fact]
    public void Following_twice_is_following_once_and_leaves_no_movement()
    {
        var caseFile = new ACase(_clock).OpenedBy(People.Ayse).Build();
        var movements = caseFile.MovementCount;

        caseFile.Follow(People.Mehmet, _clock.GetUtcNow()).Should().Be(Outcome.Accepted);
        caseFile.Follow(People.Mehmet, _clock.Pass(TimeSpan.FromHours(1))).Should().Be(Outcome.Accepted);

        caseFile.Followers.Should().ContainSingle().Which.Person.Should().Be(People.Mehmet.UserId);
        caseFile.Events.Should().ContainSingle().Which.Should().BeOfType<CaseFollowed>().Which.For.Should().BeNull();
        caseFile.MovementCount.Should().Be(movements);
    }

    [Fact]
    public void A_unit_follows_by_its_officers_and_by_who_coordinates_it_and_by_nobody_else()
    {
        var caseFile = new ACase(_clock).To(People.Health).OpenedBy(People.Zeynep).Build();
        var health = People.Lineage(People.Health);

        caseFile.FollowFor(health, People.Ayse, _clock.GetUtcNow()).Refusal.Should().Be(new Refusal.NotYoursToFollowFor(People.Health));
        caseFile.FollowFor(health, People.Kemal, _clock.GetUtcNow()).Refusal.Should().Be(new Refusal.NotYoursToFollowFor(People.Health));
        caseFile.FollowFor(health, _coordinator, _clock.GetUtcNow()).Should().Be(Outcome.Accepted);
        caseFile.FollowFor(health, People.Zeynep, _clock.GetUtcNow()).Should().Be(Outcome.Accepted);
        caseFile.FollowingUnits.Should().ContainSingle().Which.By.Should().Be(_coordinator.UserId);

        caseFile.UnfollowFor(health, People.Ayse, _clock.GetUtcNow()).IsAccepted.Should().BeFalse();
        caseFile.UnfollowFor(health, People.Zeynep, _clock.GetUtcNow()).Should().Be(Outcome.Accepted);
        caseFile.FollowingUnits.Should().BeEmpty();
    }

    [Fact]
    public void Leaving_what_one_does_not_follow_changes_nothing()
    {
        var caseFile = new ACase(_clock).OpenedBy(People.Ayse).Build();
        caseFile.Follow(People.Ayse, _clock.GetUtcNow());
        caseFile.ClearEvents();

        caseFile.Unfollow(People.Mehmet, _clock.GetUtcNow()).Should().Be(Outcome.Accepted);
        (caseFile.Events.Count, caseFile.Followers.Count).Should().Be((0, 1));

        caseFile.Unfollow(People.Ayse, _clock.GetUtcNow()).Should().Be(Outcome.Accepted);
        caseFile.Events.Should().ContainSingle().Which.Should().BeOfType<FollowEnded>();
    }
}
