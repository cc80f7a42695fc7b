// Takes an attribute that counts as of a day, gives its value on any day: the one given last for a stretch that has begun by then.
using System;
using System.Collections.Generic;
using KpiRules.Evaluation.Frames;
using KpiRules.Facts;

namespace KpiRules.Evaluation;

internal sealed class DatedAttribute(FactDefinition fact, FactHistory history, List<DataIssue> issues)
{
    private readonly DatedValues _values = DatedValues.Of(history.Dataset.Whole, fact, history.FiscalYearStart);
    private readonly int _today = history.Calendar.AsOf ?? int.MaxValue;
    private readonly NotAvailable _missing = new(CauseKind.MissingFact, fact.Name);
    private readonly HashSet<string> _reported = [];

    /// <summary>The value, or why there is none.</summary>
    public NotAvailable? TryFind(string subject, int day, out FactValue value)
    {
        var values = _values.Of(subject);
        if (_values.HasIssues && _reported.Add(subject))
            Report(values);
        var found = FirstUpTo(Math.Min(day, _today), values);
        value = found < values.Count ? values[found].Value : fact.Default;
        return found < values.Count ? values[found].Cause : value.Kind is null ? _missing : null;
    }

    /// <summary>What is wrong with any value of a subject that has begun, be it looked at or not.</summary>
    private void Report(IReadOnlyList<DatedValue> values)
    {
        foreach (var value in values)
        {
            if (value.Issue is { } issue && value.Day <= _today)
                issues.Add(issue);
        }
    }

    /// <summary>The place of the latest value that counts on a day; behind the last one where none does.</summary>
    private static int FirstUpTo(int day, IReadOnlyList<DatedValue> values)
    {
        var (low, high) = (0, values.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = values[middle].Day > day ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
