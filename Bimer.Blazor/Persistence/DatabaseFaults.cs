using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SQLitePCL;

namespace Bimer.Blazor.Persistence;

/// <summary>What a failed save means, alike on both databases.</summary>
internal static class DatabaseFaults
{
    /// <summary>The same key was written by somebody else first.</summary>
    public static bool IsDuplicateKey(this DbUpdateException fault) => fault.InnerException is DbException inner && inner.IsDuplicateKey();

    /// <summary>The same, of a statement sent without the change tracker.</summary>
    public static bool IsDuplicateKey(this DbException fault) => fault switch
    {
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode is raw.SQLITE_CONSTRAINT_PRIMARYKEY or raw.SQLITE_CONSTRAINT_UNIQUE,
        PostgresException postgres => string.Equals(postgres.SqlState, PostgresErrorCodes.UniqueViolation, StringComparison.Ordinal),
        _ => false,
    };

    /// <summary>The database cannot take the change now: locked by another process, no space, no connection. Nothing was written.</summary>
    public static bool IsPassing(this Exception fault) => (fault is DbUpdateException ? fault.InnerException : fault) switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode is raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_FULL or raw.SQLITE_IOERR or raw.SQLITE_READONLY,
        PostgresException postgres => postgres.IsTransient || string.Equals(postgres.SqlState, PostgresErrorCodes.DiskFull, StringComparison.Ordinal),
        NpgsqlException npgsql => npgsql.IsTransient,
        _ => false,
    };
}
