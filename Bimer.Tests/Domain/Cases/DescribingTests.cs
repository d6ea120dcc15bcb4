using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using Bimer.Domain.Time;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Domain.Cases;

/// <summary>Kind and priority are corrected by who holds the case (S28); the legal time follows the law from the day of receipt (D4).</summary>
public sealed class DescribingTests
{
    private readonly TestClock _clock = new();

    public static TheoryData<CaseKind, CaseKind> Pairs
    {
        get
        {
            var pairs = new TheoryData<CaseKind, CaseKind>();
            foreach (var from in Enum.GetValues<CaseKind>()) foreach (var to in Enum.GetValues<CaseKind>()) pairs.Add(from, to);
            return pairs;
        }
    }

    [Theory, MemberData(nameof(Pairs))]
    public void The_legal_time_follows_the_present_kind_from_the_day_of_receipt(CaseKind from, CaseKind to)
    {
        var caseFile = new ACase(_clock).Of(from).OpenedBy(People.Ayse).Build();
        _clock.Pass(TimeSpan.FromDays(9));
        var deadline = StatutoryDeadline.Of(to.Basis(), caseFile.ReceivedOn, ACase.Calendar);

        Change(caseFile, from, to).Should().Be(Outcome.Accepted);

        (caseFile.Kind, caseFile.Basis, caseFile.DueOn, caseFile.DueEndsAt).Should().Be((to, to.Basis(), deadline.DueOn, deadline.EndsAt));
        caseFile.Ledger.Should().Be(deadline.Ledger, "the days it explains are those of the law it is under");
        caseFile.Routings[0].CaseKind.Should().Be(to);
        caseFile.Routings[0].Rank.Should().Be(to == CaseKind.InformationRequest ? Routing.RanksOf(deadline.EndsAt).Ahead : Routing.RanksOf(deadline.EndsAt).Plain);
    }

    [Fact]
    public void What_it_was_and_what_it_is_stand_in_the_history_with_both_last_days()
    {
        var caseFile = new ACase(_clock).OpenedBy(People.Ayse).Build();
        var before = caseFile.DueOn;

        Change(caseFile, CaseKind.Complaint, CaseKind.InformationRequest);

        var movement = caseFile.Movements[^1];
        movement.Should().BeEquivalentTo(new { Kind = MovementKind.KindChanged, By = People.Ayse.UserId, At = _clock.GetUtcNow(), Routing = (RoutingId?)null });
        KindChange.Parse(movement.Change).Should().Be(new KindChange(new(CaseKind.Complaint, CaseKind.InformationRequest), before, caseFile.DueOn));
        var told = caseFile.Events[^1].Should().BeOfType<CaseKindChanged>().Subject;
        DeadlineLedger.Replay(told.Ledger!).Deadline.DueOn.Should().Be(caseFile.DueOn);
    }

    [Fact]
    public void Under_the_same_law_the_legal_time_stays_whatever_the_holidays_say_by_now()
    {
        var caseFile = new ACase(_clock).OpenedBy(People.Ayse).Build();
        var (due, ends, rank) = (caseFile.DueOn, caseFile.DueEndsAt, caseFile.Routings[0].Rank);
        var changed = ACalendar.With(new CalendarRules { AdministrativeLeaveFree = true }, ACalendar.Leave($"{due:yyyy-MM-dd}"));

        caseFile.ChangeKind(caseFile.Routings[0].Id, new(CaseKind.Complaint, CaseKind.Request), changed, People.Ayse, _clock.GetUtcNow()).Should().Be(Outcome.Accepted);

        (caseFile.DueOn, caseFile.DueEndsAt, caseFile.Routings[0].Rank).Should().Be((due, ends, rank));
        caseFile.Events[^1].Should().BeOfType<CaseKindChanged>().Which.Ledger.Should().BeNull();
    }

    [Fact]
    public void Every_part_is_of_the_kind_its_open_ones_in_the_new_place_of_their_boxes()
    {
        var caseFile = new ACase(_clock).Of(CaseKind.InformationRequest).OpenedBy(People.Ayse).ForwardedBy(People.Ayse, People.Health, People.District).Build();
        caseFile.TakeCustody(caseFile.Routings[1].Id, People.Zeynep, _clock.GetUtcNow());
        var ended = caseFile.Routings[0].Rank;

        Change(caseFile, CaseKind.InformationRequest, CaseKind.Request, People.Zeynep, part: 1).Should().Be(Outcome.Accepted);

        caseFile.Routings.Should().OnlyContain(r => r.CaseKind == CaseKind.Request);
        caseFile.Routings.Select(r => r.Rank).Should().Equal(ended, caseFile.DueEndsAt.UtcTicks, caseFile.DueEndsAt.UtcTicks);
        var sight = caseFile.Events[^1].Should().BeOfType<CaseKindChanged>().Subject;
        sight.Waiting.Should().Equal(People.District);
        sight.Holders.Should().BeEquivalentTo([People.Ayse.UserId, People.Zeynep.UserId]);
    }

    [Fact]
    public void Of_two_who_correct_it_from_what_they_saw_the_second_is_told_what_it_is_now()
    {
        var caseFile = new ACase(_clock).OpenedBy(People.Ayse).Build();
        Change(caseFile, CaseKind.Complaint, CaseKind.Request);

        Change(caseFile, CaseKind.Complaint, CaseKind.Opinion).Refusal.Should().Be(new Refusal.KindChangedMeanwhile(CaseKind.Request));
        Urge(caseFile, Priority.Urgent, Priority.VeryUrgent).Refusal.Should().Be(new Refusal.PriorityChangedMeanwhile(Priority.Normal));
        Change(caseFile, CaseKind.Opinion, CaseKind.Opinion).Should().Be(Outcome.Accepted, "nothing is corrected");
        caseFile.Kind.Should().Be(CaseKind.Request);
    }

    [Theory]
    [InlineData(CaseKind.TipOff, true)]
    [InlineData(CaseKind.Request, false)]
    [InlineData(CaseKind.InformationRequest, false)]
    public void While_hidden_or_excluded_it_stays_a_tip_off_or_a_complaint(CaseKind to, bool allowed)
    {
        var hidden = new ACase(_clock).Hidden().OpenedBy(People.Ayse).Build();
        var excluded = new ACase(_clock).OpenedBy(People.Ayse).Build();
        excluded.Exclude(excluded.Routings[0].Id, People.Lineage(People.Ministry), [People.Lineage(People.Governorship)], People.Ayse, _clock.GetUtcNow()).Should().Be(Outcome.Accepted);

        Change(hidden, CaseKind.Complaint, to).Refusal.Should().Be(allowed ? null : new Refusal.KindBoundByHiding());
        Change(excluded, CaseKind.Complaint, to).Refusal.Should().Be(allowed ? null : new Refusal.KindBoundByExclusion(1));
    }

    [Fact]
    public void While_a_letter_of_another_part_waits_for_its_signature_and_once_one_was_signed_the_law_stays()
    {
        var caseFile = new ACase(_clock).OpenedBy(People.Ayse).ForwardedBy(People.Ayse, People.Health, People.District).Build();
        var kaya = new Actor(new UserId(120), [new RoleOn(OfficerRole.CaseOfficer, People.District)], People.Monday);
        var (health, district) = (caseFile.Routings[1].Id, caseFile.Routings[2].Id);
        caseFile.TakeCustody(health, People.Zeynep, _clock.GetUtcNow());
        caseFile.TakeCustody(district, kaya, _clock.GetUtcNow());
        caseFile.SubmitReply(health, ACase.Letter, ACase.Signs(People.Kemal, People.Health), People.Zeynep, People.Monday, _clock.GetUtcNow()).Should().Be(Outcome.Accepted);

        Change(caseFile, CaseKind.Complaint, CaseKind.InformationRequest, kaya, part: 2).Refusal.Should().Be(new Refusal.LawBoundByLetter(People.Health));
        Change(caseFile, CaseKind.Complaint, CaseKind.Request, People.Zeynep, part: 1).Refusal.Should().Be(new Refusal.WithApprover(People.Health));
        Change(caseFile, CaseKind.Complaint, CaseKind.Request, kaya, part: 2).Should().Be(Outcome.Accepted, "it is signed under the same law");
        caseFile.Replies[0].CaseKind.Should().Be(CaseKind.Request, "the approval box counts it by its kind");
        var approval = new Approval(ACase.Letter.ContentHash, ACase.Letter.CatalogueService, ReplyVerdict.Favourable, null);
        caseFile.ApproveReply(health, approval, ACase.Signs(People.Kemal, People.Health), People.Kemal, People.Monday, _clock.GetUtcNow()).Should().Be(Outcome.Accepted);
        Change(caseFile, CaseKind.Request, CaseKind.InformationRequest, kaya, part: 2).Refusal.Should().Be(new Refusal.LawBoundByAnswer(People.Health, _clock.GetUtcNow()));
    }

    [Fact]
    public void A_letter_that_came_back_waits_anew_in_the_place_of_the_new_legal_time()
    {
        var caseFile = new ACase(_clock).To(People.Health).OpenedBy(People.Zeynep).AnsweredBy(People.Zeynep, People.Kemal).Build();
        caseFile.ReturnForRevision(caseFile.Routings[0].Id, ACase.Letter.ContentHash, new Correcting("Tarih eksik."), People.Kemal, _clock.GetUtcNow());

        Change(caseFile, CaseKind.Complaint, CaseKind.InformationRequest, People.Zeynep).Should().Be(Outcome.Accepted);
        caseFile.SubmitReply(caseFile.Routings[0].Id, ACase.Letter, ACase.Signs(People.Kemal, People.Health), People.Zeynep, People.Monday, _clock.GetUtcNow()).Should().Be(Outcome.Accepted);

        caseFile.Replies[0].Rank.Should().Be(caseFile.Routings[0].Rank);
    }

    [Fact]
    public void Only_its_holder_corrects_it_and_who_has_it_for_information_not_its_kind()
    {
        var caseFile = new ACase(_clock).OpenedBy(People.Ayse).Build();
        Change(caseFile, CaseKind.Complaint, CaseKind.Request, People.Mehmet).Refusal.Should().BeOfType<Refusal.AlreadyOpened>();
        Urge(caseFile, Priority.Normal, Priority.Urgent, People.Mehmet).Refusal.Should().BeOfType<Refusal.AlreadyOpened>();
        caseFile.Forward(caseFile.Routings[0].Id, [ACase.Action(People.District), ACase.Information(People.Health)], ACase.Calendar, People.Ayse, _clock.GetUtcNow());
        caseFile.TakeCustody(caseFile.Routings[2].Id, People.Zeynep, _clock.GetUtcNow());

        Change(caseFile, CaseKind.Complaint, CaseKind.Request, People.Zeynep, part: 2).Refusal.Should().Be(new Refusal.InformationHasNoSay(People.Health));
        Urge(caseFile, Priority.Normal, Priority.Urgent, People.Zeynep, part: 2).Should().Be(Outcome.Accepted);
        Change(caseFile, CaseKind.Complaint, CaseKind.Request).Refusal.Should().BeOfType<Refusal.AlreadyClosed>();
    }

    [Theory]
    [InlineData("")]
    [InlineData("2")]
    [InlineData("2>9")]
    [InlineData("2>5 2026-04-01")]
    [InlineData("2>5 2026-04-01>gün")]
    public void What_is_not_of_its_form_is_no_change(string written) => KindChange.Parse(written).Should().BeNull();

    private Outcome Change(CaseFile caseFile, CaseKind from, CaseKind to, Actor? by = null, int part = 0) =>
        caseFile.ChangeKind(caseFile.Routings[part].Id, new(from, to), ACase.Calendar, by ?? People.Ayse, _clock.GetUtcNow());

    private Outcome Urge(CaseFile caseFile, Priority from, Priority to, Actor? by = null, int part = 0) =>
        caseFile.ChangePriority(caseFile.Routings[part].Id, new(from, to), by ?? People.Ayse, _clock.GetUtcNow());
}
