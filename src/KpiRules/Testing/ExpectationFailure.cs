// A result that did not come out as a test expects.
using System;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Source;

namespace KpiRules.Testing;

/// <summary>A result that did not come out as a test expects. Immutable.</summary>
public sealed class ExpectationFailure
{
    private readonly Func<string, string> _message;

    private ExpectationFailure(string result, SourcePlace place, Func<string, string> message)
    {
        (Result, File, _message) = (result, place.Source.Name, message);
        (Line, Column) = place.Source.PositionOf(place.Span.Start);
    }

    /// <summary>The result's name, with its subject before it where the test has several; empty for the test as a whole.</summary>
    public string Result { get; }

    /// <summary>The file in which the expectation stands.</summary>
    public string File { get; }

    /// <summary>The line on which the expectation stands, from 1.</summary>
    public int Line { get; }

    /// <summary>The column at which the expectation stands, from 1.</summary>
    public int Column { get; }

    /// <summary>What was expected, and what came instead.</summary>
    /// <param name="language"><c>zh</c> for Chinese; anything else is English.</param>
    public string Message(string language) => _message(language);

    /// <summary>The message with the result's name before it: <c>commission: expected 5, but is 4</c>.</summary>
    /// <param name="language"><c>zh</c> for Chinese; anything else is English.</param>
    public string NamedMessage(string language) => Result.Length == 0 ? Message(language) : $"{Result}: {Message(language)}";

    /// <summary>One line: <c>file:line:column: commission: expected 5, but is 4</c>.</summary>
    /// <param name="language"><c>zh</c> for Chinese; anything else is English.</param>
    public string ToString(string language) => $"{File}:{Line}:{Column}: {NamedMessage(language)}";

    /// <summary>As <see cref="ToString(string)"/>, in English.</summary>
    public override string ToString() => ToString("en");

    internal static ExpectationFailure Of(string result, SourcePlace place, string key, params Func<string, object>[] arguments) =>
        new(result, place, language => Messages.Format(language, key, arguments.Select(argument => argument(language)).ToArray()));
}
