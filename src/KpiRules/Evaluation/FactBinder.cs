// Takes facts, gives the columns formulas read: defaults filled in, attributes looked up in earlier periods, oddities reported.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;

namespace KpiRules.Evaluation;

internal sealed class FactBinder(EvaluationPlan plan, Period period, bool missingIsZero, List<DataIssue> issues)
{
    private readonly FactCheck _check = new(period, issues);

    public void Bind(Subject subject, Column[] columns, ColumnStore store)
    {
        foreach (var fact in plan.Facts)
        {
            var value = Usable(default, subject.Id, fact.Definition, OfKind(subject.Id, fact.Definition, subject[fact.Definition.Name]));
            var column = columns[fact.Slot] = store.Create(fact.Definition.Kind);
            if (value.Kind is null)
                column.SetCause(0, subject.Has(fact.Definition.Name) ? fact.Unusable : fact.Missing, 1);
            else
                Write(column, 0, value);
        }

        foreach (var given in subject)
        {
            if (given.Value.Unrepresentable is { } written)
                issues.Add(DataIssues.Unrepresentable(null, subject.Id, period, given.Key, written));
            if (!plan.FactsByName.ContainsKey(given.Key))
                ReportUnusable(given.Key);
        }
    }

    public void Bind(Dataset dataset, Column[] columns, ColumnStore store)
    {
        var table = dataset.TableOf(period);
        foreach (var fact in plan.Facts)
        {
            var column = columns[fact.Slot] = store.Create(fact.Definition.Kind);
            var isAttribute = fact.Definition.Role == FactRole.Attribute;
            var sources = isAttribute ? [table, .. dataset.TablesBefore(period), dataset.Own] : new[] { table };
            Fill(fact, table, sources.Where(source => source.Has(fact.Definition.Name)).ToArray(), column);
        }

        foreach (var name in table.Names.Union(dataset.Own.Names).OrderBy(name => name, StringComparer.Ordinal))
        {
            if (!plan.FactsByName.TryGetValue(name, out var fact))
                ReportUnusable(name);
            else if (fact.Definition.Role != FactRole.Attribute && dataset.Own.Has(name))
                issues.Add(DataIssues.NeedsPeriod(name));
        }
    }

    /// <param name="sources">The tables that know the fact, the nearest first.</param>
    private void Fill(FactSlot fact, FactTable table, FactTable[] sources, Column column)
    {
        for (var row = 0; row < table.Subjects.Count; row++)
        {
            var subject = table.Subjects[row];
            FactValue given = default;
            RowOrigin origin = default;
            for (var i = 0; i < sources.Length && given.Kind is null; i++)
            {
                var sourceRow = ReferenceEquals(sources[i], table) ? row : sources[i].RowOf(subject);
                given = OfKind(subject, fact.Definition, sources[i].ValueOf(sourceRow, fact.Definition));
                origin = sourceRow < 0 ? default : sources[i].OriginOf(sourceRow);
            }

            var value = Usable(origin, subject, fact.Definition, given);
            if (value.Kind is null)
                column.SetCause(row, WasGiven(table, row, fact) ? fact.Unusable : fact.Missing, table.Subjects.Count);
            else
                Write(column, row, value);
        }
    }

    /// <summary>Whether the period has the fact in a form that could not be used.</summary>
    private static bool WasGiven(FactTable table, int row, FactSlot fact) =>
        table.IsUnusable(table.Subjects[row], fact.Definition.Name) || table.ValueOf(row, fact.Definition).Kind is not null;

    /// <summary>The value, or none after reporting that it is of the wrong type.</summary>
    private FactValue OfKind(string subject, FactDefinition fact, FactValue given) =>
        given.Kind is null || _check.IsOfKind(subject, fact, given) ? given : default;

    private FactValue Usable(RowOrigin origin, string subject, FactDefinition fact, FactValue given)
    {
        if (given.Kind is not null)
        {
            _check.Bounds(origin, subject, fact, given);
            return given;
        }

        var standIn = fact.Default;
        return standIn.Kind is null && missingIsZero && fact.Role == FactRole.Measure ? 0 : standIn;
    }

    private static void Write(Column column, int row, FactValue value)
    {
        switch (column)
        {
            case Column<decimal> numbers:
                numbers[row] = value.Number!.Value;
                break;
            case Column<string> texts:
                texts[row] = value.Text!;
                break;
            case Column<bool> booleans:
                booleans[row] = value.Boolean!.Value;
                break;
            case Column<int> dates:
                dates[row] = value.Day;
                break;
        }
    }

    private void ReportUnusable(string name) =>
        issues.Add(DataIssues.Unusable(name, () => ClosestName.Find(name, plan.FactsByName.Keys)));
}
