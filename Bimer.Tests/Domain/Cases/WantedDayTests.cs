using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Time;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Domain.Cases;

/// <summary>The day a sender asks for (iç süre, S37): each recipient's own, no legal date, and gone with the part it was asked of.</summary>
public sealed class WantedDayTests
{
    private readonly TestClock _clock = new();

    [Fact]
    public void Each_recipient_has_a_day_of_its_own_and_the_legal_time_and_the_order_of_boxes_stay()
    {
        var (asked, plain) = (Held(), Held());

        Forward(asked, ACase.Action(People.Health) with { WantedBy = People.Monday.AddDays(9) }, ACase.Action(People.Centre), ACase.Information(People.District)).Should().BeNull();
        Forward(plain, ACase.Action(People.Health), ACase.Action(People.Centre), ACase.Information(People.District)).Should().BeNull();

        asked.Routings.Select(r => r.WantedBy).Should().Equal(null, People.Monday.AddDays(9), null, null);
        (asked.DueOn, asked.Ledger).Should().Be((plain.DueOn, plain.Ledger));
        asked.Routings.Select(r => r.Rank).Should().Equal(plain.Routings.Select(r => r.Rank));
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(365, true)]
    [InlineData(366, false)]
    public void It_lies_from_today_to_a_year_from_now_both_included(int days, bool isAccepted)
    {
        var refusal = Forward(Held(), ACase.Action(People.Health) with { WantedBy = People.Monday.AddDays(days) });

        refusal.Should().Be(isAccepted ? null : new Refusal.WantedDayOutOfRange(People.Health, People.Monday, People.Monday.AddDays(CaseFile.LongestWish)));
    }

    [Fact]
    public void Today_is_that_of_istanbul_and_a_list_that_was_kept_over_midnight_is_refused_whole()
    {
        var caseFile = Held();
        _clock.Pass(TimeSpan.FromHours(15));   // 00.00 in Istanbul, 21.00 in UTC

        Forward(caseFile, ACase.Action(People.Centre), ACase.Action(People.Health) with { WantedBy = People.Monday }).Should().BeOfType<Refusal.WantedDayOutOfRange>();

        caseFile.Routings.Should().ContainSingle().Which.State.Should().Be(RoutingState.Held);
    }

    [Fact]
    public void What_goes_for_information_has_none()
    {
        var copy = ACase.Information(People.District) with { WantedBy = People.Monday.AddDays(3) };

        Forward(Held(), ACase.Action(People.Health), copy).Should().Be(new Refusal.NothingWantedOfCopy(People.District));
    }

    [Fact]
    public void It_may_lie_behind_the_last_legal_day()
    {
        var caseFile = Held();

        Forward(caseFile, ACase.Action(People.Health) with { WantedBy = caseFile.DueOn.AddDays(1) }).Should().BeNull();
    }

    [Fact]
    public void A_return_ends_it_and_what_comes_back_has_none()
    {
        var caseFile = Held();
        Forward(caseFile, ACase.Action(People.Health) with { WantedBy = People.Monday.AddDays(3) }).Should().BeNull();
        caseFile.TakeCustody(caseFile.Routings[1].Id, People.Zeynep, _clock.GetUtcNow()).IsAccepted.Should().BeTrue();

        var way = caseFile.ReturnWays(caseFile.Routings[1].Id)[0];
        caseFile.Return(caseFile.Routings[1].Id, new ReturnTerms(way.Target, People.Lineage(way.Unit), true, ReturnReason.NotOurDuty, "Görev alanımızda değil."), ACase.Calendar, People.Zeynep, _clock.GetUtcNow())
            .IsAccepted.Should().BeTrue();

        caseFile.Routings[^1].Should().Match<Routing>(r => r.WantedBy == null && r.IsOpen && r.To == People.Governorship);
    }

    [Fact]
    public void Who_takes_back_what_they_sent_on_has_the_day_that_was_asked_of_them_again()
    {
        var caseFile = new ACase(_clock).To(People.Centre).OpenedBy(People.Selin).Build();
        var day = People.Monday.AddDays(4);
        caseFile.Forward(caseFile.Routings[0].Id, [ACase.Action(People.Governorship) with { WantedBy = day }], ACase.Calendar, People.Selin, _clock.GetUtcNow()).IsAccepted.Should().BeTrue();
        caseFile.TakeCustody(caseFile.Routings[1].Id, People.Ayse, _clock.GetUtcNow()).IsAccepted.Should().BeTrue();
        Forward(caseFile, ACase.Action(People.Health) with { WantedBy = day.AddDays(-2) }).Should().BeNull();

        caseFile.Recall(caseFile.Routings[2].Id, RecallPolicy.Usual, ACase.Calendar, People.Ayse, _clock.GetUtcNow()).IsAccepted.Should().BeTrue();

        caseFile.Routings[^1].Should().Match<Routing>(r => r.WantedBy == day && r.Custodian == People.Ayse.UserId);
    }

    [Theory]
    [InlineData(3, DeadlineState.Calm)]
    [InlineData(2, DeadlineState.Near)]
    [InlineData(1, DeadlineState.Near)]
    [InlineData(0, DeadlineState.LastDay)]
    [InlineData(-1, DeadlineState.Late)]
    public void It_is_near_two_days_before_counts_itself_and_is_over_at_midnight(int left, DeadlineState state) =>
        new WantedTime(People.Monday.AddDays(left), People.Monday).State.Should().Be(state);

    private CaseFile Held() => new ACase(_clock).OpenedBy(People.Ayse).Build();

    private Refusal? Forward(CaseFile caseFile, params ForwardTo[] recipients) =>
        caseFile.Forward(caseFile.Routings[^1].Id, recipients, ACase.Calendar, People.Ayse, _clock.GetUtcNow()).Refusal;
}
