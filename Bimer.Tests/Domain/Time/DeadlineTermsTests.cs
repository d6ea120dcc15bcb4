using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Time;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Domain.Time;

/// <summary>Monday 2 November 2026 has no holiday behind it until the new year: fifteen working days end on Monday the 23rd.</summary>
public sealed class DeadlineTermsTests
{
    private static readonly DateOnly Monday = new(2026, 11, 2);
    private static readonly DateOnly Fifteenth = new(2026, 11, 23);
    private static readonly DeadlineTerms Request = DeadlineTerms.Received(LegalBasis.InformationAct, Monday);

    [Fact]
    public void An_extension_told_on_the_fifteenth_day_gives_thirty_from_receipt()
    {
        DueOn(Request).Should().Be(Fifteenth);
        DueOn(Request.Extend(Fifteenth, ACalendar.Shipped).Value!).Should().Be(new DateOnly(2026, 12, 14));
    }

    [Fact]
    public void An_extension_told_a_day_later_is_refused() =>
        Request.Extend(Fifteenth.AddDays(1), ACalendar.Shipped).Refusal.Should().Be(new Refusal.ExtensionTooLate(Fifteenth));

    [Fact]
    public void An_extension_is_given_once_and_not_before_the_receipt()
    {
        var extended = Request.Extend(Monday, ACalendar.Shipped).Value!;

        extended.Extend(Fifteenth, ACalendar.Shipped).Refusal.Should().Be(new Refusal.AlreadyExtended(Monday));
        Request.Extend(Monday.AddDays(-1), ACalendar.Shipped).Refusal.Should().Be(new Refusal.DayTooEarly(Monday));
    }

    [Fact]
    public void Petitions_know_neither_extension_nor_fee()
    {
        var petition = DeadlineTerms.Received(LegalBasis.PetitionAct, Monday);

        petition.Extend(Monday, ACalendar.Shipped).Refusal.Should().Be(new Refusal.OnlyForInformationRequests());
        petition.NotifyFee(Monday, FeeClock.Restart, ACalendar.Shipped).Refusal.Should().Be(new Refusal.OnlyForInformationRequests());
    }

    [Fact]
    public void While_a_fee_is_awaited_the_applicants_fifteen_working_days_run()
    {
        var notified = Request.NotifyFee(new DateOnly(2026, 11, 6), FeeClock.Restart, ACalendar.Shipped).Value!;

        notified.AwaitsFee.Should().BeTrue();
        DueOn(notified).Should().Be(new DateOnly(2026, 11, 27));
    }

    [Theory]
    [InlineData(FeeClock.Restart, "2026-12-07")]   // fifteen anew after Monday the 16th
    [InlineData(FeeClock.Resume, "2026-12-01")]    // four were used up to Friday the 6th, eleven are left
    public void A_payment_starts_a_new_run_or_goes_on_with_the_old_one(FeeClock clock, string dueOn)
    {
        var paid = Request.NotifyFee(new DateOnly(2026, 11, 6), clock, ACalendar.Shipped).Value!.PayFee(new DateOnly(2026, 11, 16)).Value!;

        DueOn(paid).ToString("O", System.Globalization.CultureInfo.InvariantCulture).Should().Be(dueOn);
    }

    [Fact]
    public void A_run_resumed_on_its_last_day_leaves_a_working_day_to_answer()
    {
        var paid = Request.NotifyFee(Fifteenth, FeeClock.Resume, ACalendar.Shipped).Value!.PayFee(new DateOnly(2026, 11, 27)).Value!;

        DueOn(paid).Should().Be(new DateOnly(2026, 11, 30));   // paid on Friday, answered on Monday
    }

    [Fact]
    public void A_fee_is_notified_once_in_time_and_paid_once_after_its_notice()
    {
        var notified = Request.NotifyFee(Fifteenth, FeeClock.Restart, ACalendar.Shipped).Value!;

        notified.NotifyFee(Fifteenth, FeeClock.Restart, ACalendar.Shipped).Refusal.Should().Be(new Refusal.FeeAlreadyNotified(Fifteenth));
        notified.PayFee(Fifteenth.AddDays(-1)).Refusal.Should().Be(new Refusal.DayTooEarly(Fifteenth));
        notified.PayFee(Fifteenth).Value!.PayFee(Fifteenth).Refusal.Should().Be(new Refusal.NoFeeAwaited());
        Request.PayFee(Fifteenth).Refusal.Should().Be(new Refusal.NoFeeAwaited());
        Request.NotifyFee(Fifteenth.AddDays(1), FeeClock.Restart, ACalendar.Shipped).Refusal.Should().Be(new Refusal.FeeNoticeTooLate(Fifteenth));
    }

    private static DateOnly DueOn(DeadlineTerms terms) => StatutoryDeadline.Of(terms, ACalendar.Shipped).DueOn;
}
