// Pushes down the functions that look at a formula in several periods, one after another.
using System.Linq;
using KpiRules.Facts;
using KpiRules.Formulas;

namespace KpiRules.Cells;

internal sealed partial class PushDown
{
    private Expression Trailing(TrailingExpression trailing, Lag lag)
    {
        var (origin, kind, count) = (trailing.Origin, trailing.Trailing, trailing.Count);
        var inner = trailing.Inner is LeafExpression ? trailing.Inner : AsCell(trailing.Inner);
        Expression value = kind switch
        {
            TrailingKind.Sum => Sum(),
            TrailingKind.Average => Chain(ChainKind.Product, TokenKind.Divide, Sum(), Number(count)),
            TrailingKind.Growth => Chain(ChainKind.Sum, TokenKind.Minus, Chain(ChainKind.Product, TokenKind.Divide, Term(0), Term(count)), Number(1)),
            TrailingKind.ZScore => new ZScoreExpression(origin, Term(0), Before(1)),
            TrailingKind.Beyond => new BeyondExpression(origin, Term(0), Before(1), At(lag, trailing.Limit!)),
            TrailingKind.SameSide => new SameSideExpression(origin, Terms(count), Before(count)),
            TrailingKind.Monotone => new TrendExpression(origin, Terms(count), Trend.Either),
            TrailingKind.Declining => new TrendExpression(origin, Terms(count + 1), Trend.Falling),
            TrailingKind.Rising => new TrendExpression(origin, Terms(count + 1), Trend.Rising),
        };

        // nothing stands in for a period without facts, be it the current one
        return new WithFactsExpression(origin, Presence(origin, lag), value);

        Expression Sum() => count == 1
            ? Term(0)
            : new ChainExpression(origin, ChainKind.Sum, Terms(count), Enumerable.Repeat(TokenKind.Plus, count - 1).ToArray(), ValueKind.Number, trailing.Unit);

        Expression[] Terms(int terms) => Enumerable.Range(0, terms).Select(Term).ToArray();

        Expression[] Before(int latest) => Enumerable.Range(latest, count).Select(Term).ToArray();

        Expression Term(int back)
        {
            _terms++;
            return Look(lag.Back(back), inner);
        }

        ChainExpression Chain(ChainKind chain, TokenKind @operator, Expression left, Expression right) =>
            new(origin, chain, [left, right], [@operator], ValueKind.Number, trailing.Unit);

        ConstantExpression Number(int number) => new(origin, (decimal)number, Units.Plain);
    }
}
