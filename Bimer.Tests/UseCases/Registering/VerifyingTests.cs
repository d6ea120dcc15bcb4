using Bimer.Blazor.Facts.Demo;
using Bimer.Blazor.Gateways.Simulated;
using Bimer.Blazor.Workspace.Registering;
using Bimer.Blazor.Workspace.Registering.Verifying;
using Bimer.Domain.Cases;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.UseCases.Registering;

/// <summary>An identity that was taken while the register was down is verified later, and nobody guesses at a desk (S15).</summary>
public sealed class VerifyingTests
{
    private static readonly PublishedCitizen _who = DemoPopulation.Shipped.Published[0];

    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task Once_the_register_answers_the_identity_is_verified_and_the_letters_are_gone(Kind kind)
    {
        var desk = await RecordedWhileDownAsync(kind, ADesk.InPersonOf(_who));
        await using var office = desk.Office;
        (await RoundAsync(office)).Should().Be(0, "the register was asked a moment ago");
        office.Clock.Pass(TimeSpan.FromMinutes(2));
        (await RoundAsync(office)).Should().Be(0, "it is still down");
        RegisterOf(office).Mood = RegistryMood.Answering;
        (await RoundAsync(office)).Should().Be(0, "the pause after a failure has grown");
        office.Clock.Pass(TimeSpan.FromMinutes(2));

        (await RoundAsync(office)).Should().Be(1);

        await using var db = await office.DbAsync();
        (await db.Cases.SingleAsync()).IdentityCheck.Should().Be(IdentityCheck.Verified);
        (await db.PendingVerifications.AnyAsync()).Should().BeFalse();
        (await db.Movements.OrderBy(m => m.Sequence).LastAsync()).Should().BeEquivalentTo(new { Kind = MovementKind.IdentityVerified, By = (Bimer.Domain.Kernel.UserId?)null });
        (await db.AuditEntries.SingleAsync(a => a.Action == "identity.checked")).Detail.Should().Be("result=Verified");
        (await db.RegisterTraces.Where(t => t.CaseId != null).ToListAsync()).Should().OnlyContain(t => t.Officer == desk.Officer.UserId);
        (await RoundAsync(office)).Should().Be(0, "nothing waits any more");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_does_not_fit_is_told_on_the_case_and_changes_nothing_else(Kind kind)
    {
        var desk = await RecordedWhileDownAsync(kind, ADesk.InPersonOf(_who) with { LastLetter = "Ğ" });
        await using var office = desk.Office;
        RegisterOf(office).Mood = RegistryMood.Answering;
        office.Clock.Pass(TimeSpan.FromMinutes(2));

        (await RoundAsync(office)).Should().Be(1);

        await using var db = await office.DbAsync();
        var filed = await db.Cases.Include(c => c.Routings).SingleAsync();
        filed.IdentityCheck.Should().Be(IdentityCheck.Refuted);
        filed.Routings.Single().Custodian.Should().Be(desk.Officer.UserId);
        (await db.Movements.CountAsync(m => m.Kind == MovementKind.IdentityRefuted)).Should().Be(1);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Two_rounds_at_once_ask_once_and_after_many_days_it_is_said_that_nothing_came_of_it(Kind kind)
    {
        var desk = await RecordedWhileDownAsync(kind, ADesk.InPersonOf(_who));
        await using var office = desk.Office;
        office.Clock.Pass(TimeSpan.FromMinutes(2));
        var before = await AskedAsync(office);
        await Task.WhenAll(RoundAsync(office), RoundAsync(office));
        (await AskedAsync(office)).Should().Be(before + 1);

        for (var round = 0; round < VerificationSweep.MostTries; round++)
        {
            office.Clock.Pass(TimeSpan.FromHours(6));
            await RoundAsync(office);
        }

        await using var db = await office.DbAsync();
        (await db.Cases.SingleAsync()).IdentityCheck.Should().Be(IdentityCheck.Unverifiable);
        (await db.PendingVerifications.AnyAsync()).Should().BeFalse("it is not asked for ever");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task After_five_tries_that_do_not_fit_a_number_is_asked_about_no_more_that_day(Kind kind)
    {
        var desk = await ADesk.OpenAsync(kind, IntakeChannel.InPerson);
        await using var office = desk.Office;
        var wrong = ADesk.InPersonOf(_who) with { LastLetter = "Ğ" };
        for (var i = 0; i < DeskTries.PerNumber; i++) (await WordOfAsync(desk, wrong)).Should().Be("IdentityMismatch");
        var asked = await AskedAsync(office);

        (await WordOfAsync(desk, ADesk.InPersonOf(_who))).Should().Be("IdentityTooOften", "even with the right letters: they may have been guessed");
        (await AskedAsync(office)).Should().Be(asked, "nobody is asked any more");
        await using (var db = await office.DbAsync())
            (await db.AuditEntries.OrderBy(a => a.Sequence).LastAsync(a => a.Action == "intake.refused")).Detail.Should().Contain("why=too-often");

        office.Clock.Pass(TimeSpan.FromDays(1));
        (await desk.RecordAsync(ADesk.InPersonOf(_who))).Should().BeOfType<RegisterAnswer.Recorded>();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Letters_said_while_the_register_was_away_cannot_be_guessed_by_recording_many_cases(Kind kind)
    {
        string[] guesses = ["Ğ", "Ç", "Ş", "Ö", "Ü", "J", "Y"];
        var desk = await RecordedWhileDownAsync(kind, ADesk.InPersonOf(_who) with { LastLetter = guesses[0] });
        await using var office = desk.Office;
        foreach (var guess in guesses[1..])
        {
            desk.Anew();
            (await desk.RecordAsync(ADesk.InPersonOf(_who) with { LastLetter = guess })).Should().BeOfType<RegisterAnswer.Recorded>();
        }

        RegisterOf(office).Mood = RegistryMood.Answering;
        office.Clock.Pass(TimeSpan.FromMinutes(2));
        (await RoundAsync(office)).Should().Be(DeskTries.PerNumber, "no more of them than would be asked about at the desk");
        var asked = await AskedAsync(office);
        desk.Anew();
        (await WordOfAsync(desk, ADesk.InPersonOf(_who))).Should().Be("IdentityTooOften", "the desk and the later asking count together");
        office.Clock.Pass(TimeSpan.FromMinutes(30));
        (await RoundAsync(office), await AskedAsync(office)).Should().Be((0, asked), "the rest wait for another day");
        await using (var db = await office.DbAsync())
            (await db.AuditEntries.CountAsync(a => a.Action == "identity.check-put-off" && a.CaseId != null)).Should().Be(guesses.Length - DeskTries.PerNumber);

        office.Clock.Pass(TimeSpan.FromDays(1));
        (await RoundAsync(office)).Should().Be(guesses.Length - DeskTries.PerNumber);
    }

    private static async Task<ADesk> RecordedWhileDownAsync(Kind kind, DeskForm form)
    {
        var desk = await ADesk.OpenAsync(kind, IntakeChannel.InPerson);
        RegisterOf(desk.Office).Mood = RegistryMood.Down;
        (await desk.RecordAsync(form)).Should().BeOfType<RegisterAnswer.Recorded>();
        await using var db = await desk.Office.DbAsync();
        (await db.Cases.SingleAsync()).IdentityCheck.Should().Be(IdentityCheck.Unverified);
        return desk;
    }

    private static SimulatedIdentityRegistry RegisterOf(Office office) => office.Services.GetRequiredService<SimulatedIdentityRegistry>();

    private static async Task<int> AskedAsync(Office office)
    {
        await using var db = await office.DbAsync();
        return await db.RegisterTraces.CountAsync();
    }

    private static Task<int> RoundAsync(Office office) => ActivatorUtilities.CreateInstance<VerificationSweep>(office.Services).RunAsync(CancellationToken.None);

    private static async Task<string> WordOfAsync(ADesk desk, DeskForm form) =>
        (await desk.RecordAsync(form)).Should().BeOfType<RegisterAnswer.Incomplete>().Which.Faults.Should().ContainSingle().Which.Word;
}
