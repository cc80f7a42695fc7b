// Takes tokens and where among them a value or an operator is missing, says how formulas write what was meant, where it is known elsewhere.
using System;
using System.Collections.Generic;
using KpiRules.Diagnostics;
using KpiRules.Kernel;

namespace KpiRules.Formulas;

/// <summary>Habits from spreadsheets, from NCalc, from SQL and from Chinese get an answer of their own.</summary>
/// <param name="isName">Whether something of the ruleset has this name; it is then taken for nothing else.</param>
internal sealed class FormulaHabits(FormulaText formula, IReadOnlyList<FormulaToken> tokens, Func<string, bool> isName)
{
    private const string Like = "like";

    private static readonly Dictionary<string, string> Functions = new(StringComparer.OrdinalIgnoreCase)
    {
        ["in"] = "in",
        ["between"] = "between",
        [Like] = "contains",
    };

    /// <summary>What was meant by a token that cannot begin a value; null where nobody knows.</summary>
    public Diagnostic? WhereValueIsMissing(int i)
    {
        var (token, place) = (tokens[i], formula.PlaceOf(tokens[i].Start, tokens[i].Length));
        var next = i + 1 < tokens.Count ? tokens[i + 1] : (FormulaToken?)null;
        if (i == 0 && token.Kind == TokenKind.Equal)
            return FormulaFaults.LeadingEqualsSign(place);
        if (token.Kind == TokenKind.Plus && next is { } operand && (operand.IsOperand || operand.OpensGroup))
            return FormulaFaults.PlusSign(place);
        return token.Kind is TokenKind.And or TokenKind.Or && next?.Kind == TokenKind.Open
            ? FormulaFaults.LogicAsFunction(place, TextOf(i))
            : null;
    }

    /// <summary>What was meant by two tokens in a row without an operator; null where nobody knows.</summary>
    public Diagnostic? WhereOperatorIsMissing(int i) => IsNull(i) ?? FunctionBehindValue(i) ?? WordBetween(i);

    /// <summary>x is null, x is not null</summary>
    private Diagnostic? IsNull(int i)
    {
        var at = i + 1 < tokens.Count && tokens[i + 1].Kind == TokenKind.Not ? i + 2 : i + 1;
        if (at >= tokens.Count || !IsWord(i, "is") || !IsWord(at, "null"))
            return null;
        var (start, end) = (tokens[i].Start, tokens[at].End);
        return FormulaFaults.NullValue(formula.PlaceOf(start, end - start), formula.Text.Substring(start, end - start));
    }

    /// <summary>x in (…), x not in (…), x like …</summary>
    private Diagnostic? FunctionBehindValue(int i)
    {
        var negated = tokens[i].Kind == TokenKind.Not;
        var at = negated ? i + 1 : i;
        if (at >= tokens.Count
            || tokens[at].Kind is not (TokenKind.Function or TokenKind.Name)
            || !Functions.TryGetValue(NameOf(at), out var function)
            || (tokens[at].Kind == TokenKind.Name && isName(NameOf(at))))
            return null;
        if (string.Equals(NameOf(at), Like, StringComparison.OrdinalIgnoreCase))
            function = LikePattern(at + 1) ?? function;
        var value = tokens[i - 1].IsOperand ? TextOf(i - 1) : "x";
        var (start, end) = (tokens[i].Start, tokens[at].Start + NameOf(at).Length);
        return FormulaFaults.FunctionAsOperator(
            formula.PlaceOf(start, end - start),
            formula.Text.Substring(start, end - start),
            $"{(negated ? "not " : "")}{function}({value}, …)");
    }

    /// <summary>The function that holds for what a pattern of SQL with one % at an end does; null for any other pattern.</summary>
    private string? LikePattern(int i)
    {
        if (i >= tokens.Count
            || tokens[i] is not { Kind: TokenKind.Text, Value: string { Length: > 1 } pattern }
            || pattern.IndexOf('%') != pattern.LastIndexOf('%'))
            return null;
        return pattern[pattern.Length - 1] == '%' ? "startsWith" : pattern[0] == '%' ? "endsWith" : null;
    }

    private Diagnostic? WordBetween(int i)
    {
        var (before, behind) = (TextOf(i - 1), TextOf(i));
        if (IsBareName(i) && OperatorWords.AtStart(behind) is { } first)
            return FormulaFaults.OperatorWord(formula.PlaceOf(tokens[i].Start, first.Length), first.Word, first.Operator);
        if (IsBareName(i - 1) && OperatorWords.AtEnd(before) is { } last)
            return FormulaFaults.OperatorWord(formula.PlaceOf(tokens[i - 1].Start + last.Start, last.Length), last.Word, last.Operator);
        return null;
    }

    private bool IsWord(int i, string word) => IsBareName(i) && string.Equals(NameOf(i), word, StringComparison.OrdinalIgnoreCase);

    /// <summary>A word that names nothing, as far as it is written without brackets.</summary>
    private bool IsBareName(int i) =>
        tokens[i].Kind is TokenKind.Name or TokenKind.Function
        && FormulaCharacters.Fold(formula.Text[tokens[i].Start]) != '['
        && !isName(NameOf(i));

    private string NameOf(int i) => (string)tokens[i].Value!;

    private string TextOf(int i) => formula.Text.Substring(tokens[i].Start, tokens[i].Length);
}
