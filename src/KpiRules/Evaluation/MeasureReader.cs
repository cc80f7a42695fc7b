// Reads a measure or a target for one subject after another: in a period, or combined over the periods of a window.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Evaluation.Frames;
using KpiRules.Evaluation.Numbers;
using KpiRules.Facts;

namespace KpiRules.Evaluation;

internal sealed class MeasureReader
{
    private readonly InputSlot _slot;
    private readonly FactDefinition _fact;
    private readonly FactHistory _history;
    private readonly FactCheck _check;
    private readonly FactValue _standIn;
    private readonly PeriodFacts[] _window;
    private readonly Dictionary<Period, NotAvailable> _missing = [];
    private readonly NotAvailable? _incomplete;
    private readonly NotAvailable _notCombined;
    private readonly NotAvailable _overflow;

    public MeasureReader(InputSlot slot, FactHistory history, IReadOnlyList<Period> periods, FactCheck check, bool missingIsZero)
    {
        (_slot, _fact, _history, _check) = (slot, slot.Input.Fact!, history, check);
        _standIn = FactCheck.StandIn(_fact, missingIsZero);
        _window = periods.Select(history.At).ToArray();
        _incomplete = IsWindow ? history.IncompleteFor(_window) : null;
        _notCombined = new NotAvailable(CauseKind.NotCombined, _fact.Name);
        _overflow = new NotAvailable(CauseKind.Overflow, _fact.Name);
    }

    private bool IsWindow => _slot.Input.Window != TimeWindow.None;

    /// <summary>Called with every value that is combined, and its period; null where nobody asks.</summary>
    public Action<Period, decimal>? OnValue { get; init; }

    /// <summary>The value, or why there is none.</summary>
    public NotAvailable? TryRead(int row, out decimal value)
    {
        value = 0;
        try
        {
            return _incomplete ?? (IsWindow ? Together(_window, row, out value) : InPeriod(_window[0], row, out value));
        }
        catch (OverflowException)
        {
            return _overflow;
        }
    }

    private NotAvailable? InPeriod(PeriodFacts facts, int row, out decimal value) =>
        PartsOf(facts, row) is { } parts ? Together(parts, row, out value) : Own(facts, row, out value);

    private NotAvailable? Together(IReadOnlyList<PeriodFacts> periods, int row, out decimal value)
    {
        value = 0;
        if (_slot.Input.Combine is not { } combine)
            return _notCombined;
        var combined = new CombinedValue(combine);
        if (Add(periods, row, ref combined) is { } cause)
            return cause;
        value = combined.Value;
        return null;
    }

    /// <summary>
    /// Adds what every period gives. Those before the subject's first do not count; one without facts leaves nothing to say.
    /// </summary>
    private NotAvailable? Add(IReadOnlyList<PeriodFacts> periods, int row, ref CombinedValue combined)
    {
        var (begin, last, isLast) = (_history.FirstDayOf(row), periods.Count - 1, _slot.Input.Combine == Combine.Last);
        if (periods[last].EndDay < begin)
            return periods[last].NoFacts;
        if (!isLast && _history.IncompleteFor(periods) is { } incomplete)
            return incomplete;
        for (var i = isLast ? last : 0; i <= last; i++)
        {
            if (periods[i].EndDay < begin)
                continue;
            if (PartsOf(periods[i], row) is { } parts)
            {
                if (Add(parts, row, ref combined) is { } inside)
                    return inside;
                continue;
            }

            if (Own(periods[i], row, out var value) is { } missing)
                return missing;
            OnValue?.Invoke(periods[i].Period, value);
            combined.Add(value);
        }

        return null;
    }

    /// <summary>
    /// What a period is made of for this fact, where it is not given for the period itself; null for nothing. Of a measure
    /// the parts that have begun; of a target all, for it is one for the whole period.
    /// </summary>
    private IReadOnlyList<PeriodFacts>? PartsOf(PeriodFacts facts, int row)
    {
        if (facts.Parts.Count == 0 || facts.WasGiven(row, _fact) || facts.PartsFor(row, _fact) is not { } parts)
            return null;
        var counted = _slot.Input.IsWhole ? parts : parts.Where(part => _history.Calendar.HasBegun(part.Period)).ToArray();
        return counted.Count == 0 ? null : counted;
    }

    private NotAvailable? Own(PeriodFacts facts, int row, out decimal value)
    {
        var (own, isCurrent) = (facts.RowOf(row), facts.Period == _history.Calendar.Period && !IsWindow && _history.IsCurrent(row));
        var given = own < 0 ? default : facts.Table.ValueOf(own, _fact);
        if (given.Kind is not null && !_check.IsOfKind(_history.Subjects[row], facts.Period, _fact, given))
            given = default;
        else if (given.Kind is not null)
            _check.Report(facts.Table.OriginOf(own), _history.Subjects[row], facts.Period, _fact, given);
        if (given.Kind is null && !facts.WasGiven(row, _fact) && (isCurrent || facts.Has(row)))
            given = _standIn;
        value = given.Number ?? 0;
        if (given.Kind is not null)
            return null;
        if (isCurrent)
            return facts.WasGiven(row, _fact) ? _slot.Unusable : _slot.Missing;
        return facts.Has(row) ? MissingIn(facts, facts.WasGiven(row, _fact)) : facts.NoFacts;
    }

    private NotAvailable MissingIn(PeriodFacts facts, bool wasGiven)
    {
        if (wasGiven)
            return _slot.Unusable with { Period = facts.Period };
        if (!_missing.TryGetValue(facts.Period, out var missing))
            _missing.Add(facts.Period, missing = _slot.Missing with { Period = facts.Period });
        return missing;
    }
}
