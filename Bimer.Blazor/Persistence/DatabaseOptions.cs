using System.ComponentModel.DataAnnotations;
using Npgsql;

namespace Bimer.Blazor.Persistence;

public enum DatabaseProvider
{
    Sqlite = 1,
    Postgres = 2,
}

/// <summary>Which database; by configuration alone (<c>Bimer:Database</c>).</summary>
public sealed class DatabaseOptions : IValidatableObject
{
    public const string Section = "Bimer:Database";

    [EnumDataType(typeof(DatabaseProvider))]
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>PostgreSQL only; on SQLite the file lies in the data folder.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>A connection string nobody can read is told at the start, not at the first connection.</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Provider == DatabaseProvider.Sqlite || CanBeRead(ConnectionString)) return [];
        return [new ValidationResult("It is not a connection string of PostgreSQL.", [nameof(ConnectionString)])];
    }

    private static bool CanBeRead(string? text)
    {
        try
        {
            return text is null || new NpgsqlConnectionStringBuilder(text).ConnectionString is not null;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
