// A result that did not come out as a test expects.
using KpiRules.Diagnostics;
using KpiRules.Source;

namespace KpiRules.Testing;

/// <summary>A result that did not come out as a test expects. Immutable.</summary>
public sealed class ExpectationFailure
{
    private readonly System.Func<string, string> _message;

    internal ExpectationFailure(string result, int line, int column, System.Func<string, string> message) =>
        (Result, Line, Column, _message) = (result, line, column, message);

    /// <summary>The result's name, with its subject before it where the test has several; empty for the test as a whole.</summary>
    public string Result { get; }

    /// <summary>The line on which the expectation stands, from 1.</summary>
    public int Line { get; }

    /// <summary>The column at which the expectation stands, from 1.</summary>
    public int Column { get; }

    /// <summary>What was expected, and what came instead.</summary>
    /// <param name="language"><c>zh</c> for Chinese; anything else is English.</param>
    public string Message(string language) => _message(language);

    internal static ExpectationFailure Of(string result, SourcePlace place, string key, params System.Func<string, object>[] arguments)
    {
        var (line, column) = place.Source.PositionOf(place.Span.Start);
        return new ExpectationFailure(result, line, column, language =>
            Messages.Format(
                language, key, System.Linq.Enumerable.ToArray(System.Linq.Enumerable.Select(arguments, argument => argument(language)))));
    }
}
