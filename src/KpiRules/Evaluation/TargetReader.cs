// Reads a target for one subject after another: that of each period of a stretch, worked out in its own, combined.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Evaluation.Frames;
using KpiRules.Evaluation.Numbers;
using KpiRules.Facts;

namespace KpiRules.Evaluation;

internal sealed class TargetReader
{
    private readonly FactHistory _history;
    private readonly PeriodTargets _targets;
    private readonly Combine _combine;
    private readonly CellProgram _program;
    private readonly TargetFacts _facts;
    private readonly PeriodFacts[] _window;
    private readonly Dictionary<Period, Column> _columns = [];
    private readonly NotAvailable? _incomplete;
    private readonly NotAvailable _overflow;

    public TargetReader(InputSlot slot, SheetProgram sheet, FactHistory history, IReadOnlyList<Period> periods, PeriodTargets targets)
    {
        (_history, _targets, _combine) = (history, targets, slot.Input.Combine!.Value);
        _program = sheet.ProgramOf(slot.Input.Target!.Cell)!;
        _facts = new TargetFacts(sheet.Needs.FactsOf(_program.Slot), history);
        _window = periods.Select(history.At).ToArray();
        _incomplete = slot.Input.Window == TimeWindow.None ? null : history.IncompleteFor(_window);
        _overflow = new NotAvailable(CauseKind.Overflow, slot.Input.Target.Name);
    }

    /// <summary>Called with every target that is combined, and its period; null where nobody asks.</summary>
    public Action<Period, decimal>? OnValue { get; init; }

    /// <summary>The targets combined, or why there is nothing to combine.</summary>
    public NotAvailable? TryRead(int row, out decimal value)
    {
        value = 0;
        if (_incomplete is not null)
            return _incomplete;
        try
        {
            var combined = new CombinedValue(_combine);
            if (Add(_window, row, ref combined) is { } cause)
                return cause;
            value = combined.Value;
            return null;
        }
        catch (OverflowException)
        {
            return _overflow;
        }
    }

    /// <summary>
    /// Adds the target of every period from the subject's first on, facts or not; one that is not available leaves nothing to say.
    /// </summary>
    private NotAvailable? Add(IReadOnlyList<PeriodFacts> periods, int row, ref CombinedValue combined)
    {
        var (begin, last) = (_history.FirstDayOf(row), periods.Count - 1);
        if (periods[last].EndDay < begin)
            return periods[last].NoFacts;
        for (var i = _combine == Combine.Last ? last : 0; i <= last; i++)
        {
            if (periods[i].EndDay < begin)
                continue;
            var parts = PartsOf(periods[i], row);
            var cause = parts is null ? AddOwn(periods[i].Period, row, ref combined) : AddParts(parts, row, ref combined);
            if (cause is not null)
                return cause;
        }

        return null;
    }

    private NotAvailable? AddParts(IReadOnlyList<PeriodFacts> parts, int row, ref CombinedValue combined)
    {
        var needsAll = _combine != Combine.Last && _facts.LooksAtHistory;
        return needsAll && _history.IncompleteFor(parts) is { } incomplete ? incomplete : Add(parts, row, ref combined);
    }

    private NotAvailable? AddOwn(Period period, int row, ref CombinedValue combined)
    {
        if (!_columns.TryGetValue(period, out var column))
            _columns.Add(period, column = _targets.ColumnOf(_program, period));
        if (!column.IsAvailable(row))
            return _targets.CauseOf(_program, period, row);
        var value = ((Column<decimal>)column)[row];
        OnValue?.Invoke(period, value);
        combined.Add(value);
        return null;
    }

    /// <summary>What a period longer than the policy's is made of for this target; null where the period has its own.</summary>
    private IReadOnlyList<PeriodFacts>? PartsOf(PeriodFacts facts, int row) =>
        _history.Calendar.IsLongerThanThePolicys(facts.Period) ? _facts.PartsOf(facts, row) : null;
}
