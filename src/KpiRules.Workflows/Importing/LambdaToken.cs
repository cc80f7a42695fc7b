// A token of a rule's expression, as dynamic LINQ divides it.
namespace KpiRules.Workflows.Importing;

internal enum LambdaTokenKind
{
    End,
    Name,
    Text,
    Number,
    Open,
    Close,
    OpenBracket,
    CloseBracket,
    Dot,
    Comma,
    Question,
    Colon,
    Coalesce,
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

    /// <summary>An operator that formulas do not have: bits, <c>=></c>, <c>?.</c>, braces.</summary>
    Foreign,
}

/// <param name="Value">The text of a literal without escapes, or its number.</param>
/// <param name="IsWhole">A number of a whole type: <c>2</c>, but not <c>2.0</c> or <c>2m</c>.</param>
internal readonly record struct LambdaToken(LambdaTokenKind Kind, int Start, int Length, object? Value = null, bool IsWhole = false)
{
    public int End => Start + Length;
}
