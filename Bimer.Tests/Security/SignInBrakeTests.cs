using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bimer.Tests.Security;

public abstract class SignInBrakeTests(Kind kind) : IAsyncLifetime
{
    private readonly TestClock _clock = new();
    private BimerServer _server = null!;
    private StaffMember _ayse = null!;

    public async Task InitializeAsync()
    {
        _server = await BimerServer.StartAsync(kind, _clock);
        _ayse = await _server.HireAsync(1, OfficerRole.CaseOfficer, new(2));
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Guessing_at_an_account_is_slowed_whether_it_exists_or_not()
    {
        foreach (var number in (string[])[_ayse.NationalId, Staff.NumberOf(99)])
        {
            await GuessAsync(number, times: 5);
            var slowed = await TryAsync(_ayse with { NationalId = number });
            slowed.Body.Should().Contain("5 dakika sonra yeniden deneyin");
        }

        _clock.Pass(TimeSpan.FromMinutes(5));
        (await TryAsync(_ayse)).Status.Should().Be(302, "it is slowed down, not locked");
    }

    [Fact]
    public async Task A_hundred_guesses_at_once_are_not_all_the_first()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => TryAsync(_ayse with { Password = "wrong" })));

        answers.Count(a => a.Body.Contains("uyuşmuyor", StringComparison.Ordinal)).Should().Be(5);
        await using var db = await _server.DbAsync();
        (await db.AuditEntries.CountAsync(a => a.Action == "person.sign-in-slowed")).Should().Be(1, "a flood of tries is not a flood of rows");
    }

    [Fact]
    public async Task Guessing_keeps_its_victim_from_work_neither_on_the_own_browser_nor_anybody_else()
    {
        using var own = _server.NewPlainBrowser();
        await own.SignInAsync(_ayse);
        await own.PostAsync("/cikis", PlainBrowser.HiddenOf(await own.GetAsync("/oturum/cok-ekran"), "/gorunum"));
        var mehmet = await _server.HireAsync(2, OfficerRole.CaseOfficer, new(2));

        await GuessAsync(_ayse.NationalId, times: 20);

        (await own.SignInAsync(_ayse)).Status.Should().Be(302);
        (await TryAsync(mehmet)).Status.Should().Be(302);
    }

    [Fact]
    public async Task Right_passwords_do_not_count()
    {
        for (var i = 0; i < 8; i++) (await TryAsync(_ayse)).Status.Should().Be(302);
    }

    private async Task GuessAsync(string number, int times)
    {
        for (var i = 0; i < times; i++) await TryAsync(_ayse with { NationalId = number, Password = "wrong " + i });
    }

    private async Task<PlainAnswer> TryAsync(StaffMember person)
    {
        using var browser = _server.NewPlainBrowser();
        return await browser.SignInAsync(person);
    }
}

public sealed class SignInBrakeTestsOnSqlite() : SignInBrakeTests(Kind.Sqlite);

public sealed class SignInBrakeTestsOnPostgres() : SignInBrakeTests(Kind.Postgres);
