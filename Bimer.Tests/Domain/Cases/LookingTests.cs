using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Time;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Domain.Cases;

/// <summary>Bak: read without custody, and read all the same.</summary>
public sealed class LookingTests
{
    private readonly TestClock _clock = new();

    [Theory]
    [InlineData(OfficerRole.Coordinator)]
    [InlineData(OfficerRole.GeneralCoordinator)]
    [InlineData(OfficerRole.Executive)]
    public void Who_looks_takes_nothing_and_the_sender_can_no_longer_take_it_back(OfficerRole role)
    {
        var (caseFile, selma) = (Sent(People.Health), Looking(role, People.Governorship));
        var leg = caseFile.Routings[^1];

        LookInto(caseFile, leg, selma).Should().Be(Outcome.Accepted);

        (leg.State, leg.Custodian, leg.LookedBy, leg.LookedAt, leg.IsRead).Should().Be((RoutingState.Waiting, null, selma.UserId, _clock.GetUtcNow(), true));
        caseFile.Recall(leg.Id, RecallPolicy.Usual, ACase.Calendar, People.Ayse, _clock.GetUtcNow()).Refusal.Should().Be(new Refusal.AlreadyLookedInto(People.Health, selma.UserId, _clock.GetUtcNow()));
        caseFile.Movements.Should().NotContain(m => m.By == selma.UserId, "reading is no action");
        caseFile.TakeCustody(leg.Id, People.Zeynep, _clock.GetUtcNow()).Should().Be(Outcome.Accepted, "it lies in the inbox as before");
    }

    [Fact]
    public void All_that_is_within_reach_is_read_by_one_look_and_nothing_beside_it()
    {
        var (caseFile, selma) = (Sent(People.Health, People.District, People.Ministry), Looking(OfficerRole.Coordinator, People.Governorship));

        LookInto(caseFile, caseFile.Routings[1], selma).Should().Be(Outcome.Accepted);

        caseFile.Routings.Skip(1).Select(leg => leg.IsRead).Should().Equal(true, true, false);
        caseFile.Events.OfType<CaseLookedInto>().Select(e => e.Unit).Should().Equal(People.Health, People.District);
    }

    [Fact]
    public void A_second_look_changes_nothing_and_the_first_stays_on_record()
    {
        var (caseFile, selma) = (Sent(People.Health), Looking(OfficerRole.Coordinator, People.Governorship));
        LookInto(caseFile, caseFile.Routings[^1], selma);
        var before = caseFile.Events.Count;

        LookInto(caseFile, caseFile.Routings[^1], Looking(OfficerRole.Executive, People.State)).Should().Be(Outcome.Accepted);

        (caseFile.Routings[^1].LookedBy, caseFile.Events.Count).Should().Be((selma.UserId, before));
    }

    [Fact]
    public void Whoever_coordinates_nothing_above_it_looks_into_nothing()
    {
        var caseFile = Sent(People.Health);
        Actor[] others = [People.Zeynep, People.Ayse, People.Kemal, Looking(OfficerRole.Executive, People.Ministry), Looking(OfficerRole.Coordinator, People.District)];

        foreach (var other in others) LookInto(caseFile, caseFile.Routings[^1], other).Refusal.Should().Be(new Refusal.NotYoursToLookInto(People.Health));

        caseFile.Routings[^1].IsRead.Should().BeFalse();
    }

    [Fact]
    public void What_was_taken_back_before_is_not_looked_into()
    {
        var caseFile = Sent(People.Health);
        caseFile.Recall(caseFile.Routings[1].Id, RecallPolicy.Usual, ACase.Calendar, People.Ayse, _clock.GetUtcNow());

        LookInto(caseFile, caseFile.Routings[1], Looking(OfficerRole.Coordinator, People.Governorship)).Refusal.Should().BeOfType<Refusal.AlreadyClosed>();
    }

    private CaseFile Sent(params UnitId[] to)
    {
        var caseFile = new ACase(_clock).OpenedBy(People.Ayse).Build();
        caseFile.Forward(caseFile.Routings[0].Id, [.. to.Select(unit => ACase.Action(unit))], ACase.Calendar, People.Ayse, _clock.GetUtcNow());
        return caseFile;
    }

    private Outcome LookInto(CaseFile caseFile, Routing leg, Actor actor) =>
        caseFile.LookInto(leg.Id, [.. caseFile.Routings.Where(r => r.IsOpen).Select(r => People.Lineage(r.To))], actor, _clock.GetUtcNow());

    private static Actor Looking(OfficerRole role, UnitId unit) => new(new UserId(900), [new RoleOn(role, unit)], People.Monday);
}
