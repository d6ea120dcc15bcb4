using System.Text.RegularExpressions;
using Bimer.Blazor.Security.Passwords;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.Security;

/// <summary>
/// Whoever tries numbers learns nothing from how much is done about them (E2): as much is hashed and the database is asked the same, whether there is an
/// account, a password, a role, or only a mistyped number.
/// </summary>
public sealed partial class SignInCostTests
{
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_try_at_nobody_costs_what_a_try_at_somebody_costs(Kind kind)
    {
        using var heard = new SqlHeard();
        await using var server = await BimerServer.StartAsync(kind, configure: services => heard.ListenIn(services));
        var (known, disabled, roleless, cheap) = (await HireAsync(server, 1), await HireAsync(server, 2), await HireAsync(server, 3), await HireAsync(server, 4));
        await using (var db = await server.DbAsync())
        {
            (await db.Officers.SingleAsync(o => o.Id == disabled.Id)).Disable();
            await db.RoleAssignments.Where(r => r.Officer == roleless.Id).ExecuteDeleteAsync();
            (await db.OfficerAccounts.SingleAsync(a => a.Officer == cheap.Id)).PasswordHash = (await CheaplyAsync(cheap.Password))!;
            await db.SaveChangesAsync();
        }

        var wrong = await AgainAsync(server, heard, known with { Password = "not the password" });
        StaffMember[] others = [known with { NationalId = Staff.NumberOf(99) }, known with { NationalId = "12345678901" }, known with { NationalId = new string('1', 60) }, disabled, roleless, cheap with { Password = "not the password" }, known with { Password = new string('x', 500) }];
        foreach (var other in others) (await AgainAsync(server, heard, other)).Should().BeEquivalentTo(wrong, options => options.WithStrictOrdering(), other.NationalId);
        (wrong.Rounds, wrong.Body.Contains("uyuşmuyor", StringComparison.Ordinal)).Should().Be((1000L, true));
    }

    /// <summary>Slowed is the number that was typed, whoever it belongs to: nothing is hashed for it any more, and a flood of tries costs no processor.</summary>
    [Fact]
    public async Task Slowed_down_is_a_number_alike_whether_somebody_has_it_or_nobody()
    {
        using var heard = new SqlHeard();
        await using var server = await BimerServer.StartAsync(clock: new TestClock(), configure: services => heard.ListenIn(services));
        var known = await HireAsync(server, 1);
        List<Tried> slowed = [];
        foreach (var number in (string[])[known.NationalId, Staff.NumberOf(99)])
        {
            for (var i = 0; i < 6; i++) await TryAsync(server, heard, known with { NationalId = number, Password = "wrong" });   // the sixth is slowed, and recorded once
            slowed.Add(await TryAsync(server, heard, known with { NationalId = number }));
        }

        slowed[1].Should().BeEquivalentTo(slowed[0], options => options.WithStrictOrdering());
        (slowed[0].Rounds, slowed[0].Body.Contains("yeniden deneyin", StringComparison.Ordinal)).Should().Be((0L, true));
    }

    private static Task<StaffMember> HireAsync(BimerServer server, int id) => server.HireAsync(id, OfficerRole.CaseOfficer, new(2));

    private static async Task<string?> CheaplyAsync(string password)
    {
        using var hasher = new PasswordHasher(Microsoft.Extensions.Options.Options.Create(new PasswordOptions { Iterations = 400 }));
        return await hasher.HashAsync(password, CancellationToken.None);
    }

    /// <summary>The first try of a number within a window pays for forgetting old ones, whoever has it.</summary>
    private static async Task<Tried> AgainAsync(BimerServer server, SqlHeard heard, StaffMember person)
    {
        await TryAsync(server, heard, person);
        return await TryAsync(server, heard, person);
    }

    private static async Task<Tried> TryAsync(BimerServer server, SqlHeard heard, StaffMember person)
    {
        var (hasher, mark) = (server.Services.GetRequiredService<PasswordHasher>(), Guid.NewGuid().ToString("N"));
        using var browser = server.NewPlainBrowser().Saying(SqlHeard.Mark, mark);
        var before = hasher.Rounds;
        var answer = await browser.SignInAsync(person);
        return new Tried(answer.Status, Lot().Replace(answer.Body.Replace(person.NationalId, "", StringComparison.Ordinal), ""), hasher.Rounds - before, heard.Of(mark));
    }

    private sealed record Tried(int Status, string Body, long Rounds, IReadOnlyList<string> Sql);

    [GeneratedRegex("value=\"CfDJ8[^\"]*\"|<!--Blazor[^>]*-->", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Lot();
}
