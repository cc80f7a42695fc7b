// Lowers an incentive into its cells: what it applies to, gate, amount, what is done to it, state.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Cells;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Functions;
using KpiRules.Kernel;
using KpiRules.Rulesets;
using KpiRules.Sections.Schedules;
using KpiRules.Source;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Incentives;

/// <summary>Section 10 of the ruleset format: appliesTo → gate → amount × multiplier → min, max → draw → rounding.</summary>
internal sealed partial class IncentiveLowering
{
    private readonly SheetBuilder _sheet;
    private readonly IncentiveDefinition _incentive;
    private readonly RoundingRule _rounding;
    private readonly Origin _origin;
    private readonly string _name;
    private readonly RecordDefinition? _record;

    private readonly PeriodKind _period;
    private readonly bool _needsFacts;

    /// <param name="period">How long the ruleset's own periods are.</param>
    /// <param name="needsFacts">Whether somebody may have a result in a period without facts: no line exists for whoever has none.</param>
    public IncentiveLowering(
        SheetBuilder sheet, IncentiveDefinition incentive, RoundingRule rounding, PeriodKind period, bool needsFacts)
    {
        (_sheet, _incentive, _rounding, _period, _needsFacts) = (sheet, incentive, rounding, period, needsFacts);
        _origin = new FormulaText(incentive.Name, new Term("owner.kpi", incentive.Name.Value)).Whole;
        _name = SheetBuilder.OwnerOf(incentive.Name, incentive.IsIdTaken);
        _record = incentive.Each is null ? null : sheet.RecordsOf(incentive.Each.Value);
    }

    public CellKey State => CellKey.Of(_name, "state");

    /// <summary>Called by what decides it.</summary>
    private CellKey Exists => Part(_incentive.Every is null && AppliesTo is null ? "present" : "exists");

    /// <summary>To whom it applies; null where that is to all, or asked of each record.</summary>
    private JsonString? AppliesTo => _incentive.Each is null ? _incentive.AppliesTo : null;

    private CellKey Gate => CellKey.Of(_name, "gate");

    public void Lower()
    {
        LowerExistence();
        if (_incentive.Pool is { } pool)
            LowerPool(pool);
        else if (_incentive.Each is { } each)
            LowerEach(each);
        else
            LowerLine();
    }

    /// <summary>A cell of the line that nobody can name.</summary>
    private CellKey Part(string part) => CellKey.Hidden(_name, part);

    private void LowerExistence()
    {
        if (_incentive.Every is null && AppliesTo is null && !_needsFacts)
            return;
        var applies = AppliesTo is null ? null : Condition(AppliesTo, "appliesTo");
        Add(Exists, ValueKind.Boolean, applies?.Names ?? [], applies?.Nesting ?? 0, isInternal: true, () =>
        {
            var bound = applies?.Bind();
            if (applies is not null && bound is null)
                return null;
            var isLast = _incentive.Every is { } span ? new Compose(_origin).Calendar(EndOf(span), Lag.None) : null;
            var exists = isLast is null ? bound : bound is null ? isLast : new LogicOperation(_origin, true, [isLast, bound]);
            return _needsFacts ? WithFacts(exists) : exists;
        });
    }

    /// <summary>False, and not unknown, for whoever has no facts in the period.</summary>
    private Operation WithFacts(Operation? exists)
    {
        var hasFacts = new AvailableOperation(_origin, PushDown.Presence(_origin, Lag.None));
        return exists is null ? hasFacts : new LogicOperation(exists.Origin, true, [hasFacts, exists]);
    }

    private static CalendarFact EndOf(PeriodKind span) => span switch
    {
        PeriodKind.Quarter => CalendarFact.EndsQuarter,
        PeriodKind.HalfYear => CalendarFact.EndsHalfYear,
        PeriodKind.Year => CalendarFact.EndsYear,
        PeriodKind.Day or PeriodKind.Week or PeriodKind.Month =>
            throw new ArgumentOutOfRangeException(nameof(span), span, "No line is paid once in such a span."),
    };

    private void LowerLine()
    {
        if (_incentive.Gate is { } gate)
        {
            // a gate with a fault is there all the same, so that nobody who names it is told that it is not
            var condition = Condition(gate, "gate");
            Add(
                Gate, ValueKind.Boolean, (condition?.Names ?? []).Append(Exists).ToList(), condition?.Nesting ?? 0, isInternal: false,
                () => WhereItExists(condition?.Bind()));
        }

        var last = LowerAmount();
        last = Limited(Multiplied(last));
        var earned = Part("earned");
        Add(earned, ValueKind.Number, [last, Exists, Gate], 0, isInternal: true, () =>
            AllBound(last, Exists, Gate) ? new LineOperation(_origin, _name, Optional(Exists), Optional(Gate), Reference(last)) : null);
        LowerEnd(_incentive.Draw is { } draw ? LowerDraw(draw, earned) : earned, Gate);
    }

    /// <summary>The amount, or basis × rate.</summary>
    private string LowerAmount()
    {
        var amount = Part("amount");
        if (_incentive.Amount is not null || _incentive.Basis is null || _incentive.Rate is null)
        {
            AddNumber(amount, _incentive.Amount, "amount", isInternal: true);
            return amount;
        }

        var (basis, rate) = (CellKey.Of(_name, "basis"), CellKey.Of(_name, "rate"));
        AddNumber(basis, _incentive.Basis, "basis", isInternal: false);
        AddNumber(rate, _incentive.Rate, "rate", isInternal: false);
        Add(amount, ValueKind.Number, [basis, rate], 0, isInternal: true, () =>
            AllBound(basis, rate) ? Combine(ArithmeticSign.Times, Reference(basis), Reference(rate)) : null);
        return amount;
    }

    private string Multiplied(string amount)
    {
        if (_incentive.Multiplier is null)
            return amount;
        var (multiplier, multiplied) = (Part("multiplier"), Part("multiplied"));
        AddNumber(multiplier, _incentive.Multiplier, "multiplier", isInternal: true);
        Add(multiplied, ValueKind.Number, [amount, multiplier], 0, isInternal: true, () =>
            AllBound(amount, multiplier) ? Combine(ArithmeticSign.Times, Reference(amount), Reference(multiplier)) : null);
        return multiplied;
    }

    private string Limited(string amount)
    {
        if (_incentive.Min is null && _incentive.Max is null)
            return amount;
        var (min, max, limited) = (Part("min"), Part("max"), Part("limited"));
        if (_incentive.Min is not null)
            AddNumber(min, _incentive.Min, "min", isInternal: true);
        if (_incentive.Max is not null)
            AddNumber(max, _incentive.Max, "max", isInternal: true);
        Add(limited, ValueKind.Number, [amount, min, max], 0, isInternal: true, () =>
            AllBound(amount, min, max) ? Within(Reference(amount), Optional(min), Optional(max)) : null);
        return limited;
    }

    /// <summary>The one rounding, and the state.</summary>
    private void LowerEnd(string last, string open)
    {
        Add(
            CellKey.Of(_name),
            ValueKind.Number,
            [last],
            0,
            isInternal: false,
            () => AllBound(last) ? new RoundOperation(_origin, OfThePeriod(Reference(last) with { Unit = Unit.Money }), _rounding) : null);
        var due = ReleaseCells.Due(_name);
        AddState(_incentive.Release is null ? State : LineStateOperation.OwnOf(_name), null);
        if (_incentive.Release is not { } release)
            return;
        LowerRelease(release, LineStateOperation.OwnOf(_name));
        AddState(State, due);

        void AddState(CellKey key, CellKey? released) =>
            Add(key, ValueKind.Text, released is null ? [_name, Exists, open] : [_name, Exists, open, released], 0, key.IsHidden, () =>
                AllBound(_name, Exists, open) && (released is null || AllBound(released))
                    ? new LineStateOperation(
                        _origin, Optional(Exists), Optional(open), Reference(_name), released is null ? null : Reference(released))
                    : null);
    }

    /// <summary>Whoever has no facts has no line because of that, and not because it does not apply.</summary>
    private Operation OfThePeriod(Operation amount) =>
        _needsFacts ? new GuardOperation(_origin, PushDown.Presence(_origin, Lag.None), amount) : amount;

    private Operation Within(Operation amount, Operation? min, Operation? max)
    {
        if (min is not null)
            amount = Call(ExtremeFunctions.Max, amount, min);
        return max is null ? amount : Call(ExtremeFunctions.Min, amount, max);
    }

    private void AddNumber(CellKey key, NumberDefinition? number, string role, bool isInternal)
    {
        var formula = number is null ? null : Value(number, role);
        Add(
            key, ValueKind.Number, (formula?.Names ?? []).Append(Exists).ToList(), formula?.Nesting ?? 0, isInternal,
            () => WhereItExists(formula?.Bind()), number?.Json.Place);
    }

    /// <summary>A line that is not there has no parts either.</summary>
    private Operation? WhereItExists(Operation? inner) =>
        inner is null || !_sheet.Has(Exists) || !_sheet.IsBound(Exists)
            ? inner
            : new ApplicableOperation(inner.Origin, _name, Reference(Exists), inner, UnknownIsTrue: true);

    private DraftFormula? Value(NumberDefinition number, string role) =>
        Lines(_sheet.Number(number, Owner(role), _name, null, _record, forIncentive: true));

    private DraftFormula? Condition(JsonString json, string role) => Formula(json, role, ValueKind.Boolean);

    private DraftFormula? Formula(JsonString json, string role, ValueKind kind) =>
        Lines(_sheet.Formula(json, Owner(role), kind, _record, forIncentive: true));

    /// <summary>
    /// Whoever names a line needs its state too, by what it earns: a line that is not there counts as 0. What it releases may depend on
    /// whoever names it.
    /// </summary>
    private DraftFormula? Lines(DraftFormula? formula) => formula is null ? null
        : formula with
        {
            Names =
                formula.Names.SelectMany(name => _sheet.IsLine(name) ? [name, _sheet.StateOf(name)] : new[] { name }).ToList()
        };

    private void Add(
        CellKey key, ValueKind kind, IReadOnlyList<string> names, int nesting, bool isInternal, Func<Operation?> bind,
        SourcePlace? place = null) =>
        _sheet.Add(new CellDraft(key, kind, place ?? _incentive.Name.Place, new DraftFormula(names, nesting, bind), isInternal)
        {
            Texts = kind == ValueKind.Text ? [.. EnumText<LineState>.All] : null
        });

    /// <summary>False where a cell this one is made of has a fault, which has been reported.</summary>
    private bool AllBound(params string[] names) => _sheet.AreBound(names);

    private CellOperation? Optional(string cell) => _sheet.Has(cell) ? Reference(cell) : null;

    private CellOperation Reference(string cell) => _sheet.Reference(_origin, cell);

    private ArithmeticOperation Combine(ArithmeticSign sign, Operation left, Operation right) =>
        new(_origin, left, sign, right, Unit.Money);

    private ChoiceOperation Choice(Operation condition, Operation then, Operation otherwise) =>
        new(_origin, condition, then, otherwise, Unit.Money);

    private CallOperation Call(RowFunction function, Operation left, Operation right) =>
        new(_origin, function, [left, right], ValueKind.Number, Unit.Money);

    private ConstantOperation Number(decimal value) => new(_origin, value, Unit.Plain);

    private Term Owner(string role) => new("owner." + role, _incentive.Name.Value);
}
