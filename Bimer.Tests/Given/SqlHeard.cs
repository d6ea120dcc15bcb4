using System.Collections.Concurrent;
using Bimer.Blazor.Persistence;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bimer.Tests.Given;

/// <summary>What the database is asked while somebody asks the program: the text of each statement, in order, without what it was filled with.</summary>
internal sealed class SqlHeard : ILoggerProvider, ILogger
{
    /// <summary>A request that bears it is told apart from all others by what it says.</summary>
    public const string Mark = "X-Knock";

    private readonly AsyncLocal<ConcurrentQueue<string>?> _here = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<string>> _byRequest = new(StringComparer.Ordinal);
    private readonly HttpContextAccessor _contexts = new();

    /// <summary>
    /// EF keeps for a second that nobody listens, on each context of the pool, and sets it before a statement that is only told afterwards: one that is given up half-way leaves its context mute
    /// for whoever takes it next. Here nothing is kept.
    /// </summary>
    public IServiceCollection ListenIn(IServiceCollection services) => services.AddSingleton<ILoggerProvider>(this)
        .AddLogging(logging => logging.AddFilter<SqlHeard>("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.Information))
        .ConfigureDbContext<SqliteDb>(KeepNothing).ConfigureDbContext<PostgresDb>(KeepNothing);

    /// <summary>By what is awaited here; not what others do meanwhile.</summary>
    public async Task<IReadOnlyList<string>> WhileAsync(Func<Task> act)
    {
        var heard = _here.Value = new();
        await act();
        _here.Value = null;
        return [.. heard];
    }

    /// <summary>By the request with this mark.</summary>
    public IReadOnlyList<string> Of(string mark) => [.. _byRequest.GetValueOrDefault(mark) ?? []];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (eventId.Id != RelationalEventId.CommandExecuted.Id || state is not IEnumerable<KeyValuePair<string, object?>> fields) return;
        var text = $"{fields.FirstOrDefault(field => field.Key is "commandText").Value}";
        _here.Value?.Enqueue(text);
        if (_contexts.HttpContext?.Request.Headers[Mark] is [{ } mark]) _byRequest.GetOrAdd(mark, _ => new()).Enqueue(text);
    }

    private static void KeepNothing(DbContextOptionsBuilder options) => options.ConfigureLoggingCacheTime(TimeSpan.Zero);

    public void Dispose() => _byRequest.Clear();
}
