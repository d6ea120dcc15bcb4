using Bimer.Blazor.Gateways.Simulated;
using Bimer.Blazor.Portal;
using Bimer.Domain.Applicants;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Bimer.Tests.Portal;

/// <summary>The citizens' gate (S4): the phone first, the register second, and one answer whatever was wrong.</summary>
public sealed class GateTests
{
    public static TheoryData<string> Mistakes => ["number", "name", "surname", "letters", "nobody"];

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task The_register_is_asked_only_after_the_right_code_and_every_question_is_traced(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var (citizen, registry) = (new Citizen(office), office.Services.GetRequiredService<SimulatedIdentityRegistry>());
        await citizen.EnterAsync();
        (await citizen.TypeAsync(WrongFor(await citizen.NewestCodeAsync()))).Should().Be(GateAnswer.WrongCode);
        registry.Questions.Should().Be(0);

        (await citizen.TypeAsync(await citizen.NewestCodeAsync())).Should().Be(GateAnswer.Passed);

        registry.Questions.Should().Be(2, "the person and the mother");
        await using var db = await office.DbAsync();
        (await db.RegisterTraces.CountAsync()).Should().Be(2);
        var view = (await citizen.ReadAsync())!;
        (view.FullName, view.Person.RegisterAddress, view.Person.Letters).Should().Be(("Ayşe Yılmaz", citizen.Who.Address, null));
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task Whatever_is_wrong_a_code_goes_out_and_the_answer_is_the_same(string mistake)
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite);
        var citizen = new Citizen(office);
        await citizen.EnterAsync(honest => Mistaken(honest, mistake));
        var code = await citizen.NewestCodeAsync();

        (await citizen.TypeAsync(code)).Should().Be(GateAnswer.Refused);
        (await citizen.ReadAsync()).Should().BeNull();
        (await citizen.TypeAsync(code)).Should().Be(GateAnswer.Refused, "a refused visit stays refused");
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task Whatever_is_wrong_the_register_is_asked_as_often_and_for_the_same(string mistake)
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite);
        var (citizen, registry) = (new Citizen(office), office.Services.GetRequiredService<SimulatedIdentityRegistry>());
        await citizen.EnterAsync(honest => Mistaken(honest, mistake));

        (await citizen.TypeAsync(await citizen.NewestCodeAsync())).Should().Be(GateAnswer.Refused);

        registry.Questions.Should().Be(2, "how long the answer takes must not tell who exists");
        await using var db = await office.DbAsync();
        (await db.RegisterTraces.Select(t => t.Purpose).ToListAsync()).Should().BeEquivalentTo("gate.person", "gate.mother");
    }

    [Fact]
    public async Task With_the_fifth_wrong_try_the_code_is_dead_and_called_so_and_the_right_one_is_none()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite);
        var citizen = new Citizen(office);
        await citizen.EnterAsync();
        var right = await citizen.NewestCodeAsync();
        for (var i = 0; i < 4; i++) (await citizen.TypeAsync(WrongFor(right))).Should().Be(GateAnswer.WrongCode);

        (await citizen.TypeAsync(WrongFor(right))).Should().Be(GateAnswer.DeadCode, "whoever is told that it is wrong would look for the right one in vain");
        (await citizen.TypeAsync(right)).Should().Be(GateAnswer.DeadCode);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Forty_guesses_at_once_are_five_guesses(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var citizen = new Citizen(office);
        await citizen.EnterAsync();
        var right = await citizen.NewestCodeAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => GuessAsync(citizen, WrongFor(right))));

        answers.Count(a => a is GateAnswer.WrongCode).Should().BeLessThanOrEqualTo(5);
        await using var db = await office.DbAsync();
        (await db.FilingSessions.SingleAsync()).CodeTries.Should().BeLessThanOrEqualTo(5);
    }

    [Fact]
    public async Task A_code_lives_five_minutes_and_only_the_newest_opens()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite);
        var citizen = new Citizen(office);
        await citizen.EnterAsync();
        var first = await citizen.NewestCodeAsync();
        office.Clock.Pass(TimeSpan.FromMinutes(5));
        (await citizen.TypeAsync(first)).Should().Be(GateAnswer.DeadCode, "the end of the five minutes is excluded");

        await citizen.ResendAsync();
        var second = await citizen.NewestCodeAsync();
        if (!string.Equals(first, second, StringComparison.Ordinal)) (await citizen.TypeAsync(first)).Should().Be(GateAnswer.WrongCode);
        office.Clock.Pass(TimeSpan.FromMinutes(5) - TimeSpan.FromTicks(1));
        (await citizen.TypeAsync(second)).Should().Be(GateAnswer.Passed);
    }

    [Fact]
    public async Task A_code_opens_the_visit_it_was_sent_for_and_no_other()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite);
        var (one, other) = (new Citizen(office), new Citizen(office));
        await one.EnterAsync();
        var code = await one.NewestCodeAsync();
        await other.EnterAsync();
        if (string.Equals(code, await other.NewestCodeAsync(), StringComparison.Ordinal)) return;

        (await other.TypeAsync(code)).Should().Be(GateAnswer.WrongCode);
    }

    [Fact]
    public async Task A_phone_gets_as_many_codes_an_hour_as_is_set_and_not_one_more()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite);
        var limit = office.Services.GetRequiredService<IOptions<GateOptions>>().Value.CodesPerPhone;
        var citizen = new Citizen(office);
        await citizen.EnterAsync();
        for (var i = 1; i < limit; i++) await citizen.ResendAsync();
        (await citizen.MessagesAsync()).Should().HaveCount(limit);

        await citizen.ResendAsync();
        await new Citizen(office).EnterAsync(honest => honest with { NationalId = NationalId.Parse("10000000214").Value! });
        (await citizen.MessagesAsync()).Should().HaveCount(limit, "another number does not open the same phone");

        office.Clock.Pass(TimeSpan.FromHours(1));
        await citizen.ResendAsync();
        (await citizen.MessagesAsync()).Should().HaveCount(limit + 1);
    }

    [Fact]
    public void Guessing_succeeds_less_than_once_in_ten_thousand_hours()
    {
        var gate = new GateOptions();
        var codesAnHour = Math.Min(gate.CodesPerNumber, gate.CodesPerPhone) / gate.Window.TotalHours;

        (codesAnHour * gate.CodeTries / 1_000_000).Should().BeLessThan(1e-4);
    }

    [Fact]
    public async Task While_the_register_is_down_nobody_is_refused_and_what_was_typed_is_kept()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite);
        var (citizen, registry) = (new Citizen(office), office.Services.GetRequiredService<SimulatedIdentityRegistry>());
        registry.Mood = RegistryMood.Down;
        (await citizen.PassAsync()).Should().Be(GateAnswer.RegisterDown);

        registry.Mood = RegistryMood.Answering;
        await citizen.ResendAsync();
        (await citizen.TypeAsync(await citizen.NewestCodeAsync())).Should().Be(GateAnswer.Passed);
    }

    private static EnterGate Mistaken(EnterGate honest, string mistake) => mistake switch
    {
        "number" => honest with { NationalId = NationalId.Parse("10000000214").Value! },
        "name" => honest with { Name = PersonName.Parse("Fatma", "Yılmaz").Value! },
        "surname" => honest with { Name = PersonName.Parse("Ayşe", "Demir").Value! },
        "letters" => honest with { Letters = MaidenNameHint.Answer(MaidenNameChallenge.Restore(1, 2), "K", "Z").Value! },
        _ => honest with { NationalId = Foreigner() },
    };

    // A guess that lost every race for the row was not made.
    private static async Task<GateAnswer?> GuessAsync(Citizen citizen, string code)
    {
        try
        {
            return await citizen.TypeAsync(code);
        }
        catch (DbUpdateConcurrencyException)
        {
            return null;
        }
    }

    private static string WrongFor(string code) => code[^1] == '0' ? code[..^1] + '1' : code[..^1] + '0';

    private static NationalId Foreigner() => Enumerable.Range(0, 100).Select(i => NationalId.Parse($"990000000{i:00}").Value).OfType<NationalId>().First();
}
