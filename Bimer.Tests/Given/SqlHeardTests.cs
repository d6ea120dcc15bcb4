using Bimer.Blazor.Persistence;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.Given;

/// <summary>The ear hears every statement, also of a context on which the one before was given up half-way.</summary>
public sealed class SqlHeardTests
{
    [Fact]
    public async Task A_statement_given_up_does_not_silence_the_next()
    {
        using var heard = new SqlHeard();
        await using var office = await Office.OpenAsync(Kind.Postgres, services => heard.ListenIn(services));
        await using var db = await office.Services.GetRequiredService<IDbContextFactory<PostgresDb>>().CreateDbContextAsync();
        using var leaving = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        var asking = async () => await db.Database.ExecuteSqlAsync($"SELECT pg_sleep(600)", leaving.Token);
        await asking.Should().ThrowAsync<OperationCanceledException>();

        var next = await heard.WhileAsync(() => db.Officers.CountAsync());
        next.Should().ContainSingle();
    }
}
