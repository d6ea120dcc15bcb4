using Bimer.Blazor.Shell.Frame;
using Bimer.Blazor.Workspace.Replying;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;
using Bimer.Domain.Time;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.UseCases;

/// <summary>When a request may be deemed withdrawn, and what leads there (vazgeçmiş sayılma, 4982 m.11).</summary>
public sealed class WithdrawalTests
{
    [Fact]
    public void The_button_that_proposes_the_withdrawal_leads_to_it_and_to_nothing_that_is_not_offered()
    {
        var form = new ReplyForm();
        form.ComeFor("vazgecme", []);
        form.ComeFor("ucret", [new NoticeOffer(NoticeKind.Fee, null), new NoticeOffer(NoticeKind.Withdrawal, null)]);
        form.IsAnswer.Should().BeTrue();

        form.ComeFor("vazgecme", [new NoticeOffer(NoticeKind.Withdrawal, null)]);

        form.Tells.Should().Be(NoticeKind.Withdrawal);
        Addresses.Withdraw("2026-0000001-5").Should().Be("/evrak/2026-0000001-5/cevapla?islem=vazgecme");
    }

    [Fact]
    public void The_last_day_to_pay_is_a_whole_day_also_where_a_half_day_ends_at_one()
    {
        var halfDay = new DateOnly(2026, 10, 28);
        var terms = Enumerable.Range(0, 40).Select(back => DeadlineTerms.Received(LegalBasis.InformationAct, halfDay.AddDays(-back)).NotifyFee(halfDay.AddDays(-back), FeeClock.Restart, ACalendar.Shipped).Value!)
            .First(one => StatutoryDeadline.Of(one, ACalendar.Shipped).DueOn == halfDay);
        var due = StatutoryDeadline.Of(terms, ACalendar.Shipped);

        CaseFile.WhyNotWithdraw(terms, (due.DueOn, due.EndsAt), due.EndsAt.AddHours(2)).Should().Be(new Refusal.FeeStillDue(halfDay));
        CaseFile.WhyNotWithdraw(terms, (due.DueOn, due.EndsAt), IstanbulTime.EndOf(halfDay)).Should().BeNull();
    }
}
