// Takes tokens, reports the first place where they are no formula; what passes, NCalc can parse.
using System;
using System.Collections.Generic;
using KpiRules.Diagnostics;
using KpiRules.Kernel;
using KpiRules.Source;

namespace KpiRules.Formulas;

internal sealed class FormulaShape
{
    public const int MaxNesting = 100;
    public const int MaxNodes = 2000;

    private readonly FormulaText _formula;
    private readonly IReadOnlyList<FormulaToken> _tokens;
    private readonly FormulaHabits _habits;
    private readonly Stack<Level> _levels = new();
    private Level _level = new(-1, 0);
    private int _signs;

    private FormulaShape(FormulaText formula, IReadOnlyList<FormulaToken> tokens, FormulaHabits habits) =>
        (_formula, _tokens, _habits) = (formula, tokens, habits);

    /// <summary>The deepest nesting of brackets, calls and repeated signs.</summary>
    public int Nesting { get; private set; }

    /// <summary>For every opening token the index of its closing one.</summary>
    public Dictionary<int, int> Closings { get; } = [];

    /// <summary>The shape, or null where the tokens are no formula.</summary>
    /// <param name="isName">Whether something of the ruleset has a name: for what to make of words that are in a wrong place.</param>
    public static FormulaShape? Of(
        FormulaText formula, IReadOnlyList<FormulaToken> tokens, Func<string, bool> isName, DiagnosticBag diagnostics)
    {
        var shape = new FormulaShape(formula, tokens, new FormulaHabits(formula, tokens, isName));
        var fault = tokens.Count == 0 ? FormulaFaults.Empty(formula.Whole.Place, formula.Owner) : shape.FirstFault();
        if (fault is null)
            return shape;
        diagnostics.Add(fault);
        return null;
    }

    private Diagnostic? FirstFault()
    {
        var operandExpected = true;
        for (var i = 0; i < _tokens.Count; i++)
        {
            var fault = operandExpected ? WhereOperandIsExpected(i, ref operandExpected) : BehindOperand(i, ref operandExpected);
            if (fault is not null)
                return fault;
            if (i >= MaxNodes && CountNodes(i) > MaxNodes)
                return FormulaFaults.TooManyNodes(PlaceOf(i), _formula.Owner, MaxNodes);
        }

        var last = _tokens.Count - 1;
        if (operandExpected)
            return IsPercentApart(last + 1)
                ? FormulaFaults.PercentApart(PercentPlace(last + 1))
                : FormulaFaults.OperandExpectedAtEnd(PlaceOf(last), TextOf(last));
        return _levels.Count > 0 ? FormulaFaults.Unclosed(PlaceOf(_level.Opening), TextOf(_level.Opening)) : UnfinishedChoice();
    }

    private Diagnostic? WhereOperandIsExpected(int i, ref bool operandExpected)
    {
        var token = _tokens[i];
        switch (token.Kind)
        {
            case TokenKind.Not or TokenKind.Minus or TokenKind.Plus:
                return token.Kind == TokenKind.Plus ? MissingOperand(i) : Sign(i);
            case TokenKind.Open or TokenKind.Function:
                _levels.Push(_level);
                _level = new Level(i, _level.Depth + _signs + 1);
                _signs = 0;
                return Deepen(i);
            case TokenKind.Close when i > 0 && _tokens[i - 1].Kind == TokenKind.Function:
                operandExpected = false;
                return Close(i);
            case { } when token.IsOperand:
                operandExpected = false;
                _signs = 0;
                return null;
            // others: signs, none of which stands for a value
            default:
                return MissingOperand(i);
        }
    }

    private Diagnostic MissingOperand(int i) => _habits.WhereValueIsMissing(i)
        ?? (IsPercentApart(i) ? FormulaFaults.PercentApart(PercentPlace(i)) : FormulaFaults.OperandExpected(PlaceOf(i), TextOf(i)));

    /// <summary>A number, a blank and a % with nothing behind it: percent was meant.</summary>
    private bool IsPercentApart(int next) =>
        next >= 2 && _tokens[next - 1].Kind == TokenKind.Remainder && _tokens[next - 2].Kind == TokenKind.Number;

    private SourcePlace PercentPlace(int next) =>
        _formula.PlaceOf(_tokens[next - 2].Start, _tokens[next - 1].End - _tokens[next - 2].Start);

    private Diagnostic? BehindOperand(int i, ref bool operandExpected)
    {
        var token = _tokens[i];
        if (token.Kind == TokenKind.Close)
            return Close(i);
        if (token.IsOperand || token.OpensGroup || token.Kind == TokenKind.Not)
            return OperatorMissing(i);
        operandExpected = true;
        switch (token.Kind)
        {
            case TokenKind.Comma:
                if (_level.Opening < 0 || _tokens[_level.Opening].Kind != TokenKind.Function || IsThousandsSeparator(i))
                    return FormulaFaults.CommaOutsideCall(PlaceOf(i));
                var unfinished = UnfinishedChoice();
                _level = new Level(_level.Opening, _level.Depth);
                return unfinished;
            case TokenKind.And or TokenKind.Or:
                _level.Compared = false;
                return null;
            case TokenKind.Question:
                if (_level.Questions++ > 0)
                    return FormulaFaults.NestedChoice(PlaceOf(i));
                _level.Choice = i;
                _level.Compared = false;
                return null;
            case TokenKind.Colon:
                if (_level.Questions == 0 || _level.Colons++ > 0)
                    return FormulaFaults.ColonAlone(PlaceOf(i));
                _level.Compared = false;
                return null;
            case { } when token.IsComparison:
                if (_level.Compared)
                    return FormulaFaults.ComparisonChain(PlaceOf(i));
                _level.Compared = true;
                return null;
            // others: may stand anywhere between two values
            default:
                return null;
        }
    }

    /// <summary>1,000 inside a call: nobody writes a whole number with a leading zero as an argument.</summary>
    private bool IsThousandsSeparator(int comma)
    {
        var (before, behind) = (_tokens[comma - 1], comma + 1 < _tokens.Count ? _tokens[comma + 1] : default);
        return before.Kind == TokenKind.Number && behind.Kind == TokenKind.Number && before.End == _tokens[comma].Start
            && behind.Start == _tokens[comma].End && behind.Length > 1 && FormulaCharacters.Fold(_formula.Text[behind.Start]) == '0'
            && FormulaCharacters.IsDigit(_formula.Text[behind.Start + 1]);
    }

    private Diagnostic OperatorMissing(int i)
    {
        if (_habits.WhereOperatorIsMissing(i) is { } habit)
            return habit;
        var before = _tokens[i - 1];
        var isPercent = before.Kind == TokenKind.Number && FormulaCharacters.Fold(_formula.Text[before.End - 1]) == '%';
        var whole = _formula.PlaceOf(before.Start, _tokens[i].End - before.Start);
        return isPercent
            ? FormulaFaults.PercentThenOperand(whole, _formula.Text.Substring(before.Start, _tokens[i].End - before.Start))
            : FormulaFaults.OperatorMissing(PlaceOf(i), TextOf(i - 1), TextOf(i));
    }

    private Diagnostic? Close(int i)
    {
        if (_levels.Count == 0)
            return FormulaFaults.Unopened(PlaceOf(i), TextOf(i));
        Closings[_level.Opening] = i;
        var unfinished = UnfinishedChoice();
        _level = _levels.Pop();
        _signs = 0;
        return unfinished;
    }

    private Diagnostic? UnfinishedChoice() =>
        _level.Questions > _level.Colons ? FormulaFaults.ChoiceUnfinished(PlaceOf(_level.Choice)) : null;

    private Diagnostic? Sign(int i)
    {
        _signs++;
        return Deepen(i);
    }

    /// <summary>Signs count: each is a node, which everybody steps down into.</summary>
    private Diagnostic? Deepen(int i)
    {
        Nesting = Math.Max(Nesting, _level.Depth + _signs);
        return Nesting > MaxNesting ? FormulaFaults.TooDeep(PlaceOf(i), _formula.Owner, MaxNesting) : null;
    }

    private int CountNodes(int last)
    {
        var nodes = 0;
        for (var i = 0; i <= last; i++)
        {
            if (_tokens[i].Kind is not (TokenKind.Open or TokenKind.Close or TokenKind.Comma or TokenKind.Colon))
                nodes++;
        }

        return nodes;
    }

    private SourcePlace PlaceOf(int i) => _formula.PlaceOf(_tokens[i].Start, _tokens[i].Length);

    private string TextOf(int i) => _formula.Text.Substring(_tokens[i].Start, _tokens[i].Length);

    /// <summary>What has been seen since the bracket that opened this level, or since its last comma.</summary>
    private sealed class Level(int opening, int depth)
    {
        public int Opening { get; } = opening;

        /// <summary>How deep everything at this level is nested.</summary>
        public int Depth { get; } = depth;

        public int Choice { get; set; }

        public int Questions { get; set; }

        public int Colons { get; set; }

        public bool Compared { get; set; }
    }
}
