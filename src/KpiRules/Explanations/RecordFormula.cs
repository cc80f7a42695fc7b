// Writes what a line does for each record as one formula, made of the author's own.
using System.Linq;
using KpiRules.Cells;
using KpiRules.Formulas;

namespace KpiRules.Explanations;

internal static class RecordFormula
{
    /// <summary>Such as <c>if(product = 'A', Min(amount * 10%, 50), 0)</c>; a schedule is told by what it looks at.</summary>
    public static string Of(EachExpression each)
    {
        var formula = Of(each.Inner, each.Line);
        if (each.Gate is not null)
            formula = $"if({Of(each.Gate, each.Line)}, {formula}, 0)";
        return each.Applies is null ? formula : $"if({Of(each.Applies, each.Line)}, {formula}, 0)";
    }

    private static string Of(Expression expression, string line)
    {
        var text = expression.Origin.Text;
        return expression switch
        {
            CallExpression call when text == line => $"{call.Function.Name}({string.Join(", ", call.Arguments.Select(argument => Of(argument, line)))})",
            ChainExpression product when text == line => string.Join(" × ", product.Operands.Select(operand => Bracketed(operand, line))),
            RowsExpression rows => $"{rows.Form.ToString().ToLowerInvariant()}({rows.On.Origin.Text})",
            CasesExpression cases => $"cases({cases.On.Origin.Text})",
            GridExpression grid => $"grid({grid.Rows.On.Origin.Text}, {grid.Columns.On.Origin.Text})",
            ConstantExpression { Value.Number: not null } constant when text.Length == 0 => constant.Value.ToString(),
            _ => text,
        };
    }

    private static string Bracketed(Expression operand, string line) =>
        operand is ChainExpression { Chain: ChainKind.Sum } or ChoiceExpression && operand.Origin.Text != line ? $"({Of(operand, line)})" : Of(operand, line);
}
