// What is wrong in a ruleset: a code, a place, and a message for the author.
using System;
using KpiRules.Source;

namespace KpiRules.Diagnostics;

/// <summary>
/// One fault of a ruleset, for the person who writes it. Immutable; safe to share between threads.
/// </summary>
public sealed class Diagnostic
{
    private readonly SourcePlace _place;
    private readonly object[] _arguments;
    private Lazy<string?>? _suggestion;

    internal Diagnostic(string code, DiagnosticSeverity severity, SourcePlace place, params object[] arguments)
    {
        Code = code;
        Severity = severity;
        _place = place;
        _arguments = arguments;
    }

    /// <summary><c>KPI</c> and four digits, the first of which is the stage. A code never changes its meaning.</summary>
    public string Code { get; }

    /// <summary>Whether the ruleset can still be used.</summary>
    public DiagnosticSeverity Severity { get; }

    /// <summary>The JSON path of the value at fault, such as <c>kpis.margin.formula</c>; empty for the whole document.</summary>
    public string Path => _place.Path.ToString();

    /// <summary>The name under which the text was read, usually its file name.</summary>
    public string File => _place.Source.Name;

    /// <summary>The line on which the fault begins, from 1.</summary>
    public int Line => Begin.Line;

    /// <summary>The column at which the fault begins, from 1, in Unicode code points.</summary>
    public int Column => Begin.Column;

    /// <summary>The line on which the fault ends, from 1.</summary>
    public int EndLine => End.Line;

    /// <summary>The column just behind the fault, from 1, in Unicode code points.</summary>
    public int EndColumn => End.Column;

    /// <summary>A name the author may have meant, or null when none is close.</summary>
    public string? Suggestion => _suggestion?.Value;

    internal SourcePlace Place => _place;

    // counted when asked for: of thousands of diagnostics, a hundred are ever shown
    private (int Line, int Column) Begin => _place.Source.PositionOf(_place.Span.Start);

    private (int Line, int Column) End => _place.Source.PositionOf(_place.Span.End);

    /// <summary>The suggestion is looked for once, and only for a diagnostic that somebody will see.</summary>
    internal Diagnostic WithSuggestion(Func<string?> suggestion)
    {
        _suggestion = new Lazy<string?>(suggestion);
        return this;
    }

    /// <summary>The message, with its suggestion, without code and place.</summary>
    /// <param name="language"><c>zh</c> for Chinese; anything else is English.</param>
    public string Message(string language)
    {
        var message = Messages.Format(language, Code, _arguments);
        return Suggestion is null ? message : message + Messages.Format(language, "suggestion", Suggestion);
    }

    /// <summary>One line: <c>file:line:column: error CODE: message</c>.</summary>
    /// <param name="language"><c>zh</c> for Chinese; anything else is English.</param>
    public string ToString(string language) => DiagnosticPrinter.Header(this, language);

    /// <summary>The line of <see cref="ToString(string)"/>, the line of the source, and a caret under the fault.</summary>
    /// <param name="language"><c>zh</c> for Chinese; anything else is English.</param>
    public string Print(string language) => DiagnosticPrinter.Print(this, language);

    /// <summary>As <see cref="ToString(string)"/>, in English.</summary>
    public override string ToString() => ToString("en");
}
