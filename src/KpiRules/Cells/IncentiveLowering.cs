// Lowers an incentive into its cells: what it applies to, gate, amount, what is done to it, state.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Formulas;
using KpiRules.Rulesets;
using KpiRules.Source;
using KpiRules.Source.Json;

namespace KpiRules.Cells;

/// <summary>Section 10 of the ruleset format: appliesTo → gate → amount × multiplier → min, max → draw → rounding.</summary>
internal sealed class IncentiveLowering
{
    private readonly SheetBuilder _sheet;
    private readonly IncentiveDefinition _incentive;
    private readonly RoundingRule _rounding;
    private readonly Origin _origin;
    private readonly string _name;
    private readonly RecordDefinition? _record;

    public IncentiveLowering(SheetBuilder sheet, IncentiveDefinition incentive, RoundingRule rounding)
    {
        (_sheet, _incentive, _rounding) = (sheet, incentive, rounding);
        _origin = new FormulaText(incentive.Name, new Term("owner.kpi", incentive.Name.Value)).Whole;
        _name = incentive.IsIdTaken ? $"{incentive.Name.Value}\0{incentive.Name.Place.Span.Start}" : incentive.Name.Value;
        _record = incentive.Each is null ? null : sheet.RecordsOf(incentive.Each.Value);
    }

    public string State => _name + ".state";

    private string Exists => Part("exists");

    private string Gate => _name + ".gate";

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
    private string Part(string part) => $"{_name}:{part}";

    private void LowerExistence()
    {
        if (_incentive.Every is null && (_incentive.AppliesTo is null || _incentive.Each is not null))
            return;
        var applies = _incentive.AppliesTo is null || _incentive.Each is not null ? null : Condition(_incentive.AppliesTo, "appliesTo");
        Add(Exists, ValueKind.Boolean, applies?.Names ?? [], applies?.Nesting ?? 0, isInternal: true, () =>
        {
            var bound = applies?.Bind();
            if (applies is not null && bound is null)
                return null;
            if (_incentive.Every is not { } span)
                return bound;
            var isLast = new LastOfExpression(_origin, span, Lag.None);
            return bound is null ? isLast : new ChainExpression(_origin, ChainKind.And, [isLast, bound], [TokenKind.And], ValueKind.Boolean, null);
        });
    }

    private void LowerLine()
    {
        if (_incentive.Gate is { } gate && Condition(gate, "gate") is { } condition)
            Add(Gate, ValueKind.Boolean, condition.Names.Append(Exists).ToList(), condition.Nesting, isInternal: false, () => WhereItExists(condition.Bind()));
        var last = LowerAmount();
        last = Limited(Multiplied(last));
        var earned = Part("earned");
        Add(earned, ValueKind.Number, [last, Exists, Gate], 0, isInternal: true, () =>
            AllBound(last, Exists, Gate) ? new LineExpression(_origin, _name, Optional(Exists), Optional(Gate), Reference(last)) : null);
        LowerEnd(_incentive.Draw is { } draw ? LowerDraw(draw, earned) : earned, Optional, Gate);
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

        var (basis, rate) = (_name + ".basis", _name + ".rate");
        AddNumber(basis, _incentive.Basis, "basis", isInternal: false);
        AddNumber(rate, _incentive.Rate, "rate", isInternal: false);
        Add(amount, ValueKind.Number, [basis, rate], 0, isInternal: true, () =>
            AllBound(basis, rate) ? Chain(ChainKind.Product, TokenKind.Times, Reference(basis), Reference(rate)) : null);
        return amount;
    }

    private string Multiplied(string amount)
    {
        if (_incentive.Multiplier is null)
            return amount;
        var (multiplier, multiplied) = (Part("multiplier"), Part("multiplied"));
        AddNumber(multiplier, _incentive.Multiplier, "multiplier", isInternal: true);
        Add(multiplied, ValueKind.Number, [amount, multiplier], 0, isInternal: true, () =>
            AllBound(amount, multiplier) ? Chain(ChainKind.Product, TokenKind.Times, Reference(amount), Reference(multiplier)) : null);
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

    /// <summary>A recoverable draw's debt grows by what is advanced, and is taken from what is earned above the draw.</summary>
    private string LowerDraw(DrawDefinition draw, string earned)
    {
        var (amount, paid) = (Part("draw"), Part("drawn"));
        AddNumber(amount, draw.Amount, "draw", isInternal: true);
        if (!draw.IsRecoverable)
        {
            Add(paid, ValueKind.Number, [earned, amount], 0, isInternal: true, () => AllBound(earned, amount) ? Call(Function.Max, Reference(earned), Reference(amount)) : null);
            return paid;
        }

        var (opening, recovered, closing) = (_name + ".opening", _name + ".recovered", _name + ".closing");
        var fact = new FactDefinition(opening, FactRole.Opening, ValueKind.Number, Units.Money);
        _sheet.AddTarget(fact);
        Add(opening, ValueKind.Number, [], 0, isInternal: false, () => new InputExpression(_origin, fact));
        Add(recovered, ValueKind.Number, [earned, amount, opening, Exists], 0, isInternal: false, () => !AllBound(earned, amount, opening, Exists) ? null : WhereItExists(
            new RequiringExpression(_origin, Reference(opening), Choice(IsAdvanced(), Number(0), Call(Function.Min, Reference(opening), Chain(ChainKind.Sum, TokenKind.Minus, Reference(earned), Reference(amount))))), Number(0)));
        // a debt that nobody knows holds the line, whether anything would be taken from it or not
        Add(paid, ValueKind.Number, [earned, amount, recovered], 0, isInternal: true, () => !AllBound(earned, amount, recovered) ? null
            : new RequiringExpression(_origin, Reference(recovered), Choice(IsAdvanced(), Reference(amount), Chain(ChainKind.Sum, TokenKind.Minus, Reference(earned), Reference(recovered)))));
        Add(closing, ValueKind.Number, [earned, amount, opening, recovered, Exists], 0, isInternal: false, () => !AllBound(earned, amount, opening, recovered, Exists) ? null : WhereItExists(
            Choice(
                IsAdvanced(),
                Chain(ChainKind.Sum, TokenKind.Plus, Reference(opening), Chain(ChainKind.Sum, TokenKind.Minus, Reference(amount), Reference(earned))),
                Chain(ChainKind.Sum, TokenKind.Minus, Reference(opening), Reference(recovered))),
            Reference(opening)));
        _sheet.AddDebt(new DebtDefinition(_name, opening, closing));
        return paid;

        ComparisonExpression IsAdvanced() => new(_origin, TokenKind.Less, Reference(earned), Reference(amount));

        Expression WhereItExists(Expression inner, Expression otherwise) => _sheet.Has(Exists) ? Choice(Reference(Exists), inner, otherwise) : inner;
    }

    private void LowerEach(JsonString each)
    {
        if (_record is null)
        {
            _sheet.Diagnostics.Add(PolicyFaults.UnknownRecords(each.Place, each.Value, _incentive.Name.Value, () => _sheet.SuggestRecords(each.Value)));
            return;
        }

        var (applies, gate) = (_incentive.AppliesTo is null ? null : Condition(_incentive.AppliesTo, "appliesTo"), _incentive.Gate is null ? null : Condition(_incentive.Gate, "gate"));
        var numbers = new[] { (_incentive.Amount, "amount"), (_incentive.Basis, "basis"), (_incentive.Rate, "rate"), (_incentive.Multiplier, "multiplier"), (_incentive.Min, "min"), (_incentive.Max, "max") }
            .Select(number => number.Item1 is null ? null : Value(number.Item1, number.Item2)).ToArray();
        var formulas = numbers.Append(applies).Append(gate).OfType<DraftFormula>().ToList();
        var (earned, open, names, nesting) = (Part("earned"), Part("open"), formulas.SelectMany(formula => formula.Names).ToList(), formulas.Select(formula => formula.Nesting).DefaultIfEmpty().Max());
        Add(earned, ValueKind.Number, names.Append(Exists).ToList(), nesting, isInternal: true, () =>
        {
            var bound = numbers.Select(number => number?.Bind()).ToArray();
            var (boundApplies, boundGate) = (applies?.Bind(), gate?.Bind());
            if (bound.Where((value, i) => value is null && numbers[i] is not null).Any() || (applies is not null && boundApplies is null) || (gate is not null && boundGate is null))
                return null;
            var amount = bound[0] ?? (bound[1] is { } basis && bound[2] is { } rate ? Chain(ChainKind.Product, TokenKind.Times, basis, rate) : null);
            if (amount is null || !AllBound(Exists))
                return null;
            if (bound[3] is { } multiplier)
                amount = Chain(ChainKind.Product, TokenKind.Times, amount, multiplier);
            var sum = new EachExpression(_origin, _name, RecordInput.Of(_record), boundApplies, boundGate, Within(amount, bound[4], bound[5]));
            return new LineExpression(_origin, _name, Optional(Exists), null, sum);
        });
        if (gate is not null)
        {
            Add(open, ValueKind.Boolean, names, nesting, isInternal: true, () => gate.Bind() is { } boundGate && (applies is null || applies.Bind() is not null)
                ? new EachOpenExpression(_origin, _name, RecordInput.Of(_record), applies?.Bind(), boundGate)
                : null);
        }

        LowerEnd(earned, Optional, open);
    }

    private void LowerPool(PoolDefinition pool)
    {
        var key = pool.Among is null ? null : _sheet.AttributeOf(pool.Among.Value);
        if (pool.Among is { } among && key is null)
            _sheet.Diagnostics.Add(PolicyFaults.NoSuchGroup(among.Place, among.Value, _incentive.Name.Value, () => _sheet.SuggestAttribute(among.Value)));
        var (amount, share, when, part) = (Part("amount"), Part("share"), Part("when"), Part("part"));
        AddNumber(amount, pool.Amount, "pool", isInternal: true);
        if (pool.Share is not null && Formula(pool.Share, "share", ValueKind.Number) is { } shares)
            Add(share, ValueKind.Number, shares.Names, shares.Nesting, isInternal: true, shares.Bind);
        var conditions = new[] { pool.When is null ? null : Condition(pool.When, "when"), _incentive.Gate is null ? null : Condition(_incentive.Gate, "gate") }.OfType<DraftFormula>().ToList();
        if (conditions.Count > 0)
        {
            Add(when, ValueKind.Boolean, conditions.SelectMany(condition => condition.Names).ToList(), conditions.Max(condition => condition.Nesting), isInternal: true, () =>
            {
                var bound = conditions.Select(condition => condition.Bind()).ToList();
                return bound.Contains(null) ? null : bound.Count == 1 ? bound[0] : new ChainExpression(_origin, ChainKind.And, bound.Select(one => one!).ToList(), [TokenKind.And], ValueKind.Boolean, null);
            });
        }

        Add(part, ValueKind.Number, [amount, share, when, Exists], 0, isInternal: true, () => AllBound(amount, share, when, Exists)
            ? new PoolExpression(_origin, _name, Reference(amount), Optional(Exists), Optional(when), Optional(share), key is null ? null : new InputExpression(_origin, key), PushDown.Presence(_origin, Lag.None), _rounding)
            : null);
        var earned = Part("earned");
        Add(earned, ValueKind.Number, [part, Exists], 0, isInternal: true, () => AllBound(part, Exists) ? new LineExpression(_origin, _name, Optional(Exists), null, Reference(part)) : null);
        LowerEnd(earned, Optional, when);
    }

    /// <summary>The one rounding, and the state.</summary>
    private void LowerEnd(string last, Func<string, CellExpression?> optional, string open)
    {
        Add(_name, ValueKind.Number, [last], 0, isInternal: false, () => AllBound(last) ? new RoundExpression(_origin, Reference(last) with { Unit = Units.Money }, _rounding) : null);
        Add(State, ValueKind.Text, [_name, Exists, open], 0, isInternal: false, () =>
            AllBound(_name, Exists, open) ? new LineStateExpression(_origin, optional(Exists), optional(open), Reference(_name)) : null);
    }

    private Expression Within(Expression amount, Expression? min, Expression? max)
    {
        if (min is not null)
            amount = Call(Function.Max, amount, min);
        return max is null ? amount : Call(Function.Min, amount, max);
    }

    private void AddNumber(string name, NumberDefinition? number, string role, bool isInternal)
    {
        var formula = number is null ? null : Value(number, role);
        Add(name, ValueKind.Number, (formula?.Names ?? []).Append(Exists).ToList(), formula?.Nesting ?? 0, isInternal, () => WhereItExists(formula?.Bind()), number?.Json.Place);
    }

    /// <summary>A line that is not there has no parts either.</summary>
    private Expression? WhereItExists(Expression? inner) =>
        inner is null || !_sheet.Has(Exists) || !_sheet.IsBound(Exists) ? inner : new ApplicableExpression(inner.Origin, _name, Reference(Exists), inner, UnknownIsTrue: true);

    private DraftFormula? Value(NumberDefinition number, string role) => Lines(_sheet.Number(number, Owner(role), _name, null, _record, forIncentive: true));

    private DraftFormula? Condition(JsonString json, string role) => Formula(json, role, ValueKind.Boolean);

    private DraftFormula? Formula(JsonString json, string role, ValueKind kind) => Lines(_sheet.Formula(json, Owner(role), kind, _record, forIncentive: true));

    /// <summary>Whoever names a line needs its state too: a line that is not there counts as 0.</summary>
    private DraftFormula? Lines(DraftFormula? formula) => formula is null ? null
        : formula with { Names = formula.Names.SelectMany(name => _sheet.IsLine(name) ? [name, name + ".state"] : new[] { name }).ToList() };

    private void Add(string name, ValueKind kind, IReadOnlyList<string> names, int nesting, bool isInternal, Func<Expression?> bind, SourcePlace? place = null) =>
        _sheet.Add(new CellDraft(name, kind, place ?? _incentive.Name.Place, new DraftFormula(names, nesting, bind), isInternal));

    /// <summary>False where a cell this one is made of has a fault, which has been reported.</summary>
    private bool AllBound(params string[] names) => names.All(name => !_sheet.Has(name) || _sheet.IsBound(name));

    private CellExpression? Optional(string cell) => _sheet.Has(cell) ? Reference(cell) : null;

    private CellExpression Reference(string cell) => _sheet.Reference(_origin, cell);

    private ChainExpression Chain(ChainKind kind, TokenKind @operator, Expression left, Expression right) =>
        new(_origin, kind, [left, right], [@operator], ValueKind.Number, Units.Money);

    private ChoiceExpression Choice(Expression condition, Expression then, Expression otherwise) => new(_origin, condition, then, otherwise, Units.Money);

    private CallExpression Call(Function function, Expression left, Expression right) =>
        new(_origin, FunctionCatalogue.Of(function), [left, right], ValueKind.Number, Units.Money);

    private ConstantExpression Number(decimal value) => new(_origin, value, Units.Plain);

    private Term Owner(string role) => new("owner." + role, _incentive.Name.Value);
}
