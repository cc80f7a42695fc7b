// Takes expressions, gives nodes; names become slots of columns, and every way to have no value gets its cause.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Cells;
using KpiRules.Evaluation.Nodes;
using KpiRules.Facts;
using KpiRules.Formulas;
using KpiRules.Kernel;

namespace KpiRules.Evaluation;

/// <param name="cells">The slot of every cell, by name.</param>
/// <param name="inputs">Gives the slot of every input.</param>
/// <param name="records">Gives the slot of the records of every function over them.</param>
internal sealed partial class NodeBuilder(IReadOnlyDictionary<string, int> cells, InputSlots inputs, RecordSlots records, string cell)
{
    private NotAvailable? _overflow;
    private Func<Operation, Node<decimal>>? _number;
    private Func<Operation, Node<bool>>? _boolean;
    private Lag _lag = Lag.None;

    private NotAvailable Overflow => _overflow ??= new(CauseKind.Overflow, cell);

    public Node Build(Operation expression) => expression.Kind switch
    {
        ValueKind.Number => Number(expression),
        ValueKind.Boolean => Boolean(expression),
        ValueKind.Text => Text(expression),
        _ => Date(expression),
    };

    private Node<decimal> Number(Operation expression) => expression switch
    {
        ParameterOperation parameter => new ConstantNode<decimal>(parameter.Value),
        NegationOperation negation => new NegateNode(Number(negation.Operand)),
        ChainOperation chain => Arithmetic(chain),
        AttainmentOperation attainment => new AttainmentNode(
            attainment.Better, Number(attainment.Value), Number(attainment.Target), attainment.Scale, new NotAvailable(CauseKind.ZeroTarget, attainment.Kpi)),
        ProportionOperation part => new ProportionNode(part.Lag, Number(part.Amount), part.ToTheEnd, new NotAvailable(CauseKind.NoWorkdays, part.Kpi)),
        PaceOperation pace => new PaceNode(
            pace.Lag, Number(pace.Value), Number(pace.Target), new NotAvailable(CauseKind.ZeroTarget, pace.Kpi), new NotAvailable(CauseKind.NoWorkdays, pace.Kpi)),
        RequiredOperation required => new RequiredNode(required.Lag, Number(required.Gap), new NotAvailable(CauseKind.NoWorkdays, required.Kpi)),
        RecordOperation record => OverRecords(record),
        WeightedMeanOperation mean => Mean(mean),
        RowsOperation rows => Rows(rows),
        CasesOperation cases => Cases(cases),
        GridOperation grid => Grid(grid),
        LineOperation line => Line(line),
        EachOperation each => Each(each),
        RoundOperation round => new RoundNode(Number(round.Inner), round.Rule.Decimals, round.Rule.Rounding),
        PayoutOperation payout => Payout(payout),
        AccumulatedOperation accumulated => new AccumulatedNode(Number(accumulated.Now), Number(accumulated.Before), Boolean(accumulated.IsFirst)),
        SeverityLevelOperation level => SeverityLevel(level),
        WarningCourseOperation { Question: WarningQuestion.Periods } course => new WarningPeriodsNode(Course(course)),
        WarningCourseOperation course => new LastSeverityNode(Course(course)),
        ByLengthOperation byLength => new ByLengthNode(Number(byLength.InPeriod), Number(byLength.InLonger)),
        HoldingCountOperation count => new HoldingCountNode(count.Conditions.Select(Boolean).ToArray()),
        ZScoreOperation score => new ZScoreNode(Number(score.Value), BaselineOf(score, score.Before), Cause(CauseKind.NoSpread, score)),
        CallOperation call when call.Function.Id != Function.Default => NumberFunction(call),
        _ => OfAnyKind(expression, _number ??= Number, value => value.Number!.Value),
    };

    private Node<bool> Boolean(Operation expression) => expression switch
    {
        NotOperation not => new NotNode(Boolean(not.Operand)),
        ChainOperation chain => new LogicChainNode(chain.Operands.Select(Boolean).ToArray(), chain.Chain == ChainKind.Or, Overflow),
        ComparisonOperation { Left.Kind: ValueKind.Number } comparison => Compare<decimal, NumberOrder>(comparison, Number),
        ComparisonOperation { Left.Kind: ValueKind.Text } comparison => Compare<string, TextOrder>(comparison, Text),
        ComparisonOperation { Left.Kind: ValueKind.Date } comparison => Compare<int, DateOrder>(comparison, Date),
        ComparisonOperation comparison => Compare<bool, BooleanOrder>(comparison, Boolean),
        EachOpenOperation eachOpen => EachOpen(eachOpen),
        LastOfOperation lastOf => new LastOfNode(lastOf.Lag, lastOf.Span),
        WarningCourseOperation course => new WarningFiringNode(Course(course)),
        PeriodBoundOperation bound => new PeriodBoundNode(bound.Lag, bound.From, bound.To, bound.Longest),
        TrendOperation trend => new TrendNode(trend.Values.Select(Number).ToArray(), trend.Trend),
        BeyondOperation beyond => new BeyondNode(Number(beyond.Value), BaselineOf(beyond, beyond.Before), Number(beyond.Limit), Cause(CauseKind.OutOfDomain, beyond)),
        SameSideOperation sameSide => new SameSideNode(sameSide.Values.Select(Number).ToArray(), BaselineOf(sameSide, sameSide.Before)),
        CallOperation { Function.Id: Function.Available } call => new AvailableNode(Build(call.Arguments[0])),
        CallOperation { Function.Id: Function.Contains or Function.StartsWith or Function.EndsWith } call => TextSearch(call),
        CallOperation { Function.Id: Function.In or Function.Between } call => call.Arguments[0].Kind switch
        {
            ValueKind.Number => Membership<decimal, NumberOrder>(call, Number),
            ValueKind.Text => Membership<string, TextOrder>(call, Text),
            ValueKind.Date => Membership<int, DateOrder>(call, Date),
            _ => Membership<bool, BooleanOrder>(call, Boolean),
        },
        _ => OfAnyKind(expression, _boolean ??= Boolean, value => value.Boolean!.Value),
    };

    private Node<string> Text(Operation expression) => expression switch
    {
        GradeOperation grade => Grade(grade),
        LineStateOperation state => LineState(state),
        WarningStateOperation state => new WarningStateNode(Boolean(state.IsFiring), Number(state.Level)),
        WarningSeverityOperation severity => WarningSeverity(severity),
        CallOperation { Function.Id: Function.Upper } call => new LetterCaseNode(Text(call.Arguments[0]), value => value.ToUpperInvariant()),
        CallOperation { Function.Id: Function.Lower } call => new LetterCaseNode(Text(call.Arguments[0]), value => value.ToLowerInvariant()),
        _ => OfAnyKind(expression, Text, value => value.Text!),
    };

    private Node<int> Date(Operation expression) => OfAnyKind(expression, Date, value => value.Day);

    private Baseline BaselineOf(Operation function, IReadOnlyList<Operation> before) => new(before.Select(Number).ToArray(), function.Origin.Text, _lag);

    /// <summary>The expressions that exist for every type of value.</summary>
    private Node<T> OfAnyKind<T>(Operation expression, Func<Operation, Node<T>> build, Func<FactValue, T> read) => expression switch
    {
        ConstantOperation constant => new ConstantNode<T>(read(constant.Value)),
        FieldOperation field => Field<T>(field),
        InputOperation input => new ColumnNode<T>(inputs.Of(input.Input), null),
        CellOperation reference => new ColumnNode<T>(cells[reference.Cell], reference),
        ChoiceOperation choice => new ChoiceNode<T>(Boolean(choice.Condition), build(choice.Then), build(choice.Else)),
        CallOperation { Function.Id: Function.Default } call => new DefaultNode<T>(build(call.Arguments[0]), build(call.Arguments[1])),
        ApplicableOperation applicable => new ApplicableNode<T>(
            Boolean(applicable.Condition),
            build(applicable.Inner),
            new NotAvailable(CauseKind.DoesNotApply, applicable.Kpi, Lag: _lag),
            applicable.UnknownIsTrue ? null : new NotAvailable(CauseKind.ApplicabilityUnknown, applicable.Kpi, Because: applicable.Condition.Cell)),
        NoValueOperation none => new NoValueNode<T>(new NotAvailable(KindOf(none.Reason), none.Name, none.Words?.In("en") ?? "", Words: none.Words)),
        WithFactsOperation withFacts => WithFacts(withFacts, build),
        RequiringOperation requiring => new RequiringNode<T>(Number(requiring.Required), build(requiring.Inner)),
        _ => throw new NotSupportedException(expression.GetType().Name),
    };

    private Node<decimal> Arithmetic(ChainOperation chain)
    {
        var operands = chain.Operands.Select(Number).ToArray();
        var byZero = chain.Operators
            .Select((@operator, i) => @operator is TokenKind.Divide or TokenKind.Remainder ? Cause(CauseKind.DivisionByZero, chain.Operands[i + 1]) : null).ToArray();
        if (operands.Length > 2)
            return new ArithmeticChainNode(operands, chain.Operators.ToArray(), byZero);
        return chain.Operators[0] switch
        {
            TokenKind.Plus => new AddNode(operands[0], operands[1]),
            TokenKind.Minus => new SubtractNode(operands[0], operands[1]),
            TokenKind.Times => new MultiplyNode(operands[0], operands[1]),
            TokenKind.Divide => new DivideNode(operands[0], operands[1], byZero[0]!),
            _ => new RemainderNode(operands[0], operands[1], byZero[0]!),
        };
    }

    private static ComparisonNode<T, TOrder> Compare<T, TOrder>(ComparisonOperation comparison, Func<Operation, Node<T>> build)
        where TOrder : struct, IComparer<T> => new(comparison.Operator, build(comparison.Left), build(comparison.Right));

    private Node<bool> Membership<T, TOrder>(CallOperation call, Func<Operation, Node<T>> build)
        where TOrder : struct, IComparer<T>
    {
        var arguments = call.Arguments.Select(build).ToArray();
        return call.Function.Id == Function.In
            ? new InNode<T, TOrder>(arguments[0], arguments.Skip(1).ToArray(), Overflow)
            : new BetweenNode<T, TOrder>(arguments[0], arguments[1], arguments[2], Overflow);
    }

    private static CauseKind KindOf(NoValueReason reason) => reason switch
    {
        NoValueReason.DoesNotScale => CauseKind.DoesNotScale,
        NoValueReason.NotCombined => CauseKind.NotCombined,
        NoValueReason.Waived => CauseKind.Waived,
        _ => CauseKind.NotAsked,
    };

    private NotAvailable Cause(CauseKind kind, Operation at) => new(kind, cell, at.Origin.Text, Lag: at switch
    {
        InputOperation input => input.Input.Lag,
        CellOperation reference => reference.Lag,
        _ => _lag,
    });

    /// <summary>Whatever is built inside looks back as far as the facts it needs.</summary>
    private WithFactsNode<T> WithFacts<T>(WithFactsOperation withFacts, Func<Operation, Node<T>> build)
    {
        var outer = _lag;
        _lag = withFacts.Presence.Input.Lag;
        var node = new WithFactsNode<T>(Boolean(withFacts.Presence), build(withFacts.Inner));
        _lag = outer;
        return node;
    }
}
