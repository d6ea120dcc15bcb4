using System.Data.Common;
using Bimer.Domain.Kernel;
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

    /// <summary>Two waited for each other and this one gave way; nothing was written.</summary>
    public static bool IsDeadlock(this DbException fault) => fault is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected };

    /// <summary>The database cannot take the change now: locked by another process, no space, no connection. Nothing was written, unless the connection broke off while it answered.</summary>
    public static bool IsPassing(this Exception fault) => (fault is DbUpdateException ? fault.InnerException : fault) switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode is raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_FULL or raw.SQLITE_IOERR or raw.SQLITE_READONLY,
        PostgresException postgres => postgres.IsTransient || postgres.SqlState is PostgresErrorCodes.DiskFull or PostgresErrorCodes.IoError,
        NpgsqlException npgsql => npgsql.IsTransient,
        _ => false,
    };

    /// <summary>Among those: the disk is full or takes nothing. Waiting a moment does not help.</summary>
    public static bool IsFull(this Exception fault) => (fault is DbUpdateException ? fault.InnerException : fault) switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode is raw.SQLITE_FULL or raw.SQLITE_IOERR or raw.SQLITE_READONLY,
        PostgresException postgres => postgres.SqlState is PostgresErrorCodes.DiskFull or PostgresErrorCodes.IoError,
        _ => false,
    };

    /// <summary>What a person is told of a fault that <see cref="IsPassing"/>.</summary>
    public static Refusal WhyNot(this Exception fault) => fault.IsFull() ? new Refusal.NotStored() : new Refusal.Busy();

    /// <summary>The same of a commit; none where it was not the database.</summary>
    public static Refusal? WhyNot(this CommitResult result) => result switch
    {
        CommitResult.Busy => new Refusal.Busy(),
        CommitResult.Full => new Refusal.NotStored(),
        _ => null,
    };

    /// <summary>What a page answers that could not be drawn because of this fault.</summary>
    public static int StatusOf(Exception fault) => fault.IsPassing() ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError;
}
