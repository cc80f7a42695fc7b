// Checks given values against what the ruleset declares; a value out of bounds is reported and used all the same.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;

namespace KpiRules.Evaluation;

internal sealed class FactCheck(Period period, List<DataIssue> issues)
{
    public bool IsOfKind(string subject, FactDefinition fact, FactValue value)
    {
        if (value.Kind == fact.Kind)
            return true;
        issues.Add(DataIssues.WrongKind(subject, period, fact, value));
        return false;
    }

    public void Bounds(RowOrigin origin, string subject, FactDefinition fact, FactValue value)
    {
        if (value.Number is { } number && (number < fact.Min || number > fact.Max))
            issues.Add(DataIssues.OutOfBounds(origin, subject, period, fact, number));
        if (value.Text is { } text && fact.Values is { } values && !values.Contains(text))
            issues.Add(DataIssues.NotAmongValues(origin, subject, period, fact, text));
    }
}
