// The smallest parts of a formula.

namespace KpiRules.Formulas;

internal enum TokenKind
{
    Number,
    Text,
    Date,
    True,
    False,
    Name,
    Function,
    Open,
    Close,
    Comma,
    Plus,
    Minus,
    Times,
    Divide,
    Remainder,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    And,
    Or,
    Not,
    Question,
    Colon,
}

/// <param name="Value">The decimal of a number, the day of a date, the characters of a text, the name of a name or function.</param>
internal readonly record struct FormulaToken(TokenKind Kind, int Start, int Length, object? Value = null)
{
    public int End => Start + Length;

    public bool IsOperand => Kind <= TokenKind.Name;

    public bool IsComparison => Kind is >= TokenKind.Equal and <= TokenKind.GreaterOrEqual;

    public bool OpensGroup => Kind is TokenKind.Open or TokenKind.Function;
}
