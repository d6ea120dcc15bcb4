using System.Net;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bimer.Tests.Operations;

/// <summary>The two doors a service manager asks at (L15).</summary>
public sealed class HealthTests
{
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_database_that_takes_no_change_turns_ready_red_and_leaves_live_green(Kind kind)
    {
        await using var server = await BimerServer.StartAsync(kind);
        using var http = new HttpClient { BaseAddress = new Uri(server.Url) };
        (await StatusAsync(http, "/health/ready")).Should().Be(HttpStatusCode.OK);

        await using (var db = await server.DbAsync()) await db.Database.ExecuteSqlRawAsync("ALTER TABLE number_blocks RENAME TO taken_away");
        (await StatusAsync(http, "/health/ready")).Should().Be(HttpStatusCode.ServiceUnavailable);
        (await StatusAsync(http, "/health/live")).Should().Be(HttpStatusCode.OK);

        await using (var db = await server.DbAsync()) await db.Database.ExecuteSqlRawAsync("ALTER TABLE taken_away RENAME TO number_blocks");
        (await StatusAsync(http, "/health/ready")).Should().Be(HttpStatusCode.OK, "it recovers without a restart");
    }

    [Fact]
    public async Task A_lost_key_file_turns_ready_red()
    {
        await using var server = await BimerServer.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(server.Url) };

        File.Move(Path.Combine(server.DataPath, "keys", "vault.json"), Path.Combine(server.DataPath, "keys", "elsewhere.json"));

        (await StatusAsync(http, "/health/ready")).Should().Be(HttpStatusCode.ServiceUnavailable);
        (await StatusAsync(http, "/health/live")).Should().Be(HttpStatusCode.OK);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient http, string door)
    {
        using var answer = await http.GetAsync(new Uri(door, UriKind.Relative));
        return answer.StatusCode;
    }
}
