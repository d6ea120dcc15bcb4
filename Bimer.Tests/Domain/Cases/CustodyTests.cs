using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Domain.Cases;

public sealed class CustodyTests
{
    private readonly TestClock _clock = new();

    [Fact]
    public void Opening_from_the_unit_inbox_takes_custody_and_says_so_once()
    {
        var caseFile = new ACase(_clock).Build();
        var routing = caseFile.Routings[0];

        caseFile.TakeCustody(routing.Id, People.Ayse, _clock.GetUtcNow()).IsAccepted.Should().BeTrue();

        routing.Custodian.Should().Be(People.Ayse.UserId);
        routing.State.Should().Be(RoutingState.Held);
        caseFile.Movements.Select(m => m.Kind).Should().Equal(MovementKind.Filed, MovementKind.CustodyTaken);
        caseFile.Events.Should().ContainSingle().Which.Should().BeOfType<CustodyTaken>();
    }

    [Fact]
    public void Opening_what_is_already_mine_changes_nothing_and_is_accepted()
    {
        var caseFile = new ACase(_clock).OpenedBy(People.Ayse).Build();

        caseFile.TakeCustody(caseFile.Routings[0].Id, People.Ayse, _clock.Pass(TimeSpan.FromHours(1))).IsAccepted.Should().BeTrue();

        caseFile.Events.Should().BeEmpty();
        caseFile.MovementCount.Should().Be(2);
    }

    [Fact]
    public void Opening_what_a_colleague_holds_is_refused_with_name_and_time()
    {
        var caseFile = new ACase(_clock).OpenedBy(People.Ayse).Build();
        var taken = _clock.GetUtcNow();

        var outcome = caseFile.TakeCustody(caseFile.Routings[0].Id, People.Mehmet, _clock.Pass(TimeSpan.FromSeconds(12)));

        outcome.Refusal.Should().Be(new Refusal.AlreadyOpened(People.Ayse.UserId, taken));
    }

    [Fact]
    public void Only_an_officer_of_the_receiving_unit_opens_it()
    {
        var caseFile = new ACase(_clock).To(People.Governorship).Build();

        caseFile.TakeCustody(caseFile.Routings[0].Id, People.Zeynep, _clock.GetUtcNow()).Refusal
            .Should().Be(new Refusal.NotAnOfficerOf(People.Governorship));
        caseFile.TakeCustody(caseFile.Routings[0].Id, People.Nuray, _clock.GetUtcNow()).Refusal
            .Should().Be(new Refusal.NotAnOfficerOf(People.Governorship), "an approver signs, but holds nothing");
    }

    [Fact]
    public void What_was_forwarded_cannot_be_opened_any_more()
    {
        var caseFile = new ACase(_clock).OpenedBy(People.Ayse).ForwardedBy(People.Ayse, People.Health).Build();

        caseFile.TakeCustody(caseFile.Routings[0].Id, People.Mehmet, _clock.GetUtcNow()).Refusal
            .Should().BeOfType<Refusal.AlreadyClosed>().Which.End.Should().Be(RoutingState.Forwarded);
    }
}
