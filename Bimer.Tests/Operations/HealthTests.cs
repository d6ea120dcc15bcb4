using System.Net;
using Bimer.Blazor.Persistence;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.Operations;

/// <summary>The two doors a service manager asks at (L15). Anybody may knock, so knocking often must cost nothing.</summary>
public sealed class HealthTests
{
    private const string Ready = "/health/ready";
    private const string Live = "/health/live";
    private static readonly TimeSpan _untilItIsLookedAnew = TimeSpan.FromSeconds(1);

    private readonly TestClock _clock = new();

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_database_that_takes_no_change_turns_ready_red_and_leaves_live_green(Kind kind)
    {
        await using var server = await BimerServer.StartAsync(kind, _clock);
        using var http = new HttpClient { BaseAddress = new Uri(server.Url) };
        (await StatusAsync(http, Ready)).Should().Be(HttpStatusCode.OK);

        await using (var db = await server.DbAsync()) await db.Database.ExecuteSqlRawAsync("ALTER TABLE number_blocks RENAME TO taken_away");
        (await StatusAsync(http, Ready)).Should().Be(HttpStatusCode.OK, "whoever asks within the same second is told the same: nothing is written for him");
        _clock.Pass(_untilItIsLookedAnew);
        (await StatusAsync(http, Ready)).Should().Be(HttpStatusCode.ServiceUnavailable);
        (await StatusAsync(http, Live)).Should().Be(HttpStatusCode.OK);

        await using (var db = await server.DbAsync()) await db.Database.ExecuteSqlRawAsync("ALTER TABLE taken_away RENAME TO number_blocks");
        _clock.Pass(_untilItIsLookedAnew);
        (await StatusAsync(http, Ready)).Should().Be(HttpStatusCode.OK, "it recovers without a restart");
    }

    [Fact]
    public async Task However_many_ask_at_once_it_is_written_once_and_a_lost_key_file_turns_it_red()
    {
        await using var server = await BimerServer.StartAsync(clock: _clock);
        using var http = new HttpClient { BaseAddress = new Uri(server.Url) };
        await using var db = await server.DbAsync();
        await db.Database.ExecuteSqlRawAsync("CREATE TABLE probes (at INTEGER)");
        foreach (var change in (string[])["INSERT", "UPDATE"])
        {
#pragma warning disable EF1002 // one of the two words above
            await db.Database.ExecuteSqlRawAsync($"CREATE TRIGGER probe_{change} AFTER {change} ON number_blocks WHEN new.series = 'health-probe' BEGIN INSERT INTO probes VALUES (1); END");
#pragma warning restore EF1002
        }

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => StatusAsync(http, Ready)));

        answers.Should().AllBeEquivalentTo(HttpStatusCode.OK);
        (await db.Database.SqlQuery<int>($"SELECT count(*) AS \"Value\" FROM probes").SingleAsync()).Should().Be(1);

        File.Move(Path.Combine(server.DataPath, "keys", "vault.json"), Path.Combine(server.DataPath, "keys", "elsewhere.json"));
        _clock.Pass(_untilItIsLookedAnew);
        (await StatusAsync(http, Ready)).Should().Be(HttpStatusCode.ServiceUnavailable);
        (await StatusAsync(http, Live)).Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_database_that_keeps_it_waiting_is_given_up()
    {
        await using var server = await BimerServer.StartAsync(clock: _clock, settings: new Dictionary<string, string?>(StringComparer.Ordinal) { ["Bimer:Health:LongestCheck"] = "00:00:00.2" });
        using var http = new HttpClient { BaseAddress = new Uri(server.Url) };

        using (await server.Services.GetRequiredService<WriteGate>().EnterAsync(CancellationToken.None))
            (await StatusAsync(http, Ready)).Should().Be(HttpStatusCode.ServiceUnavailable);

        _clock.Pass(_untilItIsLookedAnew);
        (await StatusAsync(http, Ready)).Should().Be(HttpStatusCode.OK);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient http, string door)
    {
        using var answer = await http.GetAsync(new Uri(door, UriKind.Relative));
        return answer.StatusCode;
    }
}
