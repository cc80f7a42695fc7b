// Takes a formula as text, gives its syntax tree; NCalc does the parsing, and only this room knows it.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;

namespace KpiRules.Formulas;

internal static class FormulaParser
{
    /// <summary>From so many tokens on, NCalc's tree is deep even without brackets: 1 + 1 + 1 + … leans to the left.</summary>
    private const int LongChain = 100;

    /// <summary>The formula, or null after reporting why it is none.</summary>
    public static ParsedFormula? Parse(FormulaText formula, DiagnosticBag diagnostics)
    {
        var tokens = FormulaLexer.Read(formula, diagnostics);
        var shape = tokens is null ? null : FormulaShape.Of(formula, tokens, diagnostics);
        if (tokens is null || shape is null)
            return null;

        Syntax? syntax = null;
        var nesting = tokens.Count > LongChain ? DeepStack.DeepestOnCallersStack + 1 : shape.Nesting;
        DeepStack.Run(nesting, () => syntax = ParseWithNCalc(formula, tokens, shape.Closings));
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
            // nocache: NCalc's cache belongs to the whole process, and would grow with every ruleset ever read
            var tree = NCalc.Expression.Compile(NCalcText.Write(tokens, closings), nocache: true);
            return new NCalcLowering(formula, tokens, closings).Lower(tree);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // the shape was checked, so this is a fault of ours or NCalc's; the author sees the formula marked
            return null;
        }
    }
}
