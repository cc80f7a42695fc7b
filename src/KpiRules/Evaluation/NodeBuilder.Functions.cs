// Building of the functions that give a number, and of those that look into a text.
using System;
using System.Linq;
using KpiRules.Evaluation.Nodes;
using KpiRules.Formulas;
using KpiRules.Kernel;

namespace KpiRules.Evaluation;

internal sealed partial class NodeBuilder
{
    private Node<decimal> NumberFunction(CallOperation call)
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
            Function.PeriodDays => OfPeriod(call, calendar => calendar.Days),
            Function.Elapsed => new ElapsedNode(call.Lag, Cause(CauseKind.NoWorkdays, call)),
            Function.Remaining => OfPeriod(call, calendar => calendar.DaysLeft),
            Function.Year => OfPeriod(call, calendar => calendar.Year),
            Function.Quarter => OfPeriod(call, calendar => calendar.Quarter),
            Function.Month => OfPeriod(call, calendar => calendar.Month),
            Function.DaysBetween => new DaysBetweenNode(Date(call.Arguments[0]), Date(call.Arguments[1])),
            Function.ActiveDays => new ActiveDaysNode(call.Lag, Date(call.Arguments[0]), Date(call.Arguments[1])),
            _ => throw new NotSupportedException(call.Function.Name),
        };
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
        _ => (text, part) => text.EndsWith(part, StringComparison.Ordinal),
    });

    private PeriodNumberNode OfPeriod(CallOperation call, Func<PeriodCalendar, int?> number) => new(call.Lag, number, Cause(CauseKind.PeriodTooLong, call));

    /// <summary>An optional argument that is left out is 0.</summary>
    private Node<decimal> Argument(CallOperation call, int index) =>
        index < call.Arguments.Count ? Number(call.Arguments[index]) : new ConstantNode<decimal>(0);
}
