using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Bimer.Blazor.Persistence;

/// <summary>Lets <c>dotnet ef</c> see the model without starting the application or touching a database.</summary>
internal sealed class DesignTimeSqlite : IDesignTimeDbContextFactory<SqliteDb>
{
    public SqliteDb CreateDbContext(string[] args)
    {
        var builder = new DbContextOptionsBuilder<SqliteDb>();
        PersistenceSetup.UseSqlite(builder, "design-time.db");
        return new SqliteDb(builder.Options);
    }
}

internal sealed class DesignTimePostgres : IDesignTimeDbContextFactory<PostgresDb>
{
    public PostgresDb CreateDbContext(string[] args)
    {
        var builder = new DbContextOptionsBuilder<PostgresDb>();
        PersistenceSetup.UsePostgres(builder, "Host=127.0.0.1;Database=design_time");
        return new PostgresDb(builder.Options);
    }
}
