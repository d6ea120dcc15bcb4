using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Time;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Domain.Cases;

/// <summary>Geri Al (S40): per recipient, unread, in time.</summary>
public sealed class RecallTests
{
    private readonly TestClock _clock = new();

    [Fact]
    public void What_nobody_has_read_comes_back_into_the_senders_custody()
    {
        var caseFile = Sent(People.Health);
        var leg = caseFile.Routings[^1];

        Recall(caseFile, leg).Should().Be(Outcome.Accepted);

        (leg.State, leg.EndedAt).Should().Be((RoutingState.Recalled, _clock.GetUtcNow()));
        caseFile.Routings[^1].Should().BeEquivalentTo(new
        {
            To = People.Governorship, Custodian = People.Ayse.UserId, State = RoutingState.Held, Purpose = RoutingPurpose.Action, Parent = leg.Id, Resumes = caseFile.Routings[0].Id, Rank = caseFile.DueEndsAt.UtcTicks,
        });
        caseFile.Movements[^1].Should().BeEquivalentTo(new { Kind = MovementKind.Recalled, From = People.Governorship, To = People.Health });
    }

    [Fact]
    public void Each_recipient_is_recalled_alone_and_the_sender_holds_it_once()
    {
        var caseFile = Sent(People.Health, People.District);

        Recall(caseFile, caseFile.Routings[1]).Should().Be(Outcome.Accepted);
        Recall(caseFile, caseFile.Routings[2]).Should().Be(Outcome.Accepted);

        caseFile.Routings.Where(r => r.IsOpen).Should().ContainSingle().Which.Custodian.Should().Be(People.Ayse.UserId);
        caseFile.Movements.Count(m => m.Kind == MovementKind.Recalled).Should().Be(2);
    }

    [Fact]
    public void An_information_request_that_comes_back_whole_is_unrouted_again_and_stands_first()
    {
        var request = Sent(CaseKind.InformationRequest, People.Health, People.District);
        Recall(request, request.Routings[1]).Should().Be(Outcome.Accepted);
        request.Routings[^1].Rank.Should().Be(request.DueEndsAt.UtcTicks, "another unit still has it");
        Recall(request, request.Routings[2]).Should().Be(Outcome.Accepted);

        request.Routings.Single(r => r.IsOpen).Rank.Should().BeNegative("what nobody routed yet stands before everything else");
    }

    [Fact]
    public void A_copy_for_information_just_goes_while_somebody_else_acts()
    {
        var caseFile = new ACase(_clock).OpenedBy(People.Ayse).Build();
        caseFile.Forward(caseFile.Routings[0].Id, [ACase.Action(People.Health), ACase.Information(People.District)], ACase.Calendar, People.Ayse, _clock.GetUtcNow());

        Recall(caseFile, caseFile.Routings[2]).Should().Be(Outcome.Accepted);

        caseFile.Routings.Should().HaveCount(3);
        caseFile.Routings.Where(r => r.IsOpen).Should().ContainSingle().Which.To.Should().Be(People.Health);
    }

    [Fact]
    public void The_last_copy_that_goes_does_not_double_work_that_came_back_before_and_went_on()
    {
        var caseFile = new ACase(_clock).OpenedBy(People.Ayse).Build();
        caseFile.Forward(caseFile.Routings[0].Id, [ACase.Action(People.Health), ACase.Information(People.District)], ACase.Calendar, People.Ayse, _clock.GetUtcNow());
        Recall(caseFile, caseFile.Routings[1]).Should().Be(Outcome.Accepted);
        caseFile.Forward(caseFile.Routings[3].Id, [ACase.Action(People.Ministry)], ACase.Calendar, People.Ayse, _clock.GetUtcNow()).Should().Be(Outcome.Accepted);

        Recall(caseFile, caseFile.Routings[2]).Should().Be(Outcome.Accepted);

        caseFile.Routings.Where(r => r.IsOpen).Should().ContainSingle().Which.To.Should().Be(People.Ministry);
        caseFile.Routings[0].State.Should().Be(RoutingState.ForwardUndone);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void The_last_instant_still_counts(long ticksLater, bool accepted)
    {
        var caseFile = Sent(People.Health);
        _clock.Pass(RecallPolicy.Usual.Window + TimeSpan.FromTicks(ticksLater));

        Recall(caseFile, caseFile.Routings[^1]).IsAccepted.Should().Be(accepted);
    }

    [Fact]
    public void What_was_read_or_recalled_or_sent_by_a_colleague_stays()
    {
        var caseFile = Sent(People.Health, People.District);
        caseFile.TakeCustody(caseFile.Routings[1].Id, People.Zeynep, _clock.GetUtcNow());

        Recall(caseFile, caseFile.Routings[1]).Refusal.Should().Be(new Refusal.AlreadyRead(People.Health, People.Zeynep.UserId, _clock.GetUtcNow()));
        caseFile.Recall(caseFile.Routings[2].Id, RecallPolicy.Usual, ACase.Calendar, People.Mehmet, _clock.GetUtcNow()).Refusal.Should().Be(new Refusal.NotTheSender(People.District));
        Recall(caseFile, caseFile.Routings[2]).Should().Be(Outcome.Accepted);
        Recall(caseFile, caseFile.Routings[2]).Refusal.Should().Be(new Refusal.AlreadyRecalled(People.District, _clock.GetUtcNow()));
        Recall(caseFile, caseFile.Routings[0]).Refusal.Should().BeOfType<Refusal.NotTheSender>("nobody sent it: it came from the citizen");
    }

    [Fact]
    public void What_was_recalled_is_not_opened_any_more_and_goes_on_as_before()
    {
        var caseFile = Sent(People.Health);
        Recall(caseFile, caseFile.Routings[1]);

        caseFile.TakeCustody(caseFile.Routings[1].Id, People.Zeynep, _clock.GetUtcNow()).Refusal.Should().BeOfType<Refusal.AlreadyClosed>();
        caseFile.Forward(caseFile.Routings[2].Id, [ACase.Action(People.Health)], ACase.Calendar, People.Ayse, _clock.GetUtcNow()).Should().Be(Outcome.Accepted);
    }

    private CaseFile Sent(params UnitId[] units) => Sent(CaseKind.Complaint, units);

    private CaseFile Sent(CaseKind kind, params UnitId[] units) => new ACase(_clock).Of(kind).OpenedBy(People.Ayse).ForwardedBy(People.Ayse, units).Build();

    private Outcome Recall(CaseFile caseFile, Routing leg) => caseFile.Recall(leg.Id, RecallPolicy.Usual, ACase.Calendar, People.Ayse, _clock.GetUtcNow());
}
