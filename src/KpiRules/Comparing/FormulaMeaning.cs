// Takes the text of a formula, gives it in one form only: needless brackets, blanks, widths and ways to write a number do not matter.
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Formulas;
using KpiRules.Kernel;
using KpiRules.Source;
using KpiRules.Source.Json;

namespace KpiRules.Comparing;

internal static class FormulaMeaning
{
    /// <summary>The one form; the text itself where it is no formula.</summary>
    public static string Of(JsonString formula)
    {
        var parsed = FormulaParser.Parse(new FormulaText(formula, new Term("what.kpi")), _ => true, new DiagnosticBag());
        if (parsed is null)
            return "?" + formula.Value;
        var meaning = "";
        DeepStack.Run(parsed.Nesting, () => meaning = parsed.Root.Accept(new Writer()));
        return meaning;
    }

    /// <summary>A number, as a formula that is this number and nothing else.</summary>
    public static string Of(decimal number) => number < 0
        ? $"-({Of(-number)})"
        : ExactDecimal.Normalised(number).ToString(CultureInfo.InvariantCulture);

    /// <summary>A name.</summary>
    public static string OfName(string name) => $"[{name}]";

    /// <summary>With what the names of its results begin, such as its target.</summary>
    public static string StartOfName(string name) => $"[{name}.";

    private sealed class Writer : ISyntaxVisitor<string>
    {
        public string Literal(LiteralSyntax literal) => literal.Value switch
        {
            decimal number => Of(number),
            string text => "'" + text.Replace("'", "''") + "'",
            bool truth => truth ? "true" : "false",
            var day => "#" + ((System.IFormattable)day).ToString(null, CultureInfo.InvariantCulture),
        };

        public string Name(NameSyntax name) => OfName(name.Name);

        public string Call(CallSyntax call) => Called(call.Function.ToLowerInvariant(), call.Arguments);

        public string Negation(NegationSyntax negation) => $"-({negation.Operand.Accept(this)})";

        public string Not(NotSyntax not) => $"not({not.Operand.Accept(this)})";

        public string Chain(ChainSyntax chain) => chain.Kind
            + "(" + string.Concat(chain.Operands.Select(
                (operand, i) => (i > 0 && chain.Signs.Count > 0 ? chain.Signs[i - 1] + " " : " ") + operand.Accept(this))) + ")";

        public string Comparison(ComparisonSyntax comparison) =>
            $"{comparison.Sign}({comparison.Left.Accept(this)}, {comparison.Right.Accept(this)})";

        public string Choice(ChoiceSyntax choice) => Called("if", [choice.Condition, choice.Then, choice.Else]);

        private string Called(string function, IEnumerable<Syntax> arguments) =>
            $"{function}({string.Join(", ", arguments.Select(argument => argument.Accept(this)))})";
    }
}
