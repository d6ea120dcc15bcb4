using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bimer.Tests.Persistence;

public sealed class ModelTests
{
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task The_migrations_say_what_the_model_says(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await using var db = await office.DbAsync();

        db.Database.HasPendingModelChanges().Should().BeFalse();
        (await db.Units.CountAsync()).Should().BeGreaterThan(1_850);
        (await db.UnitClosure.CountAsync(c => c.Depth == 0)).Should().Be(await db.Units.CountAsync());
    }
}
