using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Domain.Cases;

/// <summary>Gönderilmeyecek kurumlar marked with a forward, what happens to parts that lie there, and who lifts the mark (S38, S56).</summary>
public sealed class ExcludingTests
{
    private static readonly Actor _governor = new(new UserId(130), [new RoleOn(OfficerRole.Executive, People.Governorship)], People.Monday);
    private static readonly Actor _minister = new(new UserId(131), [new RoleOn(OfficerRole.Executive, People.Ministry)], People.Monday);

    private readonly TestClock _clock = new();

    [Fact]
    public void What_is_marked_binds_the_list_it_is_sent_with()
    {
        var caseFile = new ACase(_clock).To(People.Centre).OpenedBy(People.Selin).Build();

        Forward(caseFile, People.Selin, [People.Governorship], ACase.Action(People.Health)).Should().Be(new Refusal.RecipientExcluded(People.Health));
        caseFile.Exclusions.Should().BeEmpty("all or nothing");
        Forward(caseFile, People.Selin, [People.Governorship], ACase.Action(People.Ministry)).Should().BeNull();

        caseFile.Exclusions.Should().ContainSingle().Which.MarkedFrom.Should().Be(People.Centre);
        caseFile.Routings.Should().OnlyContain(r => r.CaseHasExclusions);
        caseFile.Movements.Should().ContainSingle(m => m.Kind == MovementKind.RecipientExcluded).Which.To.Should().Be(People.Governorship, "the history names who is kept out");
    }

    [Fact]
    public void Who_marks_a_unit_above_their_own_sends_the_case_to_the_nearest_outside_it()
    {
        var caseFile = new ACase(_clock).To(People.Health).OpenedBy(People.Zeynep).Build();

        Forward(caseFile, People.Zeynep, [People.Governorship], ACase.Action(People.Ministry)).Should().Be(new Refusal.NearestUnitMissing(People.Governorship, People.Centre));
        Forward(caseFile, People.Zeynep, [People.Governorship], ACase.Action(People.Centre)).Should().BeNull();

        caseFile.Routings.Single(r => r.IsOpen).To.Should().Be(People.Centre);
    }

    [Fact]
    public void An_open_part_within_a_marked_unit_moves_to_the_one_who_marks_it_and_its_letter_waits_for_nobody()
    {
        var caseFile = new ACase(_clock).To(People.Centre).OpenedBy(People.Selin).ForwardedBy(People.Selin, People.Health, People.Ministry).Build();
        var (health, ministry) = (caseFile.Routings[1], caseFile.Routings[2]);
        var derya = new Actor(new UserId(132), [new RoleOn(OfficerRole.CaseOfficer, People.Ministry)], People.Monday);
        caseFile.TakeCustody(health.Id, People.Zeynep, _clock.GetUtcNow());
        caseFile.SubmitReply(health.Id, ACase.Letter, ACase.Signs(People.Kemal, People.Health), People.Zeynep, People.Monday, _clock.GetUtcNow()).Should().Be(Outcome.Accepted);
        caseFile.TakeCustody(ministry.Id, derya, _clock.GetUtcNow());

        Forward(caseFile, derya, [People.Governorship], ACase.Action(People.Centre)).Should().BeNull();

        health.IsOpen.Should().BeFalse();
        caseFile.Routings.Where(r => r.IsOpen).Select(r => (r.To, r.Parent)).Should().BeEquivalentTo([(People.Centre, (RoutingId?)ministry.Id), (People.Ministry, (RoutingId?)health.Id)]);
        caseFile.Replies.Single().Status.Should().Be(ReplyStatus.ReturnedForRevision);
        caseFile.Movements[^1].Should().BeEquivalentTo(new { Kind = MovementKind.PartMoved, From = People.Health, To = People.Ministry });
    }

    [Fact]
    public void Where_the_one_who_marks_is_within_the_marked_unit_the_parts_move_to_the_centre()
    {
        var caseFile = new ACase(_clock).To(People.Centre).OpenedBy(People.Selin).ForwardedBy(People.Selin, People.Health, People.District).Build();
        caseFile.TakeCustody(caseFile.Routings[1].Id, People.Zeynep, _clock.GetUtcNow());

        Forward(caseFile, People.Zeynep, [People.Governorship], ACase.Action(People.Centre)).Should().BeNull();

        caseFile.Routings.Where(r => r.IsOpen).Select(r => r.To).Should().Equal(People.Centre, People.Centre);
    }

    [Fact]
    public void Other_kinds_exclude_nobody_and_the_root_is_no_unit_to_exclude()
    {
        var request = new ACase(_clock).Of(CaseKind.Request).To(People.Centre).OpenedBy(People.Selin).Build();
        var complaint = new ACase(_clock).To(People.Centre).OpenedBy(People.Selin).Build();

        Forward(request, People.Selin, [People.Health], ACase.Action(People.Ministry)).Should().Be(new Refusal.OnlyForTipOffOrComplaint(CaseKind.Request));
        Forward(complaint, People.Selin, [People.State], ACase.Action(People.Ministry)).Should().BeOfType<Refusal.RecipientExcluded>();
    }

    [Fact]
    public void The_mark_is_lifted_with_a_reason_by_who_set_it_while_there_and_by_the_managers_above()
    {
        var caseFile = new ACase(_clock).To(People.Health).OpenedBy(People.Zeynep).Build();
        Forward(caseFile, People.Zeynep, [People.District], ACase.Action(People.Ministry)).Should().BeNull();
        var moved = People.Zeynep with { Roles = [new RoleOn(OfficerRole.CaseOfficer, People.Ministry)] };

        Lift(caseFile, moved, "Artık gerek yok").Should().Be(new Refusal.NotYoursToLift(People.Health));
        Lift(caseFile, _minister, "Artık gerek yok").Should().Be(new Refusal.NotYoursToLift(People.Health));
        Lift(caseFile, People.Kemal, "Artık gerek yok").Should().Be(new Refusal.NotYoursToLift(People.Health));
        Lift(caseFile, People.Zeynep, " ").Should().BeOfType<Refusal.TextMissing>();
        Lift(caseFile, _governor, "Yanlış kurum işaretlenmiş").Should().BeNull();

        caseFile.Exclusions.Should().BeEmpty();
        caseFile.Movements[^1].Should().BeEquivalentTo(new { Kind = MovementKind.ExclusionLifted, By = _governor.UserId, Note = "Yanlış kurum işaretlenmiş" });
    }

    private Refusal? Lift(CaseFile caseFile, Actor actor, string reason) =>
        caseFile.LiftExclusion(People.District, People.Lineage(People.Health), reason, actor, _clock.GetUtcNow()).Refusal;

    private Refusal? Forward(CaseFile caseFile, Actor actor, UnitId[] marked, params ForwardTo[] list)
    {
        var parts = caseFile.Routings.Where(r => r.IsOpen).Select(r => People.Lineage(r.To)).ToList();
        var excluding = new Excluding([.. marked.Select(unit => new ExcludeUnit(People.Lineage(unit), People.Centre))], parts, People.Lineage(People.Centre));
        return caseFile.ForwardExcluding(caseFile.Routings.Last(r => r.IsOpen && actor.BelongsTo(r.To)).Id, list, excluding, ACase.Calendar, actor, _clock.GetUtcNow()).Refusal;
    }
}
