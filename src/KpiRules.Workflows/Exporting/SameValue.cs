// Takes an expression, gives a text that is alike only for expressions which always have the same value.
using System;
using System.Linq;
using System.Runtime.CompilerServices;
using KpiRules.Formulas;

namespace KpiRules.Workflows.Exporting;

internal static class SameValue
{
    public static string Of(Expression expression)
    {
        var own = expression switch
        {
            ConstantExpression constant => $"{constant.Value.Kind}:{Term.Of(constant.Value).Text}",
            ParameterExpression parameter => parameter.Name,
            InputExpression input => input.Input.ToString(),
            CellExpression cell => cell.Cell,
            FieldExpression field => FormattableString.Invariant($"{field.List.Name}:{field.Index}"),
            ChainExpression chain => $"{chain.Chain}:{string.Join(",", chain.Operators)}",
            ComparisonExpression comparison => comparison.Operator.ToString(),
            CallExpression call => $"{call.Function.Name}:{call.Lag}",
            RecordExpression over => $"{over.Records.List.Name}:{over.Records.Lag}:{over.Records.Window}:{over.Function}:{over.Value is null}:{over.Condition is null}",
            NegationExpression or NotExpression or ChoiceExpression => "",
            // whatever else it says beside its parts, it is itself alone
            _ => FormattableString.Invariant($"{RuntimeHelpers.GetHashCode(expression)}"),
        };
        return $"{expression.GetType().Name}<{own}>({string.Join(";", expression.Parts().Select(Of))})";
    }
}
