// Writes operations as one writes formulas, all from one place of the ruleset.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;

namespace KpiRules.Kernel;

internal readonly record struct Compose(Origin Origin)
{
    public Operation Number(decimal value) => new ConstantOperation(Origin, value, Unit.Plain);

    public Operation Text(string value) => new ConstantOperation(Origin, value, Unit.Unknown);

    public Operation Text<T>(T value)
        where T : struct, Enum => Text(EnumText<T>.Of(value));

    public Operation Boolean(bool value) => new ConstantOperation(Origin, value, Unit.Unknown);

    public Operation Add(Operation left, Operation right) => Arithmetic(left, ArithmeticSign.Plus, right);

    public Operation Subtract(Operation left, Operation right) => Arithmetic(left, ArithmeticSign.Minus, right);

    public Operation Multiply(Operation left, Operation right) => Arithmetic(left, ArithmeticSign.Times, right);

    public Operation Divide(Operation left, Operation right) => Arithmetic(left, ArithmeticSign.Divide, right);

    public Operation Remainder(Operation left, Operation right) => Arithmetic(left, ArithmeticSign.Remainder, right);

    /// <summary>All of them, from left to right; of one, itself; of none, 0.</summary>
    public Operation Sum(IReadOnlyList<Operation> operands) =>
        operands.Count == 0 ? Number(0) : operands.Count == 1 ? operands[0] : ArithmeticOperation.Sum(Origin, operands, operands[0].Unit);

    public Operation Equal(Operation left, Operation right) => Compare(left, ComparisonSign.Equal, right);

    public Operation Differs(Operation left, Operation right) => Compare(left, ComparisonSign.NotEqual, right);

    public Operation Less(Operation left, Operation right) => Compare(left, ComparisonSign.Less, right);

    public Operation AtMost(Operation left, Operation right) => Compare(left, ComparisonSign.LessOrEqual, right);

    public Operation Greater(Operation left, Operation right) => Compare(left, ComparisonSign.Greater, right);

    public Operation AtLeast(Operation left, Operation right) => Compare(left, ComparisonSign.GreaterOrEqual, right);

    public Operation Compare(Operation left, ComparisonSign sign, Operation right) => new ComparisonOperation(Origin, sign, left, right);

    public Operation Not(Operation operand) => new NotOperation(Origin, operand);

    /// <summary>Of one condition, itself; of none, true.</summary>
    public Operation All(IReadOnlyList<Operation> conditions) =>
        conditions.Count == 0 ? Boolean(true) : conditions.Count == 1 ? conditions[0] : new LogicOperation(Origin, true, [.. conditions]);

    /// <summary>Of one condition, itself; of none, false.</summary>
    public Operation Any(IReadOnlyList<Operation> conditions) =>
        conditions.Count == 0 ? Boolean(false) : conditions.Count == 1 ? conditions[0] : new LogicOperation(Origin, false, [.. conditions]);

    public Operation If(Operation condition, Operation then, Operation otherwise) =>
        new ChoiceOperation(Origin, condition, then, otherwise, then.Unit.Or(otherwise.Unit));

    /// <summary>The value of the first condition that holds; with no conditions the other one.</summary>
    public Operation Choose(IReadOnlyList<(Operation Condition, Operation Value)> branches, Operation otherwise) => branches.Count == 0
        ? otherwise
        : new ChoiceOperation(
            Origin,
            branches.Select(branch => new ChoiceBranch(branch.Condition, branch.Value)).ToArray(),
            otherwise,
            otherwise.Kind,
            otherwise.Unit);

    public Operation Default(Operation wanted, Operation otherwise) => new DefaultOperation(Origin, wanted, otherwise, wanted.Unit);

    public Operation Available(Operation operand) => new AvailableOperation(Origin, operand);

    /// <summary>Where others are available, the inner value.</summary>
    public Operation Where(IReadOnlyList<Operation> given, Operation inner) =>
        given.Count == 0 ? inner : new GuardOperation(Origin, [.. given], inner, null);

    /// <summary>Where a condition holds, the inner value; else none, for a reason.</summary>
    public Operation Guard(Operation condition, Reason unless, Operation inner) => new GuardOperation(Origin, condition, inner, unless);

    /// <param name="of">Whose value the reason tells; null: it has a text of its own.</param>
    public Operation None(Reason reason, ValueKind kind = ValueKind.Number, Operation? of = null) =>
        new NoValueOperation(Origin, reason, kind, of);

    public Operation Calendar(CalendarFact fact, Lag lag) => new CalendarOperation(Origin, fact, lag, KindOf(fact), Unit.Plain);

    public Operation Label(StepKind step, string text, IReadOnlyList<Operation?> numbers, Operation inner, bool tellsResult = true) =>
        new LabelOperation(Origin, step, new StepText(text), [.. numbers], inner, tellsResult);

    private Operation Arithmetic(Operation left, ArithmeticSign sign, Operation right) =>
        new ArithmeticOperation(Origin, left, sign, right, left.Unit);

    private static ValueKind KindOf(CalendarFact fact) => fact switch
    {
        CalendarFact.FirstDay or CalendarFact.LastDay or CalendarFact.AsOf => ValueKind.Date,
        CalendarFact.IsLonger or CalendarFact.EndsQuarter or CalendarFact.EndsHalfYear or CalendarFact.EndsYear => ValueKind.Boolean,
        CalendarFact.Days or CalendarFact.DaysPassed or CalendarFact.DaysLeft or CalendarFact.Year or CalendarFact.Quarter
            or CalendarFact.Month or CalendarFact.Length or CalendarFact.Workdays => ValueKind.Number,
    };
}
