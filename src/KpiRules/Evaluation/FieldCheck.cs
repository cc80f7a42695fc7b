// Checks the fields of records against what the ruleset declares: one out of bounds is used all the same, one not among the values is not.
using System.Collections.Generic;
using KpiRules.Evaluation.Frames;
using KpiRules.Facts;

namespace KpiRules.Evaluation;

/// <summary>Each field of a subject and period is reported once, however many of the records and functions it stands in.</summary>
internal sealed class FieldCheck(List<DataIssue> issues)
{
    private readonly HashSet<(string Subject, Period Period, FactDefinition Field)> _reported = [];

    public void ReportWrongKind(string subject, Period period, string list, FactDefinition field, FactValue value)
    {
        if (_reported.Add((subject, period, field)))
            issues.Add(DataIssues.WrongFieldKind(subject, period, list, field, value));
    }

    /// <summary>Why a value of the right type cannot be used; null where it can.</summary>
    /// <param name="number">Which record it is among the subject's of the period, from 1.</param>
    public NotAvailable? Check(string subject, Period period, string list, int number, FactDefinition field, FactValue value)
    {
        if (value.Number is { } given && !field.IsPlausible(given) && _reported.Add((subject, period, field)))
            issues.Add(DataIssues.FieldOutOfBounds(subject, period, list, number, field, given));
        var wrong = FactCheck.NotAmongValues(field, value);
        if (wrong is not null && _reported.Add((subject, period, field)))
            issues.Add(DataIssues.FieldNotAmongValues(subject, period, list, number, field, wrong.Text));
        return wrong;
    }
}
