// Something odd in the facts: reported beside the results, never a reason to stop.
using System;
using KpiRules.Diagnostics;

namespace KpiRules.Facts;

/// <summary>One thing that is wrong or odd in the facts. Results are computed all the same. Immutable.</summary>
public sealed class DataIssue
{
    private readonly object[] _arguments;
    private Lazy<string?>? _suggestion;

    internal DataIssue(string code, string? origin, string? subject, Period? period, string? fact, params object[] arguments)
    {
        Code = code;
        Origin = origin;
        Subject = subject;
        Period = period;
        Fact = fact;
        _arguments = arguments;
    }

    /// <summary><c>KPI6</c> and three digits. A code never changes its meaning.</summary>
    public string Code { get; }

    /// <summary>Where the fact came from, such as <c>facts.csv:17:3</c> (row and column, from 1); null when not known.</summary>
    public string? Origin { get; }

    /// <summary>The subject's id, or null when the issue is not about one.</summary>
    public string? Subject { get; }

    /// <summary>The period, or null when the issue is not about one.</summary>
    public Period? Period { get; }

    /// <summary>The fact's name, or null when the issue is not about one.</summary>
    public string? Fact { get; }

    /// <summary>The suggestion is looked for once, and only for an issue that somebody will see.</summary>
    internal DataIssue WithSuggestion(Func<string?> suggestion)
    {
        _suggestion = new Lazy<string?>(suggestion);
        return this;
    }

    /// <summary>The message, without code and place.</summary>
    /// <param name="language"><c>zh</c> for Chinese; anything else is English.</param>
    public string Message(string language)
    {
        var message = Messages.Format(language, Code, _arguments);
        return _suggestion?.Value is { } suggestion ? message + Messages.Format(language, "suggestion", suggestion) : message;
    }

    /// <summary>One line: where from, whose, code and message.</summary>
    /// <param name="language"><c>zh</c> for Chinese; anything else is English.</param>
    public string ToString(string language)
    {
        var origin = Origin is null ? "" : Origin + ": ";
        var whose = Subject is null ? "" : Messages.OnOneLine(Subject) + (Period is null ? ": " : $" {Period}: ");
        return $"{origin}{Messages.Format(language, "issue")} {Code}: {whose}{Message(language)}";
    }

    /// <summary>As <see cref="ToString(string)"/>, in English.</summary>
    public override string ToString() => ToString("en");
}
