// Takes operations, gives in which numbers their values lie: of what is there, under what may be expected of facts.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Analysis;

/// <summary>
/// Sound for what is computed: no value that is there lies outside, as long as facts lie where <see cref="Expected"/> says. Of a
/// condition, 0 is no and 1 is yes. Not for several threads at once.
/// </summary>
internal sealed class Ranges : IOperationVisitor<Interval>
{
    private readonly System.Func<string, Operation?> _ofCell;
    private readonly bool _isNeverBelowZero;

    private readonly Dictionary<string, Interval> _cells = [];

    /// <param name="ofCell">What a cell is; null for one that is not known.</param>
    /// <param name="isNeverBelowZero">Whether facts of which nothing is said are thought not to be negative.</param>
    public Ranges(System.Func<string, Operation?> ofCell, bool isNeverBelowZero)
    {
        (_ofCell, _isNeverBelowZero) = (ofCell, isNeverBelowZero);
        Whole = new Covering(ofCell, part => Of(part).CanBeNegative);
    }

    /// <summary>What is a whole of which something else is a part, under what is expected of facts.</summary>
    public Covering Whole { get; }

    /// <summary>What is known to hold where an operation is looked at: of a branch, its condition.</summary>
    private ConditionBox _given = ConditionBox.Whole;

    /// <summary>
    /// Facts are expected within the bounds that the ruleset declares. Without a lower one, counts and times are expected not to
    /// be negative; and so is anything else where no fact is thought to fall below 0.
    /// </summary>
    private Interval Expected(FactDefinition fact, bool isCombined)
    {
        var isNot = _isNeverBelowZero || fact.Unit is "count" or "days" or "hours";
        var low = fact.Min ?? (isNot ? 0 : null);
        var expected = Interval.AtLeast(low).And(Interval.AtMost(fact.Max));
        // sums of several periods keep the sign and nothing else
        return isCombined ? Interval.OfSign(expected) : expected;
    }

    /// <summary>Of a number, or of a condition; any for a text and a date.</summary>
    public Interval Of(Operation operation) => operation.Kind is ValueKind.Number or ValueKind.Boolean
        ? Known(operation, operation.Accept(this))
        : Interval.Any;

    /// <summary>Of an operation where a condition holds, which nothing may contradict.</summary>
    private Interval Where(Operation condition, bool holds, Operation operation)
    {
        var before = _given;
        try
        {
            return ConditionSpace.Together(before, condition, holds)
                .Select(box =>
                {
                    _given = box;
                    return Of(operation);
                })
                .Aggregate(Interval.Hull);
        }
        finally
        {
            _given = before;
        }
    }

    private Interval Known(Operation operation, Interval found)
    {
        var both = found.And(_given.Of(new Compared(operation)));
        return both.IsEmpty ? found : both;
    }

    Interval IOperationVisitor<Interval>.Constant(ConstantOperation constant) => constant.Value switch
    {
        { Number: { } number } => Interval.Exactly(number),
        { Boolean: { } condition } => condition ? Interval.One : Interval.Zero,
        _ => Interval.Any,
    };

    Interval IOperationVisitor<Interval>.Parameter(ParameterOperation parameter) => Interval.Exactly(parameter.Value);

    Interval IOperationVisitor<Interval>.Input(InputOperation input) => input.Kind == ValueKind.Boolean ? Interval.EitherWay
        : input.Fact is { } fact ? Expected(fact, isCombined: input.Input.Window != TimeWindow.None)
        : Interval.NotNegative;

    Interval IOperationVisitor<Interval>.Calendar(CalendarOperation calendar) =>
        calendar.Kind == ValueKind.Boolean ? Interval.EitherWay : calendar.Range;

    Interval IOperationVisitor<Interval>.Field(FieldOperation field) =>
        field.Kind == ValueKind.Boolean ? Interval.EitherWay : Expected(field.Field, isCombined: false);

    Interval IOperationVisitor<Interval>.Cell(CellOperation cell)
    {
        if (_cells.TryGetValue(cell.Cell, out var known))
            return known;
        var before = _given;
        // cells depend on none of what is known here: the place asks for it, not the cell
        (_given, _cells[cell.Cell]) = (ConditionBox.Whole, Unknown(cell));
        try
        {
            return _cells[cell.Cell] = _ofCell(cell.Cell) is { } operation ? Of(operation) : Unknown(cell);
        }
        finally
        {
            _given = before;
        }
    }

    Interval IOperationVisitor<Interval>.NoValue(NoValueOperation none) => Unknown(none);

    Interval IOperationVisitor<Interval>.Negation(NegationOperation negation) => -Of(negation.Operand);

    Interval IOperationVisitor<Interval>.Arithmetic(ArithmeticOperation arithmetic)
    {
        var value = Of(arithmetic.Operands[0]);
        for (var i = 1; i < arithmetic.Operands.Count; i++)
        {
            var next = Of(arithmetic.Operands[i]);
            value = arithmetic.Signs[i - 1] switch
            {
                ArithmeticSign.Plus => value + next,
                ArithmeticSign.Minus => i == 1 ? Difference(arithmetic.Operands[0], arithmetic.Operands[1], value - next) : value - next,
                ArithmeticSign.Times => value * next,
                ArithmeticSign.Divide => i == 1 ? Quotient(arithmetic.Operands[0], arithmetic.Operands[1], value / next) : value / next,
                ArithmeticSign.Remainder => Interval.Least(value.Size(), next.Size()) is var size && value.CanBeNegative
                    ? Interval.Hull(-size, size)
                    : Interval.Hull(Interval.Zero, size),
            };
        }

        return value;
    }

    Interval IOperationVisitor<Interval>.Comparison(ComparisonOperation comparison)
    {
        if (comparison.Left.Kind != ValueKind.Number)
            return Interval.EitherWay;
        var difference = Difference(comparison.Left, comparison.Right, Of(comparison.Left) - Of(comparison.Right));
        return !CanBe(comparison.Sign) ? Interval.Zero
            : !CanBe(ConditionSpace.Opposite(comparison.Sign)) ? Interval.One
            : Interval.EitherWay;

        bool CanBe(ComparisonSign sign) => Interval.Of(sign, 0).Any(interval => !interval.And(difference).IsEmpty);
    }

    Interval IOperationVisitor<Interval>.Not(NotOperation not) => Interval.One - Of(not.Operand);

    Interval IOperationVisitor<Interval>.Logic(LogicOperation logic) =>
        logic.Operands.Select(Of).Aggregate(logic.IsAnd ? Interval.Least : Interval.Greatest);

    Interval IOperationVisitor<Interval>.Choice(ChoiceOperation choice)
    {
        Interval? found = null;
        var before = _given;
        try
        {
            foreach (var branch in choice.Branches)
            {
                var asked = Of(branch.Condition);
                if (asked.CanBePositive)
                    found = Widened(found, Where(branch.Condition, true, branch.Value));
                if (asked == Interval.One)
                    return found!.Value;
                var otherwise = ConditionSpace.Together(_given, branch.Condition, holds: false);
                _given = otherwise.Count == 1 ? otherwise[0] : _given;
            }

            return Widened(found, Of(choice.Else));
        }
        finally
        {
            _given = before;
        }
    }

    Interval IOperationVisitor<Interval>.Default(DefaultOperation wanted) => Interval.Hull(Of(wanted.Wanted), Of(wanted.Otherwise));

    Interval IOperationVisitor<Interval>.Available(AvailableOperation available) => Interval.EitherWay;

    Interval IOperationVisitor<Interval>.Guard(GuardOperation guard) => guard.Unless is not null
        ? Where(guard.Given[guard.Given.Count - 1], true, guard.Inner)
        : Of(guard.Inner);

    Interval IOperationVisitor<Interval>.Call(CallOperation call) => call.Kind == ValueKind.Boolean
        ? Interval.EitherWay
        : call.Function.Range(call.Arguments.Select(Of).ToList());

    Interval IOperationVisitor<Interval>.Round(RoundOperation round) => Of(round.Inner).Rounded();

    Interval IOperationVisitor<Interval>.Fold(FoldOperation fold)
    {
        var value = fold.Value is { Kind: ValueKind.Number } number ? Of(number) : Interval.Any;
        return fold.Function.Form.RangeOf(value);
    }

    Interval IOperationVisitor<Interval>.Lookup(LookupOperation lookup) =>
        lookup.Kind == ValueKind.Boolean ? Interval.EitherWay : Expected(lookup.Table.ValueAt(lookup.Value), isCombined: false);

    Interval IOperationVisitor<Interval>.Across(AcrossOperation across) => across.Accept(new AcrossRanges(Of));

    Interval IOperationVisitor<Interval>.Label(LabelOperation label) => Of(label.Inner);

    Interval IOperationVisitor<Interval>.Composite(CompositeOperation composite) => Of(composite.Expand());

    Interval IOperationVisitor<Interval>.Reaching(ReachingOperation reaching) => Unknown(reaching);

    private static Interval Unknown(Operation operation) => operation.Kind == ValueKind.Boolean ? Interval.EitherWay : Interval.Any;

    private static Interval Widened(Interval? found, Interval next) => found is { } known ? Interval.Hull(known, next) : next;

    private Interval Difference(Operation left, Operation right, Interval found)
    {
        var both = found.And(_given.Of(new Compared(left, right)));
        return both.IsEmpty ? found : both;
    }

    /// <summary>Of a part and its whole, 1 at most; of a whole and its part, 1 at least.</summary>
    private Interval Quotient(Operation above, Operation below, Interval found)
    {
        if (above.ConstantNumber() is not null || below.ConstantNumber() is not null || Of(below).CanBeNegative)
            return found;
        var bound = Whole.Covers(below, above) ? Interval.AtMost(1) : Whole.Covers(above, below) ? Interval.AtLeast(1) : Interval.Any;
        return found.And(bound) is { IsEmpty: false } both ? both : found;
    }
}
