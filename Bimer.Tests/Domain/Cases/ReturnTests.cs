using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Time;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Domain.Cases;

/// <summary>İade Et (S41): to the sender or one level up the chain; the clock goes on.</summary>
public sealed class ReturnTests
{
    private readonly TestClock _clock = new();

    [Fact]
    public void It_comes_back_into_the_custody_of_whoever_sent_it()
    {
        var caseFile = AtHealth();
        var (part, due) = (caseFile.Routings[^1], caseFile.DueEndsAt);

        Return(caseFile, People.Zeynep, ReturnTarget.Sender, People.Governorship).Should().Be(Outcome.Accepted);

        part.State.Should().Be(RoutingState.Returned);
        caseFile.Routings[^1].Should().BeEquivalentTo(new
        {
            From = People.Health, To = People.Governorship, Custodian = People.Ayse.UserId, State = RoutingState.CameBack, Purpose = RoutingPurpose.Action, Parent = part.Id, Resumes = part.Parent, Rank = due.UtcTicks,
        });
        caseFile.Movements[^1].Should().BeEquivalentTo(new { Kind = MovementKind.Returned, From = People.Health, To = People.Governorship, Reason = ReturnReason.NotOurDuty, Note = "Görev alanımızda değil." });
    }

    [Fact]
    public void Whoever_left_the_unit_does_not_get_it_back_the_unit_does()
    {
        var caseFile = AtHealth();

        Return(caseFile, People.Zeynep, ReturnTarget.Sender, People.Governorship, isThere: false).Should().Be(Outcome.Accepted);

        (caseFile.Routings[^1].State, caseFile.Routings[^1].Custodian).Should().Be((RoutingState.Waiting, null));
    }

    [Fact]
    public void One_level_up_the_chain_is_who_had_sent_it_to_the_sender()
    {
        var caseFile = new ACase(_clock).To(People.Centre).OpenedBy(People.Selin).ForwardedBy(People.Selin, People.Governorship)
            .OpenedBy(People.Ayse).ForwardedBy(People.Ayse, People.Health).OpenedBy(People.Zeynep).Build();

        caseFile.ReturnWays(caseFile.Routings[^1].Id).Select(w => (w.Target, w.Unit)).Should().Equal((ReturnTarget.Sender, People.Governorship), (ReturnTarget.OneUp, People.Centre));
        Return(caseFile, People.Zeynep, ReturnTarget.OneUp, People.Centre).Should().Be(Outcome.Accepted);

        caseFile.Routings[^1].Custodian.Should().Be(People.Selin.UserId);
        caseFile.ReturnWays(caseFile.Routings[^1].Id).Should().BeEmpty("to the centre it came from the citizen");
    }

    [Fact]
    public void What_came_back_can_be_given_back_further_but_not_to_whoever_gave_it_back()
    {
        var caseFile = new ACase(_clock).To(People.Centre).OpenedBy(People.Selin).ForwardedBy(People.Selin, People.Governorship)
            .OpenedBy(People.Ayse).ForwardedBy(People.Ayse, People.Health).OpenedBy(People.Zeynep).Build();
        Return(caseFile, People.Zeynep, ReturnTarget.Sender, People.Governorship);

        caseFile.ReturnWays(caseFile.Routings[^1].Id).Should().ContainSingle().Which.Should().BeEquivalentTo(new { Target = ReturnTarget.Sender, Unit = People.Centre });
        Return(caseFile, People.Ayse, ReturnTarget.Sender, People.Health).Refusal.Should().Be(new Refusal.NowhereToReturn(ReturnTarget.Sender));
    }

    [Fact]
    public void Two_who_give_back_what_one_forward_sent_them_bring_one_piece_of_work()
    {
        var caseFile = new ACase(_clock).OpenedBy(People.Ayse).ForwardedBy(People.Ayse, People.Health, People.District).Build();
        var kaya = new Actor(new UserId(120), [new RoleOn(OfficerRole.CaseOfficer, People.District)], People.Monday);
        caseFile.TakeCustody(caseFile.Routings[1].Id, People.Zeynep, _clock.GetUtcNow());
        caseFile.TakeCustody(caseFile.Routings[2].Id, kaya, _clock.GetUtcNow());

        Return(caseFile, People.Zeynep, ReturnTarget.Sender, People.Governorship, part: 1).Should().Be(Outcome.Accepted);
        Return(caseFile, kaya, ReturnTarget.Sender, People.Governorship, part: 2).Should().Be(Outcome.Accepted);

        caseFile.Routings.Where(r => r.IsOpen).Should().ContainSingle();
        caseFile.Movements.Where(m => m.Kind == MovementKind.Returned).Select(m => m.From).Should().Equal(People.Health, People.District);
    }

    /// <summary>Found by the random walk: the work came back into a copy for information, and nobody owed an answer any more.</summary>
    [Fact]
    public void What_was_owed_is_owed_when_it_comes_back_after_a_copy_for_information_or_is_recalled_after_one()
    {
        foreach (var isRecalled in (bool[])[false, true])
        {
            var caseFile = new ACase(_clock).To(People.Centre).OpenedBy(People.Selin).Build();
            caseFile.Forward(caseFile.Routings[0].Id, [ACase.Action(People.Governorship), ACase.Information(People.Health)], ACase.Calendar, People.Selin, _clock.GetUtcNow()).Should().Be(Outcome.Accepted);
            caseFile.TakeCustody(caseFile.Routings[2].Id, People.Zeynep, _clock.GetUtcNow());
            Give(caseFile, caseFile.Routings[2], People.Zeynep);
            caseFile.Routings[^1].Should().BeEquivalentTo(new { State = RoutingState.CameBack, Purpose = RoutingPurpose.Information });

            if (!isRecalled) caseFile.TakeCustody(caseFile.Routings[1].Id, People.Ayse, _clock.GetUtcNow());
            if (isRecalled) caseFile.Recall(caseFile.Routings[1].Id, RecallPolicy.Usual, ACase.Calendar, People.Selin, _clock.GetUtcNow()).Should().Be(Outcome.Accepted);
            else Give(caseFile, caseFile.Routings[1], People.Ayse);

            caseFile.Routings.Where(r => r is { IsOpen: true, Purpose: RoutingPurpose.Action }).Should().ContainSingle().Which.Custodian.Should().Be(People.Selin.UserId);
        }
    }

    private void Give(CaseFile caseFile, Routing part, Actor who) =>
        caseFile.Return(part.Id, new ReturnTerms(ReturnTarget.Sender, People.Lineage(People.Centre), true, ReturnReason.NotOurDuty, "Görev alanımızda değil."), ACase.Calendar, who, _clock.GetUtcNow()).Should().Be(Outcome.Accepted);

    [Fact]
    public void Once_the_same_two_have_given_it_back_the_unit_above_both_may_get_it()
    {
        var caseFile = AtHealth();
        Return(caseFile, People.Zeynep, ReturnTarget.CommonSuperior, People.Centre).Refusal.Should().Be(new Refusal.NowhereToReturn(ReturnTarget.CommonSuperior));
        Return(caseFile, People.Zeynep, ReturnTarget.Sender, People.Governorship);
        caseFile.Forward(caseFile.Routings[^1].Id, [ACase.Action(People.Health)], ACase.Calendar, People.Ayse, _clock.GetUtcNow());
        caseFile.TakeCustody(caseFile.Routings[^1].Id, People.Zeynep, _clock.GetUtcNow());
        caseFile.ReturnsBetween(People.Health, People.Governorship).Should().Be(1);

        Return(caseFile, People.Zeynep, ReturnTarget.CommonSuperior, People.Centre).Should().Be(Outcome.Accepted);

        caseFile.Routings[^1].Should().BeEquivalentTo(new { To = People.Centre, State = RoutingState.Waiting, Custodian = (UserId?)null, Resumes = (RoutingId?)null });
    }

    [Fact]
    public void Only_the_holder_gives_back_and_never_without_words_or_from_before_the_approver()
    {
        var caseFile = AtHealth();

        Return(caseFile, People.Deniz, ReturnTarget.Sender, People.Governorship).Refusal.Should().BeOfType<Refusal.AlreadyOpened>();
        Return(caseFile, People.Zeynep, ReturnTarget.Sender, People.Governorship, note: " ").Refusal.Should().Be(new Refusal.TextMissing());
        caseFile.SubmitReply(caseFile.Routings[^1].Id, ACase.Letter, ACase.Signs(People.Kemal, People.Health), People.Zeynep, People.Monday, _clock.GetUtcNow());
        Return(caseFile, People.Zeynep, ReturnTarget.Sender, People.Governorship).Refusal.Should().BeOfType<Refusal.WithApprover>();
    }

    [Fact]
    public void A_part_on_hold_is_given_back_without_its_hold()
    {
        var caseFile = AtHealth();
        caseFile.PutOnHold(caseFile.Routings[^1].Id, new HoldTerms("Bekliyor.", "Yazışma.", People.Monday, null), People.Zeynep, People.Monday, _clock.GetUtcNow());

        Return(caseFile, People.Zeynep, ReturnTarget.Sender, People.Governorship).Should().Be(Outcome.Accepted);

        caseFile.Holds.Should().ContainSingle().Which.EndedAt.Should().NotBeNull();
    }

    private CaseFile AtHealth() => new ACase(_clock).OpenedBy(People.Ayse).ForwardedBy(People.Ayse, People.Health).OpenedBy(People.Zeynep).Build();

    private Outcome Return(CaseFile caseFile, Actor by, ReturnTarget target, UnitId to, bool isThere = true, string note = "Görev alanımızda değil.", int? part = null) =>
        caseFile.Return(caseFile.Routings[part ?? caseFile.Routings.Count - 1].Id, new ReturnTerms(target, People.Lineage(to), isThere, ReturnReason.NotOurDuty, note), ACase.Calendar, by, _clock.GetUtcNow());
}
