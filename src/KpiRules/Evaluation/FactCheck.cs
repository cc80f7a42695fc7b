// Checks given values against what the ruleset declares: one out of bounds is used all the same, one not among the values is not.
using System.Collections.Generic;
using KpiRules.Evaluation.Frames;
using KpiRules.Facts;

namespace KpiRules.Evaluation;

/// <summary>Each fact of a subject and period is reported once, however many formulas look at it.</summary>
internal sealed class FactCheck(List<DataIssue> issues)
{
    private readonly HashSet<(string Subject, Period Period, FactDefinition Fact)> _reported = [];

    public bool IsOfKind(string subject, Period period, FactDefinition fact, FactValue value)
    {
        if (value.Kind == fact.Kind)
            return true;
        if (_reported.Add((subject, period, fact)))
            issues.Add(DataIssues.WrongKind(subject, period, fact, value));
        return false;
    }

    public void Report(RowOrigin origin, string subject, Period period, FactDefinition fact, FactValue value)
    {
        if (value.Number is { } number && !fact.IsPlausible(number) && _reported.Add((subject, period, fact)))
            issues.Add(DataIssues.OutOfBounds(origin, subject, period, fact, number));
        if (value.Text is { } text && !fact.Allows(text) && _reported.Add((subject, period, fact)))
            issues.Add(DataIssues.NotAmongValues(origin, subject, period, fact, text));
    }

    /// <summary>Why a value cannot be used that is not among those declared; null where it can.</summary>
    /// <param name="period">The period looked at, where that is another than the one evaluated; else null.</param>
    public static NotAvailable? NotAmongValues(FactDefinition fact, FactValue value, Period? period = null) =>
        value.Text is { } text && !fact.Allows(text)
            ? new NotAvailable(CauseKind.NotAmongValues, fact.Name, text, Period: period)
            : null;

    /// <summary>What is worth the place of a fact that is not there; none where nothing stands in for it.</summary>
    public static FactValue StandIn(FactDefinition fact, bool missingIsZero) =>
        fact.Default.Kind is null && missingIsZero && fact.Role == FactRole.Measure ? 0 : fact.Default;
}
