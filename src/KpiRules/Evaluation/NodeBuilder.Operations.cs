// Building of the operations of the kernel.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Evaluation.Nodes;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Evaluation;

internal sealed partial class NodeBuilder : IOperationVisitor<Node>
{
    Node IOperationVisitor<Node>.Constant(ConstantOperation constant) => constant.Kind switch
    {
        ValueKind.Number => new ConstantNode<decimal>(constant.Value.Number!.Value),
        ValueKind.Boolean => new ConstantNode<bool>(constant.Value.Boolean!.Value),
        ValueKind.Text => new ConstantNode<string>(constant.Value.Text!),
        ValueKind.Date => new ConstantNode<int>(constant.Value.Day),
    };

    Node IOperationVisitor<Node>.Parameter(ParameterOperation parameter) => new ConstantNode<decimal>(parameter.Value);

    Node IOperationVisitor<Node>.Input(InputOperation input) => Column(input.Kind, inputs.Of(input.Input), null);

    Node IOperationVisitor<Node>.Cell(CellOperation reference) => Column(reference.Kind, cells[reference.Cell], reference);

    Node IOperationVisitor<Node>.Calendar(CalendarOperation calendar)
    {
        var (fact, lag) = (calendar.Fact, calendar.Lag);
        return calendar.Kind switch
        {
            ValueKind.Number => new PeriodNumberNode(lag, period => period.NumberOf(fact), Cause(CauseKind.PeriodTooLong, calendar)),
            ValueKind.Boolean => new PeriodFactNode<bool>(lag, period => period.Holds(fact)),
            ValueKind.Date => new PeriodFactNode<int>(lag, period => period.DayOf(fact)),
            ValueKind.Text => throw new NotSupportedException(fact.ToString()),
        };
    }

    Node IOperationVisitor<Node>.Field(FieldOperation field)
    {
        return field.Kind switch
        {
            ValueKind.Number => Make<decimal>(),
            ValueKind.Boolean => Make<bool>(),
            ValueKind.Text => Make<string>(),
            ValueKind.Date => Make<int>(),
        };

        Node Make<T>() => new FieldNode<T>(_records, field.Index);
    }

    Node IOperationVisitor<Node>.NoValue(NoValueOperation none)
    {
        return none.Kind switch
        {
            ValueKind.Number => Make<decimal>(),
            ValueKind.Boolean => Make<bool>(),
            ValueKind.Text => Make<string>(),
            ValueKind.Date => Make<int>(),
        };

        Node Make<T>() =>
            none.Of is null ? new NoValueNode<T>(Cause(none.Reason)) : new NoValueOfNode<T>(Cause(none.Reason), Written(none.Of));
    }

    Node IOperationVisitor<Node>.Negation(NegationOperation negation) => new NegateNode(Number(negation.Operand));

    Node IOperationVisitor<Node>.Arithmetic(ArithmeticOperation arithmetic)
    {
        var operands = arithmetic.Operands.Select(Number).ToArray();
        var byZero = arithmetic.Signs
            .Select((sign, i) => sign is ArithmeticSign.Divide or ArithmeticSign.Remainder
                ? Cause(CauseKind.DivisionByZero, arithmetic.Operands[i + 1])
                : null).ToArray();
        if (operands.Length > 2)
            return new ArithmeticChainNode(operands, arithmetic.Signs.ToArray(), byZero);
        return arithmetic.Signs[0] switch
        {
            ArithmeticSign.Plus => new AddNode(operands[0], operands[1]),
            ArithmeticSign.Minus => new SubtractNode(operands[0], operands[1]),
            ArithmeticSign.Times => new MultiplyNode(operands[0], operands[1]),
            ArithmeticSign.Divide => new DivideNode(operands[0], operands[1], byZero[0]!),
            ArithmeticSign.Remainder => new RemainderNode(operands[0], operands[1], byZero[0]!),
        };
    }

    Node IOperationVisitor<Node>.Comparison(ComparisonOperation comparison)
    {
        return comparison.Left.Kind switch
        {
            ValueKind.Number => Make<decimal, NumberOrder>(),
            ValueKind.Boolean => Make<bool, BooleanOrder>(),
            ValueKind.Text => Make<string, TextOrder>(),
            ValueKind.Date => Make<int, DateOrder>(),
        };

        Node Make<T, TOrder>()
            where TOrder : struct, IComparer<T> =>
            new ComparisonNode<T, TOrder>(comparison.Sign, (Node<T>)Build(comparison.Left), (Node<T>)Build(comparison.Right));
    }

    Node IOperationVisitor<Node>.Not(NotOperation not) => new NotNode(Boolean(not.Operand));

    Node IOperationVisitor<Node>.Logic(LogicOperation logic) =>
        new LogicChainNode(logic.Operands.Select(Boolean).ToArray(), !logic.IsAnd, Overflow);

    Node IOperationVisitor<Node>.Default(DefaultOperation wanted)
    {
        return wanted.Kind switch
        {
            ValueKind.Number => Make<decimal>(),
            ValueKind.Boolean => Make<bool>(),
            ValueKind.Text => Make<string>(),
            ValueKind.Date => Make<int>(),
        };

        Node Make<T>() => new DefaultNode<T>((Node<T>)Build(wanted.Wanted), (Node<T>)Build(wanted.Otherwise));
    }

    Node IOperationVisitor<Node>.Available(AvailableOperation available) => new AvailableNode(Build(available.Operand));

    /// <summary>Whatever is built inside looks back as far as the facts it needs.</summary>
    Node IOperationVisitor<Node>.Guard(GuardOperation guard)
    {
        var outer = _lag;
        _lag = guard.Back ?? _lag;
        var unless = guard.Unless is { } reason ? Cause(reason) : null;
        var given = new Node[guard.Given.Count];
        for (var i = 0; i < given.Length; i++)
            given[i] = Build(guard.Given[i]);
        var node = guard.Kind switch
        {
            ValueKind.Number => Make<decimal>(),
            ValueKind.Boolean => Make<bool>(),
            ValueKind.Text => Make<string>(),
            ValueKind.Date => Make<int>(),
        };
        _lag = outer;
        return node;

        Node Make<T>()
        {
            var inner = (Node<T>)Build(guard.Inner);
            if (unless is not null)
                return new ConditionGuardNode<T>((Node<bool>)given[given.Length - 1], inner, unless);
            return given.Length == 1 ? new GuardNode<T>(given[0], inner) : new GuardsNode<T>(given, inner);
        }
    }

    Node IOperationVisitor<Node>.Round(RoundOperation round) =>
        new RoundNode(Number(round.Inner), round.Rule.Decimals, round.Rule.Rounding);

    Node IOperationVisitor<Node>.Fold(FoldOperation fold) => OverRecords(fold);

    Node IOperationVisitor<Node>.Label(LabelOperation label)
    {
        var step = new StepNotes(
            label.Step,
            label.Text,
            label.Text.Value is null ? null : Written(label.Text.Value),
            label.Numbers.Select(number => number is null ? null : Number(number)).ToArray(),
            label.TellsResult,
            Optional(label.FirstIf));
        return label.Kind switch
        {
            ValueKind.Number => Make<decimal>(),
            ValueKind.Boolean => Make<bool>(),
            ValueKind.Text => Make<string>(),
            ValueKind.Date => Make<int>(),
        };

        Node Make<T>() => new LabelNode<T>((Node<T>)Build(label.Inner), step);
    }

    Node IOperationVisitor<Node>.Composite(CompositeOperation composite) =>
        composite is FusedOperation fused ? fused.Fuse(this) : Build(composite.Expand());

    Node IOperationVisitor<Node>.Across(AcrossOperation across) =>
        throw new InvalidOperationException("It looks at all subjects at once, and so has a program of its own.");

    Node IOperationVisitor<Node>.Reaching(ReachingOperation reaching) =>
        throw new InvalidOperationException("It is pushed down to the facts before anything runs.");

    /// <summary>The value as a ruleset would write it.</summary>
    private Node<string> Written(Operation operation) => operation.Kind switch
    {
        ValueKind.Number => new WrittenNode<decimal>(Number(operation), value => value),
        ValueKind.Boolean => new WrittenNode<bool>(Boolean(operation), value => value),
        ValueKind.Text => Text(operation),
        ValueKind.Date => new WrittenNode<int>(Date(operation), FactValue.OfDay),
    };

    private static Node Column(ValueKind kind, int slot, CellOperation? cell)
    {
        return kind switch
        {
            ValueKind.Number => Make<decimal>(),
            ValueKind.Boolean => Make<bool>(),
            ValueKind.Text => Make<string>(),
            ValueKind.Date => Make<int>(),
        };

        Node Make<T>() => new ColumnNode<T>(slot, cell);
    }
}
