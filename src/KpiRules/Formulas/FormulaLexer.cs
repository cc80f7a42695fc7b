// Takes the text of a formula, gives its tokens; whatever is not a token is reported at its place, never dropped.
using System;
using System.Collections.Generic;
using KpiRules.Diagnostics;
using KpiRules.Kernel;
using KpiRules.Source;

namespace KpiRules.Formulas;

internal sealed partial class FormulaLexer
{
    public const int MaxLength = 4096;
    private const int MaxFaults = 10;

    private readonly FormulaText _formula;
    private readonly DiagnosticBag _diagnostics;
    private readonly string _text;
    private readonly List<FormulaToken> _tokens = [];
    private int _faults;
    private int _position;

    private FormulaLexer(FormulaText formula, DiagnosticBag diagnostics) =>
        (_formula, _diagnostics, _text) = (formula, diagnostics, formula.Text);

    /// <summary>The tokens, or null where something is wrong; every fault has then been reported.</summary>
    public static List<FormulaToken>? Read(FormulaText formula, DiagnosticBag diagnostics)
    {
        if (formula.Text.Length > MaxLength)
        {
            diagnostics.Add(FormulaFaults.TooLong(formula.PlaceOf(0, 1), formula.Owner, formula.Text.Length, MaxLength));
            return null;
        }

        var lexer = new FormulaLexer(formula, diagnostics);
        lexer.ReadAll();
        return lexer._faults > 0 ? null : lexer._tokens;
    }

    private void ReadAll()
    {
        while (_position < _text.Length)
        {
            if (FormulaCharacters.IsSpace(_text[_position]))
                _position++;
            else
                ReadToken();
        }
    }

    private void ReadToken()
    {
        var character = Folded(0);
        if (FormulaCharacters.IsDigit(character) || (character == '.' && FormulaCharacters.IsDigit(Folded(1))))
            ReadNumber();
        else if (FormulaCharacters.ClosersOf(_text[_position]) is { } closers)
            ReadText(closers);
        else if (character == '#')
            ReadDate();
        else if (character == '[' || FormulaCharacters.NameStart(_text, _position) > 0)
            ReadName();
        else
            ReadSymbol(character);
    }

    private void ReadSymbol(char character)
    {
        var (kind, length) = (character, Folded(1)) switch
        {
            ('!', '=') => (TokenKind.NotEqual, 2),
            ('<', '>') => (TokenKind.NotEqual, 2),
            ('=', '=') => (TokenKind.Equal, 2),
            ('<', '=') => (TokenKind.LessOrEqual, 2),
            ('>', '=') => (TokenKind.GreaterOrEqual, 2),
            ('&', '&') => (TokenKind.And, 2),
            ('|', '|') => (TokenKind.Or, 2),
            ('<', '<') or ('>', '>') => (default, -2),
            ('=', '>') or ('=', '<') => (default, 0),
            ('*', '*') or ('?', '?') => (default, -2),
            ('&' or '|' or '~' or '^', _) => (default, -1),
            ('+', _) => (TokenKind.Plus, 1),
            ('-', _) => (TokenKind.Minus, 1),
            ('*' or '×', _) => (TokenKind.Times, 1),
            ('/' or '÷', _) => (TokenKind.Divide, 1),
            ('%', _) => (TokenKind.Remainder, 1),
            ('=', _) => (TokenKind.Equal, 1),
            ('≠', _) => (TokenKind.NotEqual, 1),
            ('<', _) => (TokenKind.Less, 1),
            ('≤', _) => (TokenKind.LessOrEqual, 1),
            ('>', _) => (TokenKind.Greater, 1),
            ('≥', _) => (TokenKind.GreaterOrEqual, 1),
            ('!', _) => (TokenKind.Not, 1),
            ('?', _) => (TokenKind.Question, 1),
            (':', _) => (TokenKind.Colon, 1),
            (',', _) => (TokenKind.Comma, 1),
            ('(', _) => (TokenKind.Open, 1),
            (')', _) => (TokenKind.Close, 1),
            _ => (default, 0),
        };
        if (length > 0)
            Add(kind, length);
        else if (length < 0)
            Fail(-length, RefusedOperator(Place(-length), _text.Substring(_position, -length), character));
        else
            ReadUnknown();
    }

    private static Diagnostic RefusedOperator(SourcePlace place, string written, char character) =>
        character == '?' ? FormulaFaults.NullOperator(place, written) : FormulaFaults.BitOperator(place, written, character is '^' or '*');

    private void ReadUnknown()
    {
        if (Folded(0) == '{' && LengthInBraces() is > 2 and var length)
        {
            Fail(length, FormulaFaults.NameInBraces(
                Place(length), _text.Substring(_position, length), _text.Substring(_position + 1, length - 2).Trim()));
            return;
        }

        if (Folded(0) == '=')
        {
            Fail(2, FormulaFaults.OtherSymbol(Place(2), _text.Substring(_position, 2), Folded(1) + "="));
            return;
        }

        var character = FormulaCharacters.CharacterAt(_text, _position);
        var place = Place(character.Length);
        var codePoint = FormulaCharacters.CodePointAt(_text, _position);
        Fail(character.Length, character switch
        {
            "、" or ";" or "；" => FormulaFaults.OtherSymbol(place, character, ","),
            "。" => FormulaFaults.OtherSymbol(place, character, "."),
            "《" => FormulaFaults.OtherSymbol(place, character, "<"),
            "》" => FormulaFaults.OtherSymbol(place, character, ">"),
            "≦" or "⩽" => FormulaFaults.OtherSymbol(place, character, "<="),
            "≧" or "⩾" => FormulaFaults.OtherSymbol(place, character, ">="),
            "−" or "–" or "—" => FormulaFaults.OtherSymbol(place, character, "-"),
            _ when FormulaCharacters.IsInvisible(_text, _position) => FormulaFaults.InvisibleCharacter(place, codePoint),
            _ => FormulaFaults.UnexpectedCharacter(place, character, codePoint),
        });
    }

    /// <summary>The length of {name}, or 0 where the brace is not closed.</summary>
    private int LengthInBraces()
    {
        var length = 1;
        while (Folded(length) is not ('}' or '\0'))
            length++;
        return Folded(length) == '}' ? length + 1 : 0;
    }

    private void Add(TokenKind kind, int length, object? value = null)
    {
        _tokens.Add(new FormulaToken(kind, _position, length, value));
        _position += length;
    }

    /// <summary>
    /// Reports, and goes on behind the fault, so that one reading finds them all; a text that is no formula at all is left.
    /// </summary>
    private void Fail(int length, Diagnostic diagnostic)
    {
        _diagnostics.Add(diagnostic);
        _position = ++_faults < MaxFaults ? Math.Min(_position + length, _text.Length) : _text.Length;
    }

    private char Folded(int ahead) => _position + ahead < _text.Length ? FormulaCharacters.Fold(_text[_position + ahead]) : '\0';

    private SourcePlace Place(int length) => _formula.PlaceOf(_position, length);
}
