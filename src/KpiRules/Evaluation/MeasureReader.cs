// Reads a measure or a target for one subject after another: in a period, or combined over the periods of a window.
using System;
using System.Collections.Generic;
using System.Linq;
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

    private delegate NotAvailable? Reader(PeriodFacts facts, int row, out decimal value);

    private bool IsWindow => _slot.Input.Window != TimeWindow.None;

    /// <summary>The value, or why there is none.</summary>
    public NotAvailable? TryRead(int row, out decimal value)
    {
        try
        {
            return IsWindow ? OverWindow(row, out value) : InPeriod(_window[0], row, out value);
        }
        catch (OverflowException)
        {
            value = 0;
            return _overflow;
        }
    }

    /// <summary>Periods before the subject's first do not count; a hole after it leaves nothing to say.</summary>
    private NotAvailable? OverWindow(int row, out decimal value)
    {
        value = 0;
        return _incomplete ?? Combined(_window, row, InPeriod, out value);
    }

    /// <summary>As given for the period, else made of its parts.</summary>
    private NotAvailable? InPeriod(PeriodFacts facts, int row, out decimal value)
    {
        if (facts.Parts.Count > 0 && !facts.WasGiven(row, _fact) && facts.PartsFor(row, _fact) is { } parts)
            return FromParts(parts, row, out value);
        return Own(facts, row, out value);
    }

    /// <summary>A measure from the parts that have begun; a target from all, for it is one for the whole period.</summary>
    private NotAvailable? FromParts(IReadOnlyList<PeriodFacts> parts, int row, out decimal value)
    {
        value = 0;
        var counted = parts.Where(part => _fact.Role == FactRole.Target || _history.Calendar.HasBegun(part.Period)).ToArray();
        if (counted.Length == 0)
            return _slot.Missing;
        return _history.IncompleteFor(counted) ?? Combined(counted, row, Own, out value);
    }

    private NotAvailable? Combined(PeriodFacts[] periods, int row, Reader read, out decimal value)
    {
        value = 0;
        if (_slot.Input.Combine is not { } combine)
            return _notCombined;
        var (begin, last) = (_history.FirstDayOf(row), periods.Length - 1);
        if (periods[last].LastDay < begin)
            return periods[last].NoFacts;
        var combined = new CombinedValue(combine);
        for (var i = combine == Combine.Last ? last : 0; i <= last; i++)
        {
            if (periods[i].LastDay < begin)
                continue;
            if (read(periods[i], row, out var one) is { } missing)
                return missing;
            combined.Add(one);
        }

        value = combined.Value;
        return null;
    }

    private NotAvailable? Own(PeriodFacts facts, int row, out decimal value)
    {
        var (own, isCurrent) = (facts.RowOf(row), facts.Period == _history.Calendar.Period);
        var given = own < 0 ? default : facts.Table.ValueOf(own, _fact);
        if (given.Kind is not null && !_check.IsOfKind(_history.Subjects[row], facts.Period, _fact, given))
            given = default;
        else if (given.Kind is not null && _slot.Input.IsPlain)
            _check.Bounds(facts.Table.OriginOf(own), _history.Subjects[row], facts.Period, _fact, given);
        if (given.Kind is null && (isCurrent || facts.Has(row)))
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
