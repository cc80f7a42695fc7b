// Takes an expression, gives a text that is alike only for expressions which always have the same value.
using System;
using System.Linq;
using System.Runtime.CompilerServices;
using KpiRules.Kernel;

namespace KpiRules.Workflows.Exporting;

internal static class SameValue
{
    public static string Of(Operation expression)
    {
        var own = expression switch
        {
            ConstantOperation constant => $"{constant.Value.Kind}:{Term.Of(constant.Value).Text}",
            ParameterOperation parameter => parameter.Name,
            InputOperation input => input.Input.ToString(),
            CellOperation cell => cell.Cell,
            FieldOperation field => FormattableString.Invariant($"{field.List.Name}:{field.Index}"),
            ArithmeticOperation arithmetic => string.Join(",", arithmetic.Signs),
            LogicOperation logic => logic.IsAnd.ToString(),
            ComparisonOperation comparison => comparison.Sign.ToString(),
            CallOperation call => $"{call.Function.Name}:{call.Lag}",
            FoldOperation over => $"{over.Records.List.Name}:{over.Records.Lag}:{over.Records.Window}:{over.Function}:{over.Value is null}:{over.Condition is null}",
            NegationOperation or NotOperation or ChoiceOperation or DefaultOperation or AvailableOperation => "",
            // whatever else it says beside its parts, it is itself alone
            _ => FormattableString.Invariant($"{RuntimeHelpers.GetHashCode(expression)}"),
        };
        return $"{expression.GetType().Name}<{own}>({string.Join(";", expression.Parts().Select(Of))})";
    }
}
