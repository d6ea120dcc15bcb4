using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using Bimer.Domain.Time;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Domain.Cases;

/// <summary>A request in two parts: a fee and its payment are of the whole case, a withdrawal is of its part alone (decisions 0074, 0076).</summary>
public sealed class TwoPartFeeTests
{
    private static readonly Actor _kaya = new(new UserId(120), [new RoleOn(OfficerRole.CaseOfficer, People.District)], People.Monday);
    private static readonly Actor _approver = new(new UserId(121), [new RoleOn(OfficerRole.Approver, People.District)], People.Monday);

    private readonly TestClock _clock = new();

    [Fact]
    public void A_fee_of_one_part_stops_the_time_of_both_and_paid_once_both_go_on()
    {
        var (request, health, district) = Begin();
        Sign(request, health, new FeeNotice(12.50m, FeeNotice.Words("84 sayfa fotokopi", "Vezne")), People.Zeynep, People.Kemal, People.Health);

        request.AwaitsFee.Should().BeTrue();
        var (stopped, lastDay) = (request.DueEndsAt, request.DueOn);
        request.Routings.Where(r => r.IsOpen).Should().OnlyContain(r => r.Rank == Routing.RanksOf(stopped).Plain, "the part of the other unit waits for the same day");
        request.SubmitReply(district, new Letter("", "AYD-01", []) { Notice = new FeeNotice(5m, FeeNotice.Words("posta", "Vezne")) }, ACase.Signs(_approver, People.District), _kaya, People.Monday, _clock.GetUtcNow())
            .Refusal.Should().BeOfType<Refusal.FeeAlreadyNotified>("it is told once for the whole request");

        request.RecordFeePaid(district, new FeePayment(IstanbulTime.LegalDay(_clock.GetUtcNow()), "2026/1"), ACase.Calendar, _kaya, _clock.GetUtcNow()).Should().Be(Outcome.Accepted, "whoever holds a part records it");
        (request.AwaitsFee, request.DueOn).Should().Be((false, lastDay), "fifteen working days anew");
    }

    [Fact]
    public void A_withdrawal_ends_its_own_part_and_the_other_is_ended_by_its_holder()
    {
        var (request, health, district) = Begin();
        Sign(request, health, new FeeNotice(12.50m, FeeNotice.Words("84 sayfa fotokopi", "Vezne")), People.Zeynep, People.Kemal, People.Health);
        var onward = request.Routings.Single(r => r.Resumes == health).Id;
        _clock.Pass(request.DueEndsAt - _clock.GetUtcNow());
        Sign(request, onward, new WithdrawalNotice(""), People.Zeynep, People.Kemal, People.Health);

        (request.RoutingOf(onward).State, request.RoutingOf(district).IsOpen, request.ClosedAt).Should().Be((RoutingState.Answered, true, null), "nobody signs away what lies with another unit");
        request.RecordFeePaid(district, new FeePayment(IstanbulTime.LegalDay(_clock.GetUtcNow()), "2026/1"), ACase.Calendar, _kaya, _clock.GetUtcNow()).Refusal.Should().BeOfType<Refusal.NoFeeAwaited>();
        Sign(request, district, new WithdrawalNotice(""), _kaya, _approver, People.District);
        request.ClosedAt.Should().NotBeNull("with the last part");
    }

    [Fact]
    public void An_extension_of_one_part_gives_both_the_thirty_days()
    {
        var (request, health, district) = Begin();
        var before = request.DueOn;
        Sign(request, health, new ExtensionNotice(ExtensionGround.OtherUnit, "Arşivden istenmiştir."), People.Zeynep, People.Kemal, People.Health);

        request.DueOn.Should().BeAfter(before);
        request.RoutingOf(district).Rank.Should().Be(Routing.RanksOf(request.DueEndsAt).Plain);
    }

    private (CaseFile Request, RoutingId Health, RoutingId District) Begin()
    {
        var request = new ACase(_clock).Of(CaseKind.InformationRequest).OpenedBy(People.Ayse).ForwardedBy(People.Ayse, People.Health, People.District).Build();
        var (health, district) = (request.Routings[1].Id, request.Routings[2].Id);
        request.TakeCustody(health, People.Zeynep, _clock.GetUtcNow()).Should().Be(Outcome.Accepted);
        request.TakeCustody(district, _kaya, _clock.GetUtcNow()).Should().Be(Outcome.Accepted);
        return (request, health, district);
    }

    private void Sign(CaseFile request, RoutingId part, LetterNotice notice, Actor writer, Actor approver, UnitId unit)
    {
        var (signs, today) = (ACase.Signs(approver, unit), IstanbulTime.LegalDay(_clock.GetUtcNow()));
        request.SubmitReply(part, new Letter("", "AYD-01", []) { Notice = notice }, signs, writer, today, _clock.GetUtcNow()).Should().Be(Outcome.Accepted);
        var approval = new Approval(request.Replies.Single(r => r.Id == part).ContentHash, "AYD-01", null, null);
        request.SignNotice(part, approval, signs, ACase.Calendar, approver, _clock.GetUtcNow()).Should().Be(Outcome.Accepted);
    }
}
