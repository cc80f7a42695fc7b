// Takes the facts of a dataset, gives the columns formulas read: looked up in earlier periods, combined over several.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using KpiRules.Evaluation.Frames;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Evaluation;

/// <param name="debts">What was carried from the periods before; null for nothing.</param>
/// <param name="targets">What targets are in other periods.</param>
/// <param name="dated">The attributes that count as of a day.</param>
internal sealed class DatasetBinder(
    SheetProgram sheet, FactHistory history, Debts? debts, bool missingIsZero, PeriodTargets targets, DatedAttributes dated,
    List<DataIssue> issues)
{
    private readonly FactCheck _check = new(issues);
    private readonly int _rows = history.Subjects.Count;

    public void Bind(Column[] columns, ColumnStore store, CancellationToken cancellationToken)
    {
        foreach (var slot in sheet.EagerInputs)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (slot.Input.IsOfLonger && !history.Calendar.IsLonger)
                continue;
            Fill(slot, columns[slot.Slot] = store.Create(slot.Input));
        }

        history.At(history.Calendar.Period); // looked at even where no formula asks for a fact of it
        var names = history.Tables.Append(history.Own).SelectMany(table => table.Names);
        foreach (var name in names.Distinct().OrderBy(name => name, StringComparer.Ordinal))
        {
            if (!sheet.FactsByName.TryGetValue(name, out var fact))
                issues.Add(sheet.UnusableFact(name));
            else if (fact.Role != FactRole.Attribute && history.Own.Has(name))
                issues.Add(DataIssues.NeedsPeriod(name));
        }
    }

    public void Fill(InputSlot slot, Column column)
    {
        var input = slot.Input;
        if (input.Kind is InputKind.PlanProgress or InputKind.PlanClosed)
            history.Plan!.Fill(input.Kind, history.Subjects, (Column<decimal>)column);
        else if (input.Lag.From(history.Calendar.Period) is not { } period)
            FillWithout(column, new NotAvailable(CauseKind.NoSuchPeriod, history.Calendar.Period.ToString()));
        else if (input.Fact is { IsAsOfRecord: true } known)
            FillDated(dated.Of(known), period, column);
        else if (input.Fact is { Role: FactRole.Attribute } attribute)
            FillAttribute(slot, attribute, period, column);
        else if (input.Kind == InputKind.Presence)
            FillPresence(history.At(period), (Column<bool>)column);
        else if (input.Kind == InputKind.HasBegun)
            FillBegun(history.At(period), (Column<bool>)column);
        else if (history.Calendar.At(period).PeriodsOf(input.Window) is not { } periods)
            FillWithout(
                column, new NotAvailable(CauseKind.AcrossPeriods, period.ToString(), input.Window == TimeWindow.Year ? "ytd" : "qtd"));
        else if (input.Kind == InputKind.WindowStart)
            FillStarts(periods, (Column<bool>)column);
        else if (input.Fact?.Role == FactRole.Opening)
            FillOpening(slot, input.Fact, period, (Column<decimal>)column);
        else if (input.Kind == InputKind.PeriodCount)
            FillCounts(input, periods, (Column<decimal>)column);
        else if (input.Target is not null)
            FillTargets(slot, periods, (Column<decimal>)column);
        else
            FillNumbers(slot, periods, (Column<decimal>)column);
    }

    private void FillWithout(Column column, NotAvailable cause)
    {
        for (var row = 0; row < _rows; row++)
            column.SetCause(row, cause, _rows);
    }

    private void FillPresence(PeriodFacts facts, Column<bool> column)
    {
        for (var row = 0; row < _rows; row++)
        {
            column[row] = true;
            if (!facts.Has(row))
                column.SetCause(row, facts.NoFacts, _rows);
        }
    }

    private void FillBegun(PeriodFacts facts, Column<bool> column)
    {
        for (var row = 0; row < _rows; row++)
            column[row] = facts.EndDay >= history.FirstDayOf(row);
    }

    private void FillNumbers(InputSlot slot, IReadOnlyList<Period> periods, Column<decimal> column)
    {
        var reader = new MeasureReader(slot, history, periods, _check, missingIsZero);
        for (var row = 0; row < _rows; row++)
        {
            var cause = reader.TryRead(row, out var value);
            column[row] = value;
            if (cause is not null)
                column.SetCause(row, cause, _rows);
        }
    }

    private void FillTargets(InputSlot slot, IReadOnlyList<Period> periods, Column<decimal> column)
    {
        var reader = new TargetReader(slot, sheet, history, periods, targets);
        for (var row = 0; row < _rows; row++)
        {
            var cause = reader.TryRead(row, out var value);
            column[row] = value;
            if (cause is not null)
                column.SetCause(row, cause, _rows);
        }
    }

    /// <summary>Whether the window has no period but the last that counts.</summary>
    private void FillStarts(IReadOnlyList<Period> periods, Column<bool> column)
    {
        var before = periods.Count > 1 ? history.At(periods[periods.Count - 2]).EndDay : int.MinValue;
        for (var row = 0; row < _rows; row++)
            column[row] = before < history.FirstDayOf(row);
    }

    /// <summary>As given, else as carried from the period before, else 0 in the subject's first period.</summary>
    private void FillOpening(InputSlot slot, FactDefinition fact, Period period, Column<decimal> column)
    {
        var reader = new MeasureReader(slot, history, [period], _check, missingIsZero: false);
        var facts = history.At(period);
        var unknown = new NotAvailable(CauseKind.NoOpening, fact.Name);
        for (var row = 0; row < _rows; row++)
        {
            var cause = reader.TryRead(row, out var value);
            if (cause is not null && !facts.WasGiven(row, fact))
            {
                var carried = debts?.Opening(fact.Name, history.Subjects[row], period);
                cause = carried is not null || facts.StartDay <= history.FirstDayOf(row) ? null : unknown;
                value = carried ?? 0;
            }

            column[row] = value;
            if (cause is not null)
                column.SetCause(row, cause, _rows);
        }
    }

    /// <summary>The policy's periods in the window from a subject's first on, facts or not.</summary>
    private void FillCounts(Input input, IReadOnlyList<Period> periods, Column<decimal> column)
    {
        var window = periods.Select(history.At).ToArray();
        var incomplete = input.Window == TimeWindow.None ? null : history.IncompleteFor(window);
        var lastDays = periods.SelectMany(history.Calendar.PolicyPeriods)
            .Select(period => period.AnchorDayNumber(history.FiscalYearStart)).ToArray();
        for (var row = 0; row < _rows; row++)
        {
            var begin = Math.Min(history.FirstDayOf(row), window[window.Length - 1].EndDay);
            var before = Array.FindIndex(lastDays, day => day >= begin);
            column[row] = lastDays.Length - Math.Max(0, before);
            if (incomplete is not null)
                column.SetCause(row, incomplete, _rows);
        }
    }

    /// <summary>As known on the last day of the period.</summary>
    private void FillDated(DatedAttribute attribute, Period period, Column column)
    {
        var last = period.LastDayNumber(history.FiscalYearStart);
        for (var row = 0; row < _rows; row++)
        {
            if (attribute.TryFind(history.Subjects[row], last, out var value) is not { } cause)
                column.Write(row, value);
            else
                column.SetCause(row, period == history.Calendar.Period ? cause : cause with { Period = period }, _rows);
        }
    }

    /// <summary>The nearest value up to the period, of the type it should have.</summary>
    private void FillAttribute(InputSlot slot, FactDefinition fact, Period period, Column column)
    {
        var sources = history.TablesUpTo(period).Where(table => table.Has(fact.Name)).ToArray();
        var current = history.At(period);
        var isCurrent = period == history.Calendar.Period;
        var (missing, unusable) = isCurrent
            ? (slot.Missing, slot.Unusable)
            : (slot.Missing with { Period = period }, slot.Unusable with { Period = period });
        for (var row = 0; row < _rows; row++)
        {
            var subject = history.Subjects[row];
            FactValue given = default;
            RowOrigin origin = default;
            for (var i = 0; i < sources.Length && given.Kind is null; i++)
            {
                var sourceRow = sources[i].RowOf(subject);
                given = sources[i].ValueOf(sourceRow, fact);
                if (given.Kind is not null && !_check.IsOfKind(subject, period, fact, given))
                    given = default;
                origin = sourceRow < 0 ? default : sources[i].OriginOf(sourceRow);
            }

            if (given.Kind is null && !current.WasGiven(row, fact))
                given = fact.Default;
            else if (given.Kind is not null && slot.Input.IsPlain)
                _check.Report(origin, subject, period, fact, given);
            if (given.Kind is null)
                column.SetCause(row, current.WasGiven(row, fact) ? unusable : missing, _rows);
            else if (FactCheck.NotAmongValues(fact, given, isCurrent ? null : period) is { } wrong)
                column.SetCause(row, wrong, _rows);
            else
                column.Write(row, given);
        }
    }
}
