using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Time;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Domain.Cases;

/// <summary>What a desk records lies with who recorded it, and its clock runs from the day it was received (S12–S15).</summary>
public sealed class RegisterTests
{
    private readonly TestClock _clock = new();

    private DateOnly Today => IstanbulTime.LegalDay(_clock.GetUtcNow());

    [Fact]
    public void A_recorded_petition_lies_with_the_officer_who_recorded_it()
    {
        var caseFile = CaseFile.Register(Letter(Today), People.Ayse, _clock.GetUtcNow()).Value!;

        caseFile.Routings.Should().ContainSingle().Which.Should().BeEquivalentTo(new { State = RoutingState.Held, Custodian = People.Ayse.UserId });
        caseFile.Movements.Select(m => (m.Kind, m.By)).Should().Equal((MovementKind.Registered, People.Ayse.UserId), (MovementKind.CustodyTaken, People.Ayse.UserId));
    }

    [Fact]
    public void An_officer_of_another_unit_records_nothing() =>
        CaseFile.Register(Letter(Today), People.Zeynep, _clock.GetUtcNow()).Refusal.Should().Be(new Refusal.NotAnOfficerOf(People.Governorship));

    [Fact]
    public void The_day_of_receipt_may_be_today_or_the_first_day_and_nothing_beyond()
    {
        Outcome<CaseFile> Received(DateOnly day) => CaseFile.Register(Letter(day), People.Ayse, _clock.GetUtcNow());

        Received(Today).Refusal.Should().BeNull();
        Received(Today.AddDays(1)).Refusal.Should().Be(new Refusal.ReceivedInTheFuture(Today));
        Received(DeskChannels.FirstDay).Refusal.Should().BeNull();
        Received(DeskChannels.FirstDay.AddDays(-1)).Refusal.Should().Be(new Refusal.ReceivedTooEarly(DeskChannels.FirstDay));
    }

    [Fact]
    public void Topics_keep_their_order_and_no_topic_stands_twice()
    {
        var filing = Letter(Today) with { Topics = ["12.03", "01.02", "12.03"] };

        CaseFile.Register(filing, People.Ayse, _clock.GetUtcNow()).Value!.Topics.Select(t => (t.Ordinal, t.Code)).Should().Equal((1, "12.03"), (2, "01.02"));
    }

    [Theory]
    [InlineData("0312 422 10 00", "03124221000")]
    [InlineData("+90 (532) 123-45.67", "+905321234567")]
    [InlineData("4221000", "4221000")]
    [InlineData("422100", null)]
    [InlineData("0312 422 10 00 dahili 5", null)]
    [InlineData("", null)]
    [InlineData("12+34567", null)]
    public void A_telephone_number_is_read_however_it_is_parted(string written, string? digits) =>
        Bimer.Domain.Applicants.TelephoneNumber.Parse(written).Value?.Reveal().Should().Be(digits);

    private Filing Letter(DateOnly received) => new ACase(_clock).Filing() with { Channel = IntakeChannel.Letter, ReceivedOn = received };
}
