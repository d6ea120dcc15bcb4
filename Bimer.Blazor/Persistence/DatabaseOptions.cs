using System.ComponentModel.DataAnnotations;

namespace Bimer.Blazor.Persistence;

public enum DatabaseProvider
{
    Sqlite = 1,
    Postgres = 2,
}

/// <summary>Which database; by configuration alone (<c>Bimer:Database</c>).</summary>
public sealed class DatabaseOptions
{
    public const string Section = "Bimer:Database";

    [EnumDataType(typeof(DatabaseProvider))]
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>PostgreSQL only; on SQLite the file lies in the data folder.</summary>
    public string? ConnectionString { get; set; }
}
