using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Bimer.Tests.Given;

/// <summary>Keeps every line of every level as it would be written, with its fields, its scopes and its exception.</summary>
internal sealed class EveryLine : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyCollection<string> Lines => _lines;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        _lines.Enqueue($"{state} {Fields(state)}");
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    // The fields go into the JSON line beside the sentence.
    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue($"{formatter(state, exception)} {Fields(state)} {exception}");

    public void Dispose() => _lines.Clear();

    private static string Fields(object? state) =>
        state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(' ', pairs.Select(p => $"{p.Key}={p.Value}")) : "";
}
