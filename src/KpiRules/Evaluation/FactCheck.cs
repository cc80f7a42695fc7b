// Checks given values against what the ruleset declares; a value out of bounds is reported and used all the same.
using System.Collections.Generic;
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

    public void Bounds(RowOrigin origin, string subject, Period period, FactDefinition fact, FactValue value)
    {
        if (value.Number is { } number && (number < fact.Min || number > fact.Max) && _reported.Add((subject, period, fact)))
            issues.Add(DataIssues.OutOfBounds(origin, subject, period, fact, number));
        if (value.Text is { } text && !fact.Allows(text) && _reported.Add((subject, period, fact)))
            issues.Add(DataIssues.NotAmongValues(origin, subject, period, fact, text));
    }

    /// <summary>What is worth the place of a fact that is not there; none where nothing stands in for it.</summary>
    public static FactValue StandIn(FactDefinition fact, bool missingIsZero) =>
        fact.Default.Kind is null && missingIsZero && fact.Role == FactRole.Measure ? 0 : fact.Default;
}
