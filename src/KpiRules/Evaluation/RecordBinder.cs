// Takes the records of a dataset, gives the columns that functions over records read, gathered over the periods they look at.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Evaluation.Frames;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Evaluation;

internal sealed class RecordBinder(FactHistory history, Dataset dataset, DatedAttributes dated, List<DataIssue> issues)
{
    private readonly FieldCheck _check = new(issues);
    private readonly int _rows = history.Subjects.Count;

    /// <summary>Reports what nothing in the policy can use.</summary>
    public void ReportUnusable(IReadOnlyList<RecordDefinition> lists)
    {
        foreach (var name in dataset.Lists.OrderBy(name => name, StringComparer.Ordinal))
        {
            if (lists.All(list => list.Name != name))
                issues.Add(DataIssues.UnusableList(name, () => ClosestName.Find(name, lists.Select(list => list.Name))));
        }

        foreach (var list in lists)
            ReportUnusableFields(list);
    }

    private void ReportUnusableFields(RecordDefinition list)
    {
        var given = dataset.Periods.SelectMany(period => dataset.RecordsOf(list.Name, period).Names).Distinct()
            .OrderBy(name => name, StringComparer.Ordinal);
        foreach (var field in given.Where(field => list.IndexOf(field) < 0 && field != RecordDefinition.Date))
            issues.Add(DataIssues.UnusableField(list.Name, field, () => ClosestName.Find(field, list.FieldNames)));
    }

    public RecordColumns Bind(RecordInput input)
    {
        if (!dataset.Lists.Contains(input.List.Name))
            return Without(new NotAvailable(CauseKind.NoRecords, input.List.Name));
        if (input.Lag.From(history.Calendar.Period) is not { } period)
            return Without(new NotAvailable(CauseKind.NoSuchPeriod, history.Calendar.Period.ToString()));
        if (history.Calendar.At(period).PeriodsOf(input.Window) is not { } periods)
            return Without(new NotAvailable(CauseKind.AcrossPeriods, period.ToString(), input.Window == TimeWindow.Year ? "ytd" : "qtd"));
        var window = periods.Select(history.At).ToArray();
        if (input.Window != TimeWindow.None && history.IncompleteFor(window) is { } incomplete)
            return Without(incomplete);
        return Gather(input, window);

        RecordColumns Without(NotAvailable cause) =>
            new(
                input.List.Columns.Select(column => Empty(column.Kind)).ToArray(),
                new int[_rows + 1],
                [],
                Enumerable.Repeat<NotAvailable?>(cause, _rows).ToArray());
    }

    private RecordColumns Gather(RecordInput input, PeriodFacts[] window)
    {
        var isOfThePeriod = input.IsPlain;
        var sources = window.Select(facts => new Source(
            facts,
            PolicyPeriodsIn(facts),
            TableOf(facts),
            facts.Parts.Select(parts => parts.Where(HasBegun).Select(TableOf).ToArray()).ToArray())).ToArray();
        var stretches = new List<Stretch>();
        var starts = new int[_rows + 1];
        NotAvailable?[]? causes = null;
        for (var row = 0; row < _rows; row++)
        {
            starts[row + 1] = starts[row];
            var (begin, isCurrent) = (history.FirstDayOf(row), isOfThePeriod && history.IsCurrent(row));
            foreach (var source in sources)
            {
                if (!isCurrent && source.Facts.EndDay < begin && source != sources[sources.Length - 1])
                    continue;
                var cause = !isCurrent && !source.Facts.Has(row) ? source.Facts.NoFacts
                    : Take(source.Own, row, stretches, ref starts[row + 1]) ? null
                    : TakeParts(source, row, begin, stretches, ref starts[row + 1]);
                if (cause is not null)
                    (causes ??= new NotAvailable?[_rows])[row] ??= cause;
            }
        }

        var fields = input.List.Fields.Select(field => Column(input.List, field, stretches, starts[_rows]));
        var attributes = input.List.Dated.Select(attribute => Dated(attribute, stretches, starts[_rows]));
        return new RecordColumns(fields.Concat(attributes).ToArray(), starts, PeriodsOf(stretches), causes);

        (RecordTable Table, Period Period) TableOf(PeriodFacts facts) => (dataset.RecordsOf(input.List.Name, facts.Period), facts.Period);
    }

    /// <summary>Stretches of one period that follow one another are one.</summary>
    private static List<(int Start, Period Period)> PeriodsOf(List<Stretch> stretches)
    {
        var periods = new List<(int Start, Period Period)>();
        foreach (var stretch in stretches)
        {
            if (periods.Count == 0 || periods[periods.Count - 1].Period != stretch.Period)
                periods.Add((stretch.To, stretch.Period));
        }

        return periods;
    }

    private bool HasBegun(PeriodFacts facts) => history.Calendar.HasBegun(facts.Period);

    /// <summary>The policy's own periods that make a longer one up, as far as they have begun; empty for one that is no longer.</summary>
    private PeriodFacts[] PolicyPeriodsIn(PeriodFacts facts) =>
        history.Calendar.At(facts.Period).IsLonger
            ? history.Calendar.PolicyPeriods(facts.Period).Select(history.At).Where(HasBegun).ToArray()
            : [];

    /// <summary>
    /// The records of the longest shorter periods that have any. A period of the policy's own length without facts is a hole; a
    /// day without records is none.
    /// </summary>
    private NotAvailable? TakeParts(Source source, int row, int begin, List<Stretch> stretches, ref int end)
    {
        if (source.PolicyPeriods.Length > 0
            && (history.IncompleteFor(source.PolicyPeriods) ?? FactHistory.HoleIn(source.PolicyPeriods, row, begin)) is { } cause)
            return cause;
        foreach (var parts in source.Parts)
        {
            var found = false;
            foreach (var part in parts)
                found |= Take(part, row, stretches, ref end);
            if (found)
                break;
        }

        return null;
    }

    private bool Take((RecordTable Table, Period Period) source, int row, List<Stretch> stretches, ref int end)
    {
        var subject = history.Subjects[row];
        var (start, count) = source.Table.RangeOf(subject);
        if (count == 0)
            return false;
        stretches.Add(new Stretch(source.Table, source.Period, subject, start, count, end));
        end += count;
        return true;
    }

    private Column Column(RecordDefinition list, FactDefinition field, List<Stretch> stretches, int count) => field.Kind switch
    {
        ValueKind.Number => Column<decimal>(list, field, stretches, count),
        ValueKind.Boolean => Column<bool>(list, field, stretches, count),
        ValueKind.Text => Column<string>(list, field, stretches, count),
        ValueKind.Date => Column<int>(list, field, stretches, count),
    };

    private Column<T> Column<T>(RecordDefinition list, FactDefinition field, List<Stretch> stretches, int count)
    {
        var values = new T[count];
        var column = new Column<T>(values, 0);
        var missing = new NotAvailable(CauseKind.MissingFact, field.Name);
        var unusable = new NotAvailable(CauseKind.UnusableFact, field.Name);
        foreach (var stretch in stretches)
        {
            var columns = stretch.Table.ColumnsOf(field.Name);
            var source = columns.OfType<FactColumn<T>>().FirstOrDefault(given => given.Kind == field.Kind);
            if (source is not null)
                Array.Copy(
                    source.Values,
                    stretch.Start,
                    values,
                    stretch.To,
                    Math.Max(0, Math.Min(stretch.Count, source.Values.Length - stretch.Start)));
            for (var i = 0; i < stretch.Count; i++)
            {
                if (source?.IsPresent(stretch.Start + i) != true)
                    Absent(stretch, i, columns);
                else if (field.HasLimits && _check.Check(
                    stretch.Subject, stretch.Period, list.Name, i + 1, field, source[stretch.Start + i]) is { } wrong)
                    column.SetCause(stretch.To + i, wrong, count);
            }
        }

        return column;

        void Absent(Stretch stretch, int i, IReadOnlyList<FactColumn> columns)
        {
            var other = columns.FirstOrDefault(given => given.IsPresent(stretch.Start + i));
            if (other is not null)
                _check.ReportWrongKind(stretch.Subject, stretch.Period, list.Name, field, other[stretch.Start + i]);
            if (other is not null || stretch.Table.IsUnusable(stretch.Start + i, field.Name))
                column.SetCause(stretch.To + i, unusable, count);
            else if (field.Default.Kind is null)
                column.SetCause(stretch.To + i, missing, count);
            else
                column.Write(stretch.To + i, field.Default);
        }
    }

    /// <summary>An attribute as it was known on each record's day; for a record without one, on the last day of its period.</summary>
    private Column Dated(FactDefinition fact, List<Stretch> stretches, int count)
    {
        var (column, attribute) = (Frames.Column.Create(fact.Kind, count), dated.Of(fact));
        var noDay = new NotAvailable(CauseKind.UnusableFact, RecordDefinition.Date);
        foreach (var stretch in stretches)
        {
            var last = stretch.Period.LastDayNumber(history.FiscalYearStart);
            for (var i = 0; i < stretch.Count; i++)
            {
                FactValue value = default;
                var cause = stretch.Table.TryDayOf(stretch.Start + i, out var day)
                    ? attribute.TryFind(stretch.Subject, day ?? last, out value)
                    : noDay;
                if (cause is null)
                    column.Write(stretch.To + i, value);
                else
                    column.SetCause(stretch.To + i, cause, count);
            }
        }

        return column;
    }

    private static Column Empty(ValueKind kind) => kind switch
    {
        ValueKind.Number => new Column<decimal>([], 0),
        ValueKind.Boolean => new Column<bool>([], 0),
        ValueKind.Text => new Column<string>([], 0),
        ValueKind.Date => new Column<int>([], 0),
    };

    /// <summary>The records of one period: its own, and those of its parts by length.</summary>
    private sealed record Source(
        PeriodFacts Facts,
        PeriodFacts[] PolicyPeriods,
        (RecordTable Table, Period Period) Own,
        (RecordTable Table, Period Period)[][] Parts);

    /// <summary>Records of one subject in one period that stand together.</summary>
    /// <param name="To">Where they go.</param>
    private sealed record Stretch(RecordTable Table, Period Period, string Subject, int Start, int Count, int To);
}
