using Bimer.Blazor.Facts.Demo;
using Bimer.Blazor.Gateways.Simulated;
using Bimer.Blazor.Persistence.Registers;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Blazor.Workspace.Registering;
using Bimer.Domain.Cases;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.UseCases.Registering;

/// <summary>In person much is demanded, and the register is asked who it is (S15).</summary>
public sealed class InPersonTests
{
    private static readonly PublishedCitizen _who = DemoPopulation.Shipped.Published[0];

    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task Without_one_of_the_demanded_fields_nothing_is_recorded_and_the_attempt_is(Kind kind)
    {
        var desk = await ADesk.OpenAsync(kind, IntakeChannel.InPerson);
        await using var office = desk.Office;
        var full = ADesk.InPersonOf(_who);
        (string Field, DeskForm Form)[] gaps =
        [
            ("tc-no", full with { NationalId = "" }), ("ilk-harf", full with { FirstLetter = "" }), ("ilk-harf", full with { LastLetter = "??" }), ("ad", full with { GivenName = " " }),
            ("soyad", full with { Surname = "" }), ("telefon", full with { Phone = "" }), ("tur", full with { Kind = "" }), ("metin", full with { Text = "" }),
            ("konu", full with { Topics = [] }), ("aciliyet", full with { Priority = "" }),
        ];

        foreach (var (field, form) in gaps)
            (await desk.RecordAsync(form)).Should().BeOfType<RegisterAnswer.Incomplete>().Which.Faults.Select(f => f.Field).Should().Equal(field);

        await using var db = await office.DbAsync();
        (await db.Cases.AnyAsync(), await db.RegisterTraces.AnyAsync()).Should().Be((false, false), "nobody is asked about while something is missing");
        var attempts = await db.AuditEntries.Where(a => a.Action == "intake.refused").OrderBy(a => a.Sequence).ToListAsync();
        attempts.Select(a => a.Detail).Should().Equal(gaps.Select(gap => $"channel=InPerson;why=incomplete;fields={gap.Field}"));
        attempts.Should().OnlyContain(a => a.Actor == desk.Officer.UserId);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Who_the_register_knows_is_verified_and_named_as_it_names_them(Kind kind)
    {
        var desk = await ADesk.OpenAsync(kind, IntakeChannel.InPerson);
        await using var office = desk.Office;

        (await desk.RecordAsync(ADesk.InPersonOf(_who) with { Surname = _who.Surname.ToUpper(System.Globalization.CultureInfo.GetCultureInfo("tr-TR")) })).Should().BeOfType<RegisterAnswer.Recorded>();

        await using var db = await office.DbAsync();
        var filed = await db.Cases.SingleAsync();
        (filed.IdentityCheck, filed.Priority).Should().Be((IdentityCheck.Verified, Priority.Urgent));
        var identity = office.Services.GetRequiredService<IdentityVault>().Open(await db.SealedIdentities.SingleAsync());
        identity.Should().BeEquivalentTo(new { _who.NationalId, _who.GivenName, _who.Surname, RegisterAddress = _who.Address });
        (await db.IdentityLookups.CountAsync(), await db.IntakeAnswers.CountAsync()).Should().Be((3, 0));
        var traces = await db.RegisterTraces.OrderBy(t => t.Purpose).ToListAsync();
        traces.Select(t => (t.Purpose, t.Officer, t.Outcome)).Should().Equal(("desk.mother", desk.Officer.UserId, TraceOutcome.Answered), ("desk.person", desk.Officer.UserId, TraceOutcome.Answered));
        traces.Should().OnlyContain(t => t.Unit == office.Unit("Ankara Valiliği"));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_foreigner_is_recorded_as_stated_and_the_register_of_citizens_is_not_asked(Kind kind)
    {
        var desk = await ADesk.OpenAsync(kind, IntakeChannel.InPerson);
        await using var office = desk.Office;
        var number = Enumerable.Range(0, 100).Select(i => Bimer.Domain.Applicants.NationalId.Parse($"990000000{i:00}").Value).OfType<Bimer.Domain.Applicants.NationalId>().First().Reveal();

        (await desk.RecordAsync(ADesk.InPersonOf(_who) with { NationalId = number, GivenName = "Olena", Surname = "Kovalenko" })).Should().BeOfType<RegisterAnswer.Recorded>();

        await using var db = await office.DbAsync();
        (await db.Cases.SingleAsync()).IdentityCheck.Should().Be(IdentityCheck.Stated);
        (await db.RegisterTraces.AnyAsync(), await db.PendingVerifications.AnyAsync()).Should().Be((false, false), "it would know nobody, now and later");
        office.Services.GetRequiredService<IdentityVault>().Open(await db.SealedIdentities.SingleAsync()).Should().BeEquivalentTo(new { NationalId = number, GivenName = "Olena", RegisterAddress = (string?)null });
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_does_not_fit_the_register_is_refused_alike_and_the_attempt_is_recorded(Kind kind)
    {
        var desk = await ADesk.OpenAsync(kind, IntakeChannel.InPerson);
        await using var office = desk.Office;
        var full = ADesk.InPersonOf(_who);
        DeskForm[] claims = [full with { LastLetter = "Ğ" }, full with { GivenName = "Başkası" }, full with { NationalId = DemoPopulation.Shipped.Published[1].NationalId }];

        foreach (var claim in claims)
            (await desk.RecordAsync(claim)).Should().BeOfType<RegisterAnswer.Incomplete>().Which.Faults.Should().Equal(DeskFault.Missing("tc-no", "IdentityMismatch"));

        await using var db = await office.DbAsync();
        (await db.Cases.AnyAsync()).Should().BeFalse();
        (await db.AuditEntries.Where(a => a.Action == "intake.refused").Select(a => a.Detail).ToListAsync()).Should().HaveCount(3).And.OnlyContain(d => d == "channel=InPerson;why=mismatch;fields=tc-no");
    }

    [Theory]
    [InlineData(Kind.Sqlite, RegistryMood.Down)]
    [InlineData(Kind.Postgres, RegistryMood.Silent)]
    public async Task While_the_register_is_away_the_intake_goes_on_unverified(Kind kind, RegistryMood mood)
    {
        var desk = await ADesk.OpenAsync(kind, IntakeChannel.InPerson);
        await using var office = desk.Office;
        office.Services.GetRequiredService<SimulatedIdentityRegistry>().Mood = mood;

        (await desk.RecordAsync(ADesk.InPersonOf(_who))).Should().BeOfType<RegisterAnswer.Recorded>();

        await using var db = await office.DbAsync();
        (await db.Cases.SingleAsync()).IdentityCheck.Should().Be(IdentityCheck.Unverified);
        (await db.RegisterTraces.SingleAsync()).Outcome.Should().Be(mood == RegistryMood.Down ? TraceOutcome.Fault : TraceOutcome.TimedOut);
    }
}
