using Bimer.Blazor.Persistence;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.Persistence;

/// <summary>A database that must not be migrated is left alone, and the start says what to do (A9, A10).</summary>
public sealed class SchemaGuardTests
{
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_database_of_a_newer_version_is_refused_with_both_versions_named(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await using (var db = await office.DbAsync())
        {
            await db.Database.ExecuteSqlRawAsync(kind == Kind.Sqlite
                ? "INSERT INTO schema_history SELECT '29990101000000_FromTomorrow', max(ProductVersion) FROM schema_history"
                : "INSERT INTO schema_history SELECT '29990101000000_FromTomorrow', max(\"ProductVersion\") FROM schema_history");
        }

        await Starting(office).Should().ThrowAsync<DatabaseRefusedException>().WithMessage("*29990101000000_FromTomorrow*knows 20*");
    }

    [Fact]
    public async Task A_migration_that_was_killed_is_told_instead_of_waited_for_without_end()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite);
        await using var db = await office.DbAsync();
        await db.Database.ExecuteSqlRawAsync("CREATE TABLE IF NOT EXISTS \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL PRIMARY KEY, \"Timestamp\" TEXT NOT NULL)");
        await db.Database.ExecuteSqlRawAsync("INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-03-02 06:00:00+00:00')");

        await Starting(office).Should().ThrowAsync<DatabaseRefusedException>().WithMessage("*DELETE FROM __EFMigrationsLock*");

        await db.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsLock\"");
        await Starting(office).Should().NotThrowAsync("it goes on where it was");
    }

    private static Func<Task> Starting(Office office) => () => office.Services.GetRequiredService<DatabaseStart>().RunAsync(CancellationToken.None);
}
