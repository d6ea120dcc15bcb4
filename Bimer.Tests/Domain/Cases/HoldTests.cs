using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Domain.Cases;

/// <summary>Beklemeye Al (S34–S35).</summary>
public sealed class HoldTests
{
    private readonly TestClock _clock = new();

    [Fact]
    public void The_holder_puts_a_part_on_hold_and_goes_on_with_it_while_the_legal_time_runs()
    {
        var caseFile = new ACase(_clock).OpenedBy(People.Ayse).Build();
        var (due, part) = (caseFile.DueEndsAt, caseFile.Routings[0]);

        Hold(caseFile, Terms()).Should().Be(Outcome.Accepted);
        part.State.Should().Be(RoutingState.OnHold);
        (caseFile.DueEndsAt, part.Rank).Should().Be((due, due.UtcTicks));
        caseFile.Movements[^1].Should().BeEquivalentTo(new { Kind = MovementKind.PutOnHold, By = People.Ayse.UserId, Note = "Sağlık Müdürlüğünden görüş istendi." });

        _clock.Pass(TimeSpan.FromDays(3));
        caseFile.Resume(part.Id, People.Ayse, _clock.GetUtcNow()).Should().Be(Outcome.Accepted);
        (part.State, caseFile.Holds[0].EndedAt).Should().Be((RoutingState.Held, _clock.GetUtcNow()));
        caseFile.Movements[^1].Kind.Should().Be(MovementKind.Resumed);
    }

    /// <summary>The period goes on whatever kind it is (S35, B9): neither day, nor ledger, nor place in the box is another for having waited.</summary>
    [Theory]
    [InlineData(CaseKind.Request)]
    [InlineData(CaseKind.Complaint)]
    [InlineData(CaseKind.TipOff)]
    [InlineData(CaseKind.Opinion)]
    [InlineData(CaseKind.InformationRequest)]
    [InlineData(CaseKind.Thanks)]
    public void Whatever_its_kind_waiting_moves_neither_its_last_day_nor_its_ledger(CaseKind kind)
    {
        var caseFile = new ACase(_clock).Of(kind).OpenedBy(People.Ayse).Build();
        var part = caseFile.Routings[0];
        var (due, ledger, rank) = (caseFile.DueEndsAt, caseFile.Ledger, part.Rank);

        Hold(caseFile, Terms()).Should().Be(Outcome.Accepted);
        (caseFile.DueEndsAt, caseFile.Ledger, part.Rank).Should().Be((due, ledger, rank));

        _clock.Pass(TimeSpan.FromDays(12));
        caseFile.Resume(part.Id, People.Ayse, _clock.GetUtcNow()).Should().Be(Outcome.Accepted);
        (caseFile.DueEndsAt, caseFile.Ledger, part.Rank).Should().Be((due, ledger, rank));
    }

    [Fact]
    public void A_letter_that_came_back_is_still_to_be_corrected_after_the_hold()
    {
        var caseFile = new ACase(_clock).To(People.Health).OpenedBy(People.Zeynep).AnsweredBy(People.Zeynep, People.Kemal).Build();
        var part = caseFile.Routings[0];
        Hold(caseFile, Terms(), People.Zeynep).Refusal.Should().BeOfType<Refusal.WithApprover>();
        caseFile.ReturnForRevision(part.Id, caseFile.Replies[0].ContentHash, new Correcting("Tarih eksik."), People.Kemal, _clock.GetUtcNow()).Should().Be(Outcome.Accepted);

        Hold(caseFile, Terms(), People.Zeynep).Should().Be(Outcome.Accepted);
        Hold(caseFile, Terms() with { Reason = "İkinci görüş istendi." }, People.Zeynep).Should().Be(Outcome.Accepted);
        caseFile.Resume(part.Id, People.Zeynep, _clock.GetUtcNow()).Should().Be(Outcome.Accepted);

        part.State.Should().Be(RoutingState.InRevision);
        caseFile.Holds.Should().HaveCount(2).And.OnlyContain(h => h.EndedAt != null);
    }

    [Fact]
    public void What_the_holder_does_with_the_part_ends_its_hold()
    {
        var caseFile = new ACase(_clock).OpenedBy(People.Ayse).Build();
        Hold(caseFile, Terms());

        caseFile.Forward(caseFile.Routings[0].Id, [ACase.Action(People.Health)], ACase.Calendar, People.Ayse, _clock.GetUtcNow()).Should().Be(Outcome.Accepted);

        caseFile.Holds.Should().ContainSingle().Which.EndedAt.Should().Be(_clock.GetUtcNow());
    }

    [Fact]
    public void A_part_that_moves_out_of_an_excluded_unit_is_on_hold_no_more()
    {
        var caseFile = new ACase(_clock).OpenedBy(People.Ayse).ForwardedBy(People.Ayse, People.Health, People.District).Build();
        var kaya = new Actor(new UserId(120), [new RoleOn(OfficerRole.CaseOfficer, People.District)], People.Monday);
        caseFile.TakeCustody(caseFile.Routings[1].Id, People.Zeynep, _clock.GetUtcNow());
        caseFile.TakeCustody(caseFile.Routings[2].Id, kaya, _clock.GetUtcNow());
        caseFile.PutOnHold(caseFile.Routings[1].Id, Terms(), People.Zeynep, People.Monday, _clock.GetUtcNow()).Should().Be(Outcome.Accepted);

        caseFile.Exclude(caseFile.Routings[2].Id, People.Lineage(People.Health), [People.Lineage(People.Health), People.Lineage(People.District)], kaya, _clock.GetUtcNow())
            .Should().Be(Outcome.Accepted);

        caseFile.Routings[^1].To.Should().Be(People.District);
        caseFile.Holds.Should().ContainSingle().Which.EndedAt.Should().NotBeNull();
    }

    [Theory]
    [InlineData("", "Yazışma", 3, null, nameof(Refusal.TextMissing))]
    [InlineData("Bekliyor", " ", 3, null, nameof(Refusal.TextMissing))]
    [InlineData("Bekliyor", "Yazışma", -1, null, nameof(Refusal.DayOutOfRange))]
    [InlineData("Bekliyor", "Yazışma", 367, null, nameof(Refusal.DayOutOfRange))]
    [InlineData("Bekliyor", "Yazışma", 3, 4, nameof(Refusal.DayOutOfRange))]
    [InlineData("Bekliyor", "Yazışma", 3, -1, nameof(Refusal.DayOutOfRange))]
    [InlineData("Bekliyor", "Yazışma", 0, 0, null)]
    [InlineData("Bekliyor", "Yazışma", 366, 366, null)]
    public void Both_texts_and_sensible_days_are_needed(string explanation, string reason, int expectedIn, int? remindIn, string? refusal)
    {
        var caseFile = new ACase(_clock).OpenedBy(People.Ayse).Build();

        var outcome = Hold(caseFile, new HoldTerms(explanation, reason, People.Monday.AddDays(expectedIn), remindIn is { } days ? People.Monday.AddDays(days) : null));

        outcome.Refusal?.GetType().Name.Should().Be(refusal);
        outcome.IsAccepted.Should().Be(refusal is null);
    }

    [Fact]
    public void Nobody_else_holds_or_resumes_and_what_is_not_on_hold_is_not_resumed()
    {
        var caseFile = new ACase(_clock).OpenedBy(People.Ayse).Build();
        var part = caseFile.Routings[0].Id;

        Hold(caseFile, Terms(), People.Mehmet).Refusal.Should().BeOfType<Refusal.AlreadyOpened>();
        caseFile.Resume(part, People.Ayse, _clock.GetUtcNow()).Refusal.Should().Be(new Refusal.NotOnHold());
        Hold(caseFile, Terms());
        caseFile.Resume(part, People.Mehmet, _clock.GetUtcNow()).Refusal.Should().BeOfType<Refusal.AlreadyOpened>();
    }

    [Fact]
    public void Taken_off_hold_by_a_slip_it_is_on_hold_again_under_its_words_though_their_day_is_past()
    {
        var caseFile = new ACase(_clock).OpenedBy(People.Ayse).Build();
        var part = caseFile.Routings[0];
        Hold(caseFile, Terms());
        _clock.Pass(TimeSpan.FromDays(30));
        caseFile.Resume(part.Id, People.Ayse, _clock.GetUtcNow()).Should().Be(Outcome.Accepted);
        caseFile.UndoResuming(part.Id, People.Mehmet, _clock.GetUtcNow()).Refusal.Should().BeOfType<Refusal.AlreadyOpened>();

        caseFile.UndoResuming(part.Id, People.Ayse, _clock.Pass(CaseFile.ResumingMayBeUndoneFor)).Should().Be(Outcome.Accepted, "the last instant counts");

        (part.State, caseFile.Holds[^1].Terms, caseFile.Holds[^1].EndedAt).Should().Be((RoutingState.OnHold, Terms(), null));
        caseFile.Movements.TakeLast(2).Select(m => m.Kind).Should().Equal(MovementKind.Resumed, MovementKind.PutOnHold);
        var told = caseFile.Movements.Count;
        caseFile.UndoResuming(part.Id, People.Ayse, _clock.GetUtcNow()).Should().Be(Outcome.Accepted);
        caseFile.Movements.Should().HaveCount(told, "what is on hold stays as it is");
        caseFile.Resume(part.Id, People.Ayse, _clock.GetUtcNow()).Should().Be(Outcome.Accepted);
        part.State.Should().Be(RoutingState.Held);
    }

    [Fact]
    public void Later_and_after_another_act_it_stays_off_hold()
    {
        var caseFile = new ACase(_clock).To(People.Health).OpenedBy(People.Zeynep).Build();
        var part = caseFile.Routings[0];
        caseFile.UndoResuming(part.Id, People.Zeynep, _clock.GetUtcNow()).Refusal.Should().Be(new Refusal.NotOnHold(), "it never was");
        Hold(caseFile, Terms(), People.Zeynep);
        caseFile.Resume(part.Id, People.Zeynep, _clock.GetUtcNow());

        caseFile.UndoResuming(part.Id, People.Zeynep, _clock.GetUtcNow() + CaseFile.ResumingMayBeUndoneFor + TimeSpan.FromTicks(1)).Refusal.Should().Be(new Refusal.NotOnHold());
        caseFile.Forward(part.Id, [ACase.Action(People.District)], ACase.Calendar, People.Zeynep, _clock.GetUtcNow()).Should().Be(Outcome.Accepted);
        caseFile.UndoResuming(part.Id, People.Zeynep, _clock.GetUtcNow()).Refusal.Should().BeOfType<Refusal.AlreadyClosed>();
    }

    private static HoldTerms Terms() => new("İlgili müdürlükten bilgi bekleniyor.", "Sağlık Müdürlüğünden görüş istendi.", People.Monday.AddDays(10), People.Monday.AddDays(8));

    private Outcome Hold(CaseFile caseFile, HoldTerms terms, Actor? by = null) =>
        caseFile.PutOnHold(caseFile.Routings[0].Id, terms, by ?? People.Ayse, People.Monday, _clock.GetUtcNow());
}
