// Keeps what is logged, for tests to read.
using System;
using System.Collections.Concurrent;
using System.Linq;
using Microsoft.Extensions.Logging;

namespace KpiRules.Hosting.Tests.Support;

internal sealed class TestLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<(int Id, LogLevel Level, string Text)> _entries = new();

    public LogLevel Lowest { get; set; } = LogLevel.Trace;

    public string[] All => _entries.Select(entry => entry.Text).ToArray();

    public string[] Of(params int[] ids) => _entries.Where(entry => ids.Contains(entry.Id)).Select(entry => entry.Text).ToArray();

    /// <summary>Of a level or worse.</summary>
    public string[] From(LogLevel level) => _entries.Where(entry => entry.Level >= level).Select(entry => entry.Text).ToArray();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= Lowest;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _entries.Enqueue((eventId.Id, logLevel, formatter(state, exception) + exception));

    public void Dispose()
    {
    }
}
