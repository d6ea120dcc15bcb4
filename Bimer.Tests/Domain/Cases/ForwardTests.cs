using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Domain.Cases;

public sealed class ForwardTests
{
    private readonly TestClock _clock = new();

    [Fact]
    public void A_forward_ends_the_senders_part_and_gives_each_recipient_one_of_its_own()
    {
        var caseFile = new ACase(_clock).OpenedBy(People.Ayse).Build();

        Forward(caseFile, People.Ayse, ACase.Action(People.Health, "İncelenmesi rica olunur."), ACase.Information(People.District)).Should().BeNull();

        caseFile.Routings.Select(r => (r.To, r.State, r.Purpose)).Should().Equal(
            (People.Governorship, RoutingState.Forwarded, RoutingPurpose.Action),
            (People.Health, RoutingState.Waiting, RoutingPurpose.Action),
            (People.District, RoutingState.Waiting, RoutingPurpose.Information));
        caseFile.Routings[1].Parent.Should().Be(caseFile.Routings[0].Id);
        caseFile.Routings[1].From.Should().Be(People.Governorship);
        caseFile.Movements[^2].Note.Should().Be("İncelenmesi rica olunur.");
        caseFile.Movements.Select(m => m.Sequence).Should().Equal(1, 2, 3, 4);
    }

    [Fact]
    public void One_bad_recipient_refuses_the_whole_list_and_changes_nothing()
    {
        var caseFile = new ACase(_clock).OpenedBy(People.Ayse).Build();

        Forward(caseFile, People.Ayse, ACase.Action(People.Health), ACase.Action(People.State)).Should().Be(new Refusal.UnitTakesNoCases(People.State));

        caseFile.Routings.Should().ContainSingle().Which.State.Should().Be(RoutingState.Held);
        caseFile.Events.Should().BeEmpty();
    }

    [Fact]
    public void Only_the_holder_forwards()
    {
        Forward(new ACase(_clock).Build(), People.Ayse, ACase.Action(People.Health)).Should().Be(new Refusal.NotOpened(People.Governorship));
        Forward(new ACase(_clock).OpenedBy(People.Mehmet).Build(), People.Ayse, ACase.Action(People.Health)).Should().BeOfType<Refusal.AlreadyOpened>();
    }

    [Fact]
    public void The_same_unit_twice_the_sender_itself_and_nobody_are_refused()
    {
        CaseFile Held() => new ACase(_clock).OpenedBy(People.Ayse).Build();

        Forward(Held(), People.Ayse, ACase.Action(People.Health), ACase.Information(People.Health)).Should().Be(new Refusal.RecipientTwice(People.Health));
        Forward(Held(), People.Ayse, ACase.Action(People.Governorship)).Should().Be(new Refusal.RecipientIsSender(People.Governorship));
        Forward(Held(), People.Ayse).Should().Be(new Refusal.NoRecipients());
        Forward(Held(), People.Ayse, ACase.Information(People.Health)).Should().Be(new Refusal.NobodyToAct());
    }

    [Fact]
    public void A_unit_that_already_has_an_open_part_gets_no_second_one()
    {
        var caseFile = new ACase(_clock).To(People.Centre).OpenedBy(People.Selin).ForwardedBy(People.Selin, People.Health, People.Governorship).OpenedBy(People.Ayse).Build();

        Forward(caseFile, People.Ayse, ACase.Action(People.Health)).Should().Be(new Refusal.AlreadyThere(People.Health));
    }

    [Fact]
    public void A_unit_that_has_it_for_information_may_be_asked_to_act_on_it()
    {
        var caseFile = new ACase(_clock).To(People.Centre).OpenedBy(People.Selin).Build();
        Forward(caseFile, People.Selin, ACase.Information(People.Health), ACase.Action(People.Governorship)).Should().BeNull();
        caseFile.TakeCustody(caseFile.Routings[^1].Id, People.Ayse, _clock.GetUtcNow()).IsAccepted.Should().BeTrue();

        Forward(caseFile, People.Ayse, ACase.Action(People.District), ACase.Information(People.Health)).Should().Be(new Refusal.AlreadyThere(People.Health));
        Forward(caseFile, People.Ayse, ACase.Action(People.Health)).Should().BeNull();
    }

    [Fact]
    public void What_came_for_information_goes_on_for_information_only()
    {
        var caseFile = new ACase(_clock).To(People.Centre).OpenedBy(People.Selin).Build();
        Forward(caseFile, People.Selin, ACase.Action(People.Health), ACase.Information(People.Governorship)).Should().BeNull();
        caseFile.TakeCustody(caseFile.Routings[^1].Id, People.Ayse, _clock.GetUtcNow()).IsAccepted.Should().BeTrue();

        Forward(caseFile, People.Ayse, ACase.Action(People.District)).Should().Be(new Refusal.CameForInformation(People.Governorship));
        Forward(caseFile, People.Ayse, ACase.Information(People.District)).Should().BeNull();
    }

    [Fact]
    public void A_unit_within_an_excluded_one_is_no_recipient()
    {
        var caseFile = new ACase(_clock).To(People.Centre).OpenedBy(People.Selin).Build();
        Exclude(caseFile, People.Governorship).Should().BeNull();

        Forward(caseFile, People.Selin, ACase.Action(People.Health)).Should().Be(new Refusal.RecipientExcluded(People.Health));
        Forward(caseFile, People.Selin, ACase.Action(People.Ministry)).Should().BeNull();
    }

    [Fact]
    public void Excluding_is_for_tip_offs_and_complaints_and_not_where_a_part_lies()
    {
        var request = new ACase(_clock).Of(CaseKind.Request).To(People.Centre).OpenedBy(People.Selin).Build();
        Exclude(request, People.Health).Should().Be(new Refusal.OnlyForTipOffOrComplaint(CaseKind.Request));

        var complaint = new ACase(_clock).OpenedBy(People.Ayse).Build();
        complaint.Exclude(complaint.Routings[0].Id, People.Lineage(People.Governorship), [People.Lineage(People.Governorship)], People.Ayse, _clock.GetUtcNow())
            .Refusal.Should().Be(new Refusal.ExcludedUnitHoldsPart(People.Governorship));
    }

    [Fact]
    public void An_information_request_stands_first_until_it_is_routed_on()
    {
        var waiting = new ACase(_clock).Of(CaseKind.InformationRequest).Build();
        var complaint = new ACase(_clock).Build();
        var routedOn = new ACase(_clock).Of(CaseKind.InformationRequest).OpenedBy(People.Ayse).ForwardedBy(People.Ayse, People.Health).Build();

        waiting.Routings[0].Rank.Should().BeLessThan(complaint.Routings[0].Rank);
        routedOn.Routings[1].Rank.Should().Be(routedOn.DueEndsAt.UtcTicks);
        routedOn.Routings[0].Rank.Should().Be(routedOn.Routings[0].EndedAt!.Value.UtcTicks, "what has ended is looked up by when it did");
    }

    private Refusal? Forward(CaseFile caseFile, Actor actor, params ForwardTo[] list) =>
        caseFile.Forward(caseFile.Routings.Last(r => actor.BelongsTo(r.To)).Id, list, ACase.Calendar, actor, _clock.GetUtcNow()).Refusal;

    private Refusal? Exclude(CaseFile caseFile, UnitId unit) =>
        caseFile.Exclude(caseFile.Routings[^1].Id, People.Lineage(unit), [People.Lineage(caseFile.Routings[^1].To)], People.Selin, _clock.GetUtcNow()).Refusal;
}
