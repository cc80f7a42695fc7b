// Lowering of lines that are worked out for each record.
using System;
using System.Linq;
using KpiRules.Cells;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Incentives;

internal sealed partial class IncentiveLowering
{
    private void LowerEach(JsonString each)
    {
        if (_record is null)
        {
            if (!_sheet.Unread.MayBe(each.Value))
                _sheet.Diagnostics.Add(PolicyFaults.UnknownRecords(
                    each.Place, each.Value, _incentive.Name.Value, () => _sheet.SuggestRecords(each.Value)));
            foreach (var (cell, kind) in new[] { (CellKey.Of(_name), ValueKind.Number), (State, ValueKind.Text) })
                Add(cell, kind, [], 0, isInternal: false, () => null);
            return;
        }

        var (applies, gate) = (
            _incentive.AppliesTo is null ? null : Once(Condition(_incentive.AppliesTo, "appliesTo")),
            _incentive.Gate is null ? null : Once(Condition(_incentive.Gate, "gate")));
        var numbers = new[]
        {
            (_incentive.Amount, "amount"),
            (_incentive.Basis, "basis"),
            (_incentive.Rate, "rate"),
            (_incentive.Multiplier, "multiplier"),
            (_incentive.Min, "min"),
            (_incentive.Max, "max")
        }
            .Select(number => number.Item1 is null ? null : Value(number.Item1, number.Item2)).ToArray();
        var formulas = numbers.Append(applies).Append(gate).OfType<DraftFormula>().ToList();
        var (earned, open, names, nesting) = (
            Part("earned"),
            Part("open"),
            formulas.SelectMany(formula => formula.Names).ToList(),
            formulas.Select(formula => formula.Nesting).DefaultIfEmpty().Max());
        Add(earned, ValueKind.Number, names.Append(Exists).ToList(), nesting, isInternal: true, () =>
        {
            var bound = numbers.Select(number => number?.Bind()).ToArray();
            var (boundApplies, boundGate) = (applies?.Bind(), gate?.Bind());
            if (bound.Where((value, i) => value is null && numbers[i] is not null).Any()
                || (applies is not null && boundApplies is null)
                || (gate is not null && boundGate is null))
                return null;
            var amount = bound[0] ?? (bound[1] is { } basis && bound[2] is { } rate ? Combine(ArithmeticSign.Times, basis, rate) : null);
            if (amount is null || !AllBound(Exists))
                return null;
            if (bound[3] is { } multiplier)
                amount = Combine(ArithmeticSign.Times, amount, multiplier);
            var sum = new EachOperation(
                _origin, _name, RecordInput.Of(_record), boundApplies, boundGate, Within(amount, bound[4], bound[5]));
            return new LineOperation(_origin, _name, Optional(Exists), null, sum);
        });
        if (gate is not null)
        {
            Add(open, ValueKind.Boolean, names, nesting, isInternal: true, () =>
                gate.Bind() is { } boundGate && (applies is null || applies.Bind() is not null)
                    ? new EachOpenOperation(_origin, _name, RecordInput.Of(_record), applies?.Bind(), boundGate)
                    : null);
        }

        LowerEnd(earned, open);
    }

    /// <summary>A formula that two cells are made of: what is wrong with it is reported once.</summary>
    private static DraftFormula? Once(DraftFormula? formula)
    {
        if (formula is null)
            return null;
        var bound = new Lazy<Operation?>(formula.Bind);
        return formula with { Bind = () => bound.Value };
    }
}
