using Bimer.Blazor.Persistence;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace Bimer.Tests.Persistence;

/// <summary>A node leaves room on the server for others, unless it is told otherwise.</summary>
public sealed class PostgresConnectionTests
{
    [Theory]
    [InlineData("Host=127.0.0.1;Database=bimer", 32)]
    [InlineData("Host=127.0.0.1;Database=bimer;Maximum Pool Size=80", 80)]
    [InlineData("Host=127.0.0.1;Database=bimer;MaxPoolSize=7", 7)]
    public void A_node_opens_few_connections_unless_the_configuration_names_a_number(string configured, int expected)
    {
        var builder = new DbContextOptionsBuilder<PostgresDb>();
        PersistenceSetup.UsePostgres(builder, configured);
        using var db = new PostgresDb(builder.Options);

        new NpgsqlConnectionStringBuilder(db.Database.GetConnectionString()).MaxPoolSize.Should().Be(expected);
    }
}
