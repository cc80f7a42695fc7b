// Pushes down the functions that look at a formula in several periods, one after another.
using System.Linq;
using KpiRules.Facts;
using KpiRules.Functions;
using KpiRules.Kernel;

namespace KpiRules.Cells;

internal sealed partial class PushDown
{
    private Operation Trailing(TrailingOperation trailing, Lag lag)
    {
        var (origin, kind, count) = (trailing.Origin, trailing.Trailing, trailing.Count);
        var inner = trailing.Inner is LeafOperation ? trailing.Inner : AsCell(trailing.Inner);
        Operation value = kind switch
        {
            TrailingKind.Sum => Sum(),
            TrailingKind.Average => Chain(ArithmeticSign.Divide, Sum(), Number(count)),
            TrailingKind.Growth => Chain(ArithmeticSign.Minus, Chain(ArithmeticSign.Divide, Term(0), Term(count)), Number(1)),
            TrailingKind.ZScore => Chart(ControlFunctions.ZScore, [Term(0), .. Before(1)]),
            TrailingKind.Beyond => Chart(ControlFunctions.Beyond, [Term(0), .. Before(1), At(lag, trailing.Limit!)]),
            TrailingKind.SameSide => Chart(ControlFunctions.SameSide, [.. Terms(count), .. Before(count)]),
            TrailingKind.Monotone => new TrendOperation(origin, Terms(count), Trend.Either),
            TrailingKind.Declining => new TrendOperation(origin, Terms(count + 1), Trend.Falling),
            TrailingKind.Rising => new TrendOperation(origin, Terms(count + 1), Trend.Rising),
        };

        // nothing stands in for a period without facts, be it the current one
        return new GuardOperation(origin, Presence(origin, lag), value);

        CallOperation Chart(RowFunction function, Operation[] values) => new(origin, function, values, trailing.Kind, trailing.Unit);

        Operation Sum() => count == 1
            ? Term(0)
            : ArithmeticOperation.Sum(origin, Terms(count), trailing.Unit);

        Operation[] Terms(int terms) => Enumerable.Range(0, terms).Select(Term).ToArray();

        Operation[] Before(int latest) => Enumerable.Range(latest, count).Select(Term).ToArray();

        Operation Term(int back)
        {
            _terms++;
            return Look(lag.Back(back), inner);
        }

        ArithmeticOperation Chain(ArithmeticSign sign, Operation left, Operation right) => new(origin, left, sign, right, trailing.Unit);

        ConstantOperation Number(int number) => new(origin, (decimal)number, Unit.Plain);
    }
}
