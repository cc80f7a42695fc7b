// Writes what a line does for each record as one formula, made of the author's own.
using System.Linq;
using KpiRules.Kernel;
using KpiRules.Sections.Incentives;
using KpiRules.Sections.Schedules;

namespace KpiRules.Explanations;

internal static class RecordFormula
{
    /// <summary>Such as <c>if(product = 'A', Min(amount * 10%, 50), 0)</c>; a schedule is told by what it looks at.</summary>
    public static string Of(EachOperation each)
    {
        var formula = Of(each.Inner, each.Line);
        if (each.Gate is not null)
            formula = $"if({Of(each.Gate, each.Line)}, {formula}, 0)";
        return each.Applies is null ? formula : $"if({Of(each.Applies, each.Line)}, {formula}, 0)";
    }

    private static string Of(Operation expression, string line)
    {
        var text = expression.Origin.Text;
        return expression switch
        {
            CallOperation call when text == line =>
                $"{call.Function.Name}({string.Join(", ", call.Arguments.Select(argument => Of(argument, line)))})",
            ArithmeticOperation product when text == line =>
                string.Join(" × ", product.Operands.Select(operand => Bracketed(operand, line))),
            ScheduleOperation schedule => schedule.Shown,
            ConstantOperation { Value.Number: not null } constant when text.Length == 0 => constant.Value.ToString(),
            // others: the author wrote them
            _ => text,
        };
    }

    private static string Bracketed(Operation operand, string line) =>
        operand is ArithmeticOperation { IsSum: true } or ChoiceOperation && operand.Origin.Text != line
            ? $"({Of(operand, line)})"
            : Of(operand, line);
}
