// Building of the functions that give a number, and of those that look into a text.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Evaluation.Nodes;
using KpiRules.Evaluation.Numbers;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Evaluation;

internal sealed partial class NodeBuilder
{
    private Node Call(CallOperation call)
    {
        var outOfDomain = Cause(CauseKind.OutOfDomain, call);
        return call.Function.Id switch
        {
            Function.Abs => Total(call, Math.Abs),
            Function.Ceiling => Total(call, decimal.Ceiling),
            Function.Floor => Total(call, decimal.Floor),
            Function.Truncate => Total(call, decimal.Truncate),
            Function.Sign => Total(call, number => Math.Sign(number)),
            Function.Sqrt => new NumberFunctionNode(ExactMath.TrySqrt, Argument(call, 0), outOfDomain),
            Function.Exp => new NumberFunctionNode(ExactMath.TryExp, Argument(call, 0), outOfDomain),
            Function.Ln => new NumberFunctionNode(ExactMath.TryLn, Argument(call, 0), outOfDomain),
            Function.Log10 => new NumberFunctionNode(ExactMath.TryLog10, Argument(call, 0), outOfDomain),
            Function.Pow => new NumberPairFunctionNode(ExactMath.TryPow, Argument(call, 0), Argument(call, 1), outOfDomain),
            Function.Round => new NumberPairFunctionNode(ExactMath.TryRound, Argument(call, 0), Argument(call, 1), outOfDomain),
            Function.Min or Function.Max => new ExtremeNode(call.Arguments.Select(Number).ToArray(), call.Function.Id == Function.Max),
            Function.Clamp => new ClampNode(Argument(call, 0), Argument(call, 1), Argument(call, 2), outOfDomain),
            Function.Elapsed => new ElapsedNode(call.Lag, Cause(CauseKind.NoWorkdays, call)),
            Function.DaysBetween => new DaysBetweenNode(Date(call.Arguments[0]), Date(call.Arguments[1])),
            Function.ActiveDays => new ActiveDaysNode(call.Lag, Date(call.Arguments[0]), Date(call.Arguments[1])),
            Function.In or Function.Between => Membership(call),
            Function.Contains or Function.StartsWith or Function.EndsWith => TextSearch(call),
            Function.Upper => new LetterCaseNode(Text(call.Arguments[0]), value => value.ToUpperInvariant()),
            Function.Lower => new LetterCaseNode(Text(call.Arguments[0]), value => value.ToLowerInvariant()),
            Function.ZScore => new ZScoreNode(Argument(call, 0), BaselineOf(call, 1, call.Arguments.Count - 1), Cause(CauseKind.NoSpread, call)),
            Function.Beyond => new BeyondNode(Argument(call, 0), BaselineOf(call, 1, call.Arguments.Count - 2), Argument(call, call.Arguments.Count - 1), outOfDomain),
            Function.SameSide => new SameSideNode(
                call.Arguments.Take(call.Arguments.Count / 2).Select(Number).ToArray(), BaselineOf(call, call.Arguments.Count / 2, call.Arguments.Count / 2)),
            Function.If or Function.Default or Function.Available or Function.PeriodDays or Function.Remaining or Function.Year or Function.Quarter or Function.Month
                or Function.Previous or Function.SameLastYear or Function.YearToDate or Function.QuarterToDate or Function.SumOf or Function.AverageOf or Function.Growth
                or Function.Declining or Function.Rising or Function.Monotone or Function.Within or Function.Everyone or Function.Reports or Function.Share or Function.Rank or Function.Headcount
                => throw new InvalidOperationException($"'{call.Function.Name}' is an operation of its own by now."),
        };
    }

    /// <summary>So many arguments from one on, which say what is usual.</summary>
    private Baseline BaselineOf(CallOperation call, int from, int count) => new(call.Arguments.Skip(from).Take(count).Select(Number).ToArray(), call.Origin.Text, _lag);

    private Node Membership(CallOperation call)
    {
        return call.Arguments[0].Kind switch
        {
            ValueKind.Number => Make<decimal, NumberOrder>(),
            ValueKind.Boolean => Make<bool, BooleanOrder>(),
            ValueKind.Text => Make<string, TextOrder>(),
            ValueKind.Date => Make<int, DateOrder>(),
        };

        Node Make<T, TOrder>()
            where TOrder : struct, IComparer<T>
        {
            var arguments = call.Arguments.Select(argument => (Node<T>)Build(argument)).ToArray();
            return call.Function.Id == Function.In
                ? new InNode<T, TOrder>(arguments[0], arguments.Skip(1).ToArray(), Overflow)
                : new BetweenNode<T, TOrder>(arguments[0], arguments[1], arguments[2], Overflow);
        }
    }

    private NumberFunctionNode Total(CallOperation call, Func<decimal, decimal> function)
    {
        return new NumberFunctionNode(Apply, Argument(call, 0), Cause(CauseKind.OutOfDomain, call));

        bool Apply(decimal argument, out decimal value)
        {
            value = function(argument);
            return true;
        }
    }

    private TextSearchNode TextSearch(CallOperation call) => new(Text(call.Arguments[0]), Text(call.Arguments[1]), call.Function.Id switch
    {
        Function.Contains => (text, part) => text.IndexOf(part, StringComparison.Ordinal) >= 0,
        Function.StartsWith => (text, part) => text.StartsWith(part, StringComparison.Ordinal),
        // others: the caller passes searches alone, and this one is left of them
        _ => (text, part) => text.EndsWith(part, StringComparison.Ordinal),
    });

    /// <summary>An optional argument that is left out is 0.</summary>
    private Node<decimal> Argument(CallOperation call, int index) =>
        index < call.Arguments.Count ? Number(call.Arguments[index]) : new ConstantNode<decimal>(0);
}
