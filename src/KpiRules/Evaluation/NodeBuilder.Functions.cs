// Building of calls: a node for each form that the evaluation of a function has.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Evaluation.Nodes;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Evaluation;

internal sealed partial class NodeBuilder : IRowFormVisitor<Node>
{
    Node IOperationVisitor<Node>.Call(CallOperation call) => call.Function.Row.Accept(this, call);

    Node IRowFormVisitor<Node>.Number(CallOperation call, NumberForm form) =>
        new NumberFunctionNode(form.Function, Argument(call, 0), Cause(form.Outside, call));

    Node IRowFormVisitor<Node>.Pair(CallOperation call, NumberPairForm form) =>
        new NumberPairFunctionNode(form.Function, Argument(call, 0), Argument(call, 1), Cause(form.Outside, call));

    Node IRowFormVisitor<Node>.Triple(CallOperation call, NumberTripleForm form) =>
        new NumberTripleFunctionNode(form.Function, Argument(call, 0), Argument(call, 1), Argument(call, 2), Cause(form.Outside, call));

    Node IRowFormVisitor<Node>.Reduce(CallOperation call, ReduceForm form) =>
        new ReduceNode(call.Arguments.Select(Number).ToArray(), form.Next);

    Node IRowFormVisitor<Node>.Numbers<TValue>(CallOperation call, NumbersForm<TValue> form) =>
        new NumbersNode<TValue>(form.Function, call.Arguments.Select(Number).ToArray(), call.Origin.Text, _lag, Cause(form.Outside, call));

    Node IRowFormVisitor<Node>.Text(CallOperation call, TextForm form) => new TextNode(Text(call.Arguments[0]), form.Function);

    Node IRowFormVisitor<Node>.TextPair(CallOperation call, TextPairForm form) =>
        new TextPairNode(Text(call.Arguments[0]), Text(call.Arguments[1]), form.Function);

    Node IRowFormVisitor<Node>.DatePair(CallOperation call, DatePairForm form) =>
        new DatePairNode(form.Function, Date(call.Arguments[0]), Date(call.Arguments[1]));

    Node IRowFormVisitor<Node>.DateStep(CallOperation call, DateStepForm form) =>
        new DateStepNode(form.Function, Date(call.Arguments[0]), Number(call.Arguments[1]), Cause(CauseKind.OutOfDomain, call));

    Node IRowFormVisitor<Node>.Calendar(CallOperation call, CalendarForm form) =>
        new PeriodFunctionNode(form.Function, call.Lag, Cause(form.Outside, call));

    Node IRowFormVisitor<Node>.Stay(CallOperation call, StayForm form) =>
        new StayNode(form.Function, call.Lag, Date(call.Arguments[0]), Date(call.Arguments[1]));

    Node IRowFormVisitor<Node>.Among(CallOperation call)
    {
        return call.Arguments[0].Kind switch
        {
            ValueKind.Number => Make<decimal, NumberOrder>(),
            ValueKind.Boolean => Make<bool, BooleanOrder>(),
            ValueKind.Text => Make<string, TextOrder>(),
            ValueKind.Date => Make<int, DateOrder>(),
        };

        Node Make<T, TOrder>()
            where TOrder : struct, IComparer<T> =>
            new InNode<T, TOrder>(
                (Node<T>)Build(call.Arguments[0]), call.Arguments.Skip(1).Select(argument => (Node<T>)Build(argument)).ToArray(), Overflow);
    }

    Node IRowFormVisitor<Node>.Between(CallOperation call)
    {
        return call.Arguments[0].Kind switch
        {
            ValueKind.Number => Make<decimal, NumberOrder>(),
            ValueKind.Boolean => Make<bool, BooleanOrder>(),
            ValueKind.Text => Make<string, TextOrder>(),
            ValueKind.Date => Make<int, DateOrder>(),
        };

        Node Make<T, TOrder>()
            where TOrder : struct, IComparer<T> =>
            new BetweenNode<T, TOrder>(
                (Node<T>)Build(call.Arguments[0]), (Node<T>)Build(call.Arguments[1]), (Node<T>)Build(call.Arguments[2]), Overflow);
    }

    /// <summary>An optional argument that is left out is 0.</summary>
    private Node<decimal> Argument(CallOperation call, int index) =>
        index < call.Arguments.Count ? Number(call.Arguments[index]) : new ConstantNode<decimal>(0);
}
