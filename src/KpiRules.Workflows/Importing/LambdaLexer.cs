// Takes an expression of a rule, gives its tokens, as the tokenizer of System.Linq.Dynamic.Core divides it; the first fault ends it.
using System;
using System.Collections.Generic;
using KpiRules.Formulas;
using KpiRules.Kernel;

namespace KpiRules.Workflows.Importing;

internal sealed partial class LambdaLexer
{
    public const int MaxLength = 10_000;

    /// <summary>Words that are operators, matched without case as RulesEngine does unless told otherwise.</summary>
    private static readonly Dictionary<string, LambdaTokenKind> Aliases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["eq"] = LambdaTokenKind.Equal,
        ["equal"] = LambdaTokenKind.Equal,
        ["ne"] = LambdaTokenKind.NotEqual,
        ["neq"] = LambdaTokenKind.NotEqual,
        ["notequal"] = LambdaTokenKind.NotEqual,
        ["lt"] = LambdaTokenKind.Less,
        ["LessThan"] = LambdaTokenKind.Less,
        ["le"] = LambdaTokenKind.LessOrEqual,
        ["LessThanEqual"] = LambdaTokenKind.LessOrEqual,
        ["gt"] = LambdaTokenKind.Greater,
        ["GreaterThan"] = LambdaTokenKind.Greater,
        ["ge"] = LambdaTokenKind.GreaterOrEqual,
        ["GreaterThanEqual"] = LambdaTokenKind.GreaterOrEqual,
        ["and"] = LambdaTokenKind.And,
        ["AndAlso"] = LambdaTokenKind.And,
        ["or"] = LambdaTokenKind.Or,
        ["OrElse"] = LambdaTokenKind.Or,
        ["not"] = LambdaTokenKind.Not,
        ["mod"] = LambdaTokenKind.Remainder,
    };

    private readonly FormulaText _expression;
    private readonly string _text;
    private readonly List<LambdaToken> _tokens = [];
    private int _position;

    private LambdaLexer(FormulaText expression) => (_expression, _text) = (expression, expression.Text);

    /// <summary>The tokens, the last of which is the end.</summary>
    /// <exception cref="RefusedException">There is a fault.</exception>
    public static IReadOnlyList<LambdaToken> Read(FormulaText expression)
    {
        if (expression.Text.Length > MaxLength)
            throw new RefusedException(ImportFaults.TooLong(expression.PlaceOf(0, 1), expression.Text.Length, MaxLength));
        var lexer = new LambdaLexer(expression);
        lexer.ReadAll();
        return lexer._tokens;
    }

    private void ReadAll()
    {
        while (_position < _text.Length)
        {
            if (char.IsWhiteSpace(_text[_position]))
                _position++;
            else if (char.IsLetter(_text[_position]) || _text[_position] == '_')
                ReadName();
            else if (_text[_position] is >= '0' and <= '9')
                ReadNumber();
            else if (_text[_position] is '"' or '\'')
                ReadText();
            else
                ReadSymbol();
        }

        _tokens.Add(new LambdaToken(LambdaTokenKind.End, _text.Length, 0));
    }

    private void ReadName()
    {
        var end = _position;
        while (end < _text.Length && (char.IsLetterOrDigit(_text[end]) || _text[end] == '_'))
            end++;
        var name = _text.Substring(_position, end - _position);
        Add(Aliases.TryGetValue(name, out var kind) ? kind : LambdaTokenKind.Name, name.Length, name);
    }

    private void ReadSymbol()
    {
        var (kind, length) = (_text[_position], Ahead(1)) switch
        {
            ('=', '=') => (LambdaTokenKind.Equal, 2),
            ('!', '=') or ('<', '>') => (LambdaTokenKind.NotEqual, 2),
            ('<', '=') => (LambdaTokenKind.LessOrEqual, 2),
            ('>', '=') => (LambdaTokenKind.GreaterOrEqual, 2),
            ('&', '&') => (LambdaTokenKind.And, 2),
            ('|', '|') => (LambdaTokenKind.Or, 2),
            ('?', '?') => (LambdaTokenKind.Coalesce, 2),
            ('?', '.') or ('=', '>') or ('<', '<') or ('>', '>') => (LambdaTokenKind.Foreign, 2),
            ('=', _) => (LambdaTokenKind.Equal, 1),
            ('<', _) => (LambdaTokenKind.Less, 1),
            ('>', _) => (LambdaTokenKind.Greater, 1),
            ('!', _) => (LambdaTokenKind.Not, 1),
            ('+', _) => (LambdaTokenKind.Plus, 1),
            ('-', _) => (LambdaTokenKind.Minus, 1),
            ('*', _) => (LambdaTokenKind.Times, 1),
            ('/', _) => (LambdaTokenKind.Divide, 1),
            ('%', _) => (LambdaTokenKind.Remainder, 1),
            ('(', _) => (LambdaTokenKind.Open, 1),
            (')', _) => (LambdaTokenKind.Close, 1),
            ('[', _) => (LambdaTokenKind.OpenBracket, 1),
            (']', _) => (LambdaTokenKind.CloseBracket, 1),
            ('.', _) => (LambdaTokenKind.Dot, 1),
            (',', _) => (LambdaTokenKind.Comma, 1),
            ('?', _) => (LambdaTokenKind.Question, 1),
            (':', _) => (LambdaTokenKind.Colon, 1),
            ('&' or '|' or '{' or '}' or '@' or '$' or '^' or '~', _) => (LambdaTokenKind.Foreign, 1),
            _ => (LambdaTokenKind.End, 0),
        };
        if (length == 0)
        {
            var character = FormulaCharacters.CharacterAt(_text, _position);
            throw new RefusedException(ImportFaults.BadCharacter(
                _expression.PlaceOf(_position, character.Length), character, FormulaCharacters.CodePointAt(_text, _position)));
        }

        Add(kind, length);
    }

    private void Add(LambdaTokenKind kind, int length, object? value = null, bool isWhole = false)
    {
        _tokens.Add(new LambdaToken(kind, _position, length, value, isWhole));
        _position += length;
    }

    private char Ahead(int characters) => _position + characters < _text.Length ? _text[_position + characters] : '\0';
}
