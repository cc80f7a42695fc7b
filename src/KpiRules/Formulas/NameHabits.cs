// Takes a name that names nothing, says what was meant where that is known elsewhere: null, or names with a word for an operator
// between them.
using System;
using System.Linq;
using KpiRules.Diagnostics;

namespace KpiRules.Formulas;

internal static class NameHabits
{
    /// <summary>What was meant; null where nobody knows.</summary>
    /// <param name="isName">Whether something of the ruleset has a name; without one beside it, a word is none.</param>
    public static Diagnostic? In(NameSyntax name, Func<string, bool> isName)
    {
        var text = name.Origin.Text;
        if (string.Equals(text, "null", StringComparison.OrdinalIgnoreCase))
            return FormulaFaults.NullValue(name.Origin.Place, text);
        if (OperatorWords.BeforeValue(text) is { } not && isName(text.Substring(not.End)))
            return Fault(not);
        return OperatorWords.All(text)
            .FirstOrDefault(word => isName(text.Substring(0, word.Start)) || isName(text.Substring(word.End))) is { } word
            ? Fault(word)
            : null;

        Diagnostic Fault(OperatorWord word) =>
            FormulaFaults.OperatorWord(name.Origin.Formula.PlaceOf(name.Origin.Start + word.Start, word.Length), word.Word, word.Operator);
    }
}
