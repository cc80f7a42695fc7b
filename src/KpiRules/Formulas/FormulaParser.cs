// Takes a formula as text, gives its syntax tree; NCalc does the parsing, and only this room knows it.
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Kernel;

namespace KpiRules.Formulas;

internal static class FormulaParser
{
    private static readonly NCalc.LogicalExpressionParserOptions Grammar = new();

    /// <summary>The formula, or null after reporting why it is none.</summary>
    /// <param name="isName">Whether something of the ruleset has a name: for what to make of words that are in a wrong place.</param>
    public static ParsedFormula? Parse(FormulaText formula, Func<string, bool> isName, DiagnosticBag diagnostics)
    {
        var tokens = FormulaLexer.Read(formula, diagnostics);
        var shape = tokens is null ? null : FormulaShape.Of(formula, tokens, isName, diagnostics);
        if (tokens is null || shape is null)
            return null;

        Syntax? syntax = null;
        if (!DeepStack.TryRun(shape.Nesting, () => syntax = ParseWithNCalc(formula, tokens, shape.Closings)))
        {
            diagnostics.Add(FormulaFaults.TooDeepWithoutThreads(
                formula.Whole.Place, formula.Owner, shape.Nesting, DeepStack.DeepestOnCallersStack));
            return null;
        }

        if (syntax is null)
        {
            diagnostics.Add(FormulaFaults.NotParsed(formula.Whole.Place, formula.Owner));
            return null;
        }

        var names = tokens.Where(token => token.Kind == TokenKind.Name).Select(token => (string)token.Value!).Distinct().ToList();
        return new ParsedFormula(formula, syntax, names, shape.Nesting);
    }

    private static Syntax? ParseWithNCalc(FormulaText formula, IReadOnlyList<FormulaToken> tokens, IReadOnlyDictionary<int, int> closings)
    {
        try
        {
            // NCalc keeps a parser for each culture, so one culture asks for one
            var text = new NCalc.LogicalExpressionParseContext(NCalcText.Write(tokens), Grammar);
            return new NCalcLowering(formula, tokens, closings)
                .Lower(NCalc.LogicalExpressionParser.Parse(text, CultureInfo.InvariantCulture));
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // the shape was checked, so this is a fault of ours or NCalc's; the author sees the formula marked
            return null;
        }
    }
}
