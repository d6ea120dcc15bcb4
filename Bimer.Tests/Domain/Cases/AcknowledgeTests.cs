using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Time;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Domain.Cases;

/// <summary>Bilgi Alındı (S37): what came for information ends in the hands of who read it, and nothing else ends with it.</summary>
public sealed class AcknowledgeTests
{
    private readonly TestClock _clock = new();

    [Fact]
    public void What_came_for_information_ends_and_its_case_goes_on()
    {
        var caseFile = Informed();
        var part = caseFile.Routings[^1];
        var now = _clock.Pass(TimeSpan.FromHours(1));

        caseFile.Acknowledge(part.Id, People.Zeynep, now).Should().Be(Outcome.Accepted);

        (part.State, part.EndedAt, part.Custodian, part.Rank).Should().Be((RoutingState.Noted, now, People.Zeynep.UserId, now.UtcTicks));
        caseFile.ClosedAt.Should().BeNull();
        caseFile.Movements[^1].Should().BeEquivalentTo(new { Kind = MovementKind.Acknowledged, Routing = part.Id, By = People.Zeynep.UserId, To = People.Health });
        caseFile.Acknowledge(part.Id, People.Zeynep, now).Refusal.Should().Be(new Refusal.AlreadyClosed(RoutingState.Noted, now));
    }

    [Fact]
    public void What_came_for_action_and_what_others_hold_or_nobody_opened_is_not_put_away()
    {
        var caseFile = Informed();
        var action = caseFile.Routings[1];
        caseFile.TakeCustody(action.Id, Officer(People.District), _clock.GetUtcNow());

        caseFile.Acknowledge(action.Id, Officer(People.District), _clock.GetUtcNow()).Refusal.Should().Be(new Refusal.NotForInformation());
        caseFile.Acknowledge(caseFile.Routings[^1].Id, People.Ayse, _clock.GetUtcNow()).Refusal.Should().BeOfType<Refusal.AlreadyOpened>();
        var unopened = Sent();
        unopened.Acknowledge(unopened.Routings[^1].Id, People.Zeynep, _clock.GetUtcNow()).Refusal.Should().Be(new Refusal.NotOpened(People.Health));
    }

    [Fact]
    public void Taken_back_at_once_it_lies_where_it_lay_and_its_time_has_no_hole()
    {
        var caseFile = Informed();
        var part = caseFile.Routings[^1];
        caseFile.Acknowledge(part.Id, People.Zeynep, _clock.GetUtcNow());
        caseFile.UndoAcknowledging(part.Id, People.Ayse, _clock.GetUtcNow()).Refusal.Should().BeOfType<Refusal.AlreadyOpened>();

        var until = part.EndedAt!.Value + CaseFile.AcknowledgingMayBeUndoneFor;
        caseFile.MayUndoAcknowledging(part.Id, People.Zeynep, until).Value.Should().Be(until);
        caseFile.MayUndoAcknowledging(part.Id, People.Zeynep, until.AddTicks(1)).Refusal.Should().Be(new Refusal.AcknowledgementStands());

        caseFile.UndoAcknowledging(part.Id, People.Zeynep, _clock.Pass(CaseFile.AcknowledgingMayBeUndoneFor)).Should().Be(Outcome.Accepted, "the last instant counts");

        (part.State, part.EndedAt, part.Custodian, part.Rank).Should().Be((RoutingState.Held, null, People.Zeynep.UserId, caseFile.DueEndsAt.UtcTicks));
        caseFile.Movements.TakeLast(2).Select(m => m.Kind).Should().Equal(MovementKind.Acknowledged, MovementKind.AcknowledgingUndone);
        caseFile.MayUndoAcknowledging(part.Id, People.Zeynep, _clock.GetUtcNow()).Refusal.Should().Be(new Refusal.NotFound(), "nothing is put away any more");
        var told = caseFile.Movements.Count;
        caseFile.UndoAcknowledging(part.Id, People.Zeynep, _clock.GetUtcNow()).Should().Be(Outcome.Accepted);
        caseFile.Movements.Should().HaveCount(told, "what is not put away stays as it is");
    }

    [Fact]
    public void Later_or_once_the_unit_was_sent_it_anew_it_stays_put_away()
    {
        var late = Informed();
        late.Acknowledge(late.Routings[^1].Id, People.Zeynep, _clock.GetUtcNow());
        late.UndoAcknowledging(late.Routings[^1].Id, People.Zeynep, _clock.Pass(CaseFile.AcknowledgingMayBeUndoneFor + TimeSpan.FromTicks(1))).Refusal.Should().Be(new Refusal.AcknowledgementStands());

        var again = Informed();
        var part = again.Routings[^1];
        again.Acknowledge(part.Id, People.Zeynep, _clock.GetUtcNow());
        again.TakeCustody(again.Routings[1].Id, Officer(People.District), _clock.GetUtcNow());
        again.Forward(again.Routings[1].Id, [ACase.Action(People.Ministry), ACase.Information(People.Health)], ACase.Calendar, Officer(People.District), _clock.GetUtcNow()).Should().Be(Outcome.Accepted);
        again.UndoAcknowledging(part.Id, People.Zeynep, _clock.GetUtcNow()).Refusal.Should().Be(new Refusal.AlreadyThere(People.Health));
    }

    [Fact]
    public void Out_of_a_hold_and_out_of_a_return_it_comes_back_to_where_it_lay_before()
    {
        var caseFile = Informed();
        var part = caseFile.Routings[^1];
        caseFile.Forward(part.Id, [ACase.Information(People.Centre)], ACase.Calendar, People.Zeynep, _clock.GetUtcNow()).Should().Be(Outcome.Accepted);
        caseFile.TakeCustody(caseFile.Routings[^1].Id, People.Selin, _clock.Pass(TimeSpan.FromMinutes(1)));
        var terms = new ReturnTerms(ReturnTarget.Sender, People.Lineage(People.Health), PersonIsThere: true, ReturnReason.NotOurDuty, "Bizi ilgilendirmiyor.");
        caseFile.Return(caseFile.Routings[^1].Id, terms, ACase.Calendar, People.Selin, _clock.Pass(TimeSpan.FromMinutes(1))).Should().Be(Outcome.Accepted);
        var back = caseFile.Routings[^1];
        var today = IstanbulTime.LegalDay(_clock.GetUtcNow());
        caseFile.PutOnHold(back.Id, new HoldTerms("Bekliyor.", "Görüş.", today, RemindOn: null), People.Zeynep, today, _clock.GetUtcNow()).Should().Be(Outcome.Accepted);

        caseFile.Acknowledge(back.Id, People.Zeynep, _clock.GetUtcNow()).Should().Be(Outcome.Accepted);
        caseFile.Holds.Should().OnlyContain(hold => hold.EndedAt != null);
        caseFile.UndoAcknowledging(back.Id, People.Zeynep, _clock.GetUtcNow()).Should().Be(Outcome.Accepted);

        back.State.Should().Be(RoutingState.CameBack);
    }

    private static Actor Officer(UnitId unit) => new(new UserId(900), [new RoleOn(OfficerRole.CaseOfficer, unit)], People.Monday);

    /// <summary>To a district for action, to the health directorate for information.</summary>
    private CaseFile Sent()
    {
        var caseFile = new ACase(_clock).OpenedBy(People.Ayse).Build();
        caseFile.Forward(caseFile.Routings[0].Id, [ACase.Action(People.District), ACase.Information(People.Health)], ACase.Calendar, People.Ayse, _clock.GetUtcNow()).Should().Be(Outcome.Accepted);
        return caseFile;
    }

    private CaseFile Informed()
    {
        var caseFile = Sent();
        caseFile.TakeCustody(caseFile.Routings[^1].Id, People.Zeynep, _clock.GetUtcNow()).Should().Be(Outcome.Accepted);
        return caseFile;
    }
}
