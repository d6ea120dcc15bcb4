using System.Data.Common;
using System.Text.RegularExpressions;
using Bimer.Blazor.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Bimer.Tests.Given;

/// <summary>
/// Every step an act takes to the database and back: each statement, the beginning of the transaction, its commit, and the moment the
/// commit is made and nobody knows of it yet. Watched once they give their names; broken at one, nothing behind it happens.
/// </summary>
internal sealed partial class BreakingPoints : IDbCommandInterceptor, IDbTransactionInterceptor
{
    public const string Commit = "the commit";
    public const string Committed = "behind the commit";

    private readonly List<string> _passed = [];
    private bool _isWatching;
    private int _last = int.MaxValue;
    private Func<Exception>? _fault;

    /// <summary>What was passed since the last <see cref="Watch"/> or <see cref="Break"/>; the one that broke stands last.</summary>
    public IReadOnlyList<string> Passed => _passed;

    /// <summary>Into both databases. PostgreSQL sends row by row then, as SQLite does: so it can break off between any two.</summary>
    public void Into(IServiceCollection services)
    {
        services.ConfigureDbContext<SqliteDb>(options => options.AddInterceptors(this));
        services.ConfigureDbContext<PostgresDb>(options => options.UseNpgsql(npgsql => npgsql.MaxBatchSize(1)).AddInterceptors(this));
    }

    public void Watch() => Begin(int.MaxValue, null);

    /// <param name="point">Which of the points, from zero.</param>
    /// <param name="fault">What happens there.</param>
    public void Break(int point, Func<Exception> fault) => Begin(point, fault);

    public void Rest() => _isWatching = false;

    public InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) =>
        Pass(NameOf(command), result);

    public ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) => new(Pass(NameOf(command), result));

    public InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result) => Pass(NameOf(command), result);

    public ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default) => new(Pass(NameOf(command), result));

    public InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result) => Pass(NameOf(command), result);

    public ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) => new(Pass(NameOf(command), result));

    public ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default) => new(Pass("the transaction", result));

    public ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) => new(Pass(Commit, result));

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
        Task.FromResult(Pass(Committed, 0));

    private void Begin(int last, Func<Exception>? fault)
    {
        _passed.Clear();
        (_isWatching, _last, _fault) = (true, last, fault);
    }

    private T Pass<T>(string name, T result)
    {
        if (!_isWatching) return result;
        _passed.Add(name);
        if (_passed.Count <= _last) return result;
        _isWatching = false;
        throw _fault!();
    }

    /// <summary>The verb and its first table.</summary>
    private static string NameOf(DbCommand command) => Statement().Match(command.CommandText) is { Success: true } found
        ? $"{found.Groups["verb"].Value} {found.Groups["table"].Value}" : command.CommandText;

    [GeneratedRegex("(?<verb>SELECT|INSERT|UPDATE|DELETE).*?(?:FROM|INTO|UPDATE) \\(*\"?(?<table>\\w+)|(?<verb>UPDATE) \"?(?<table>\\w+)", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Statement();
}
