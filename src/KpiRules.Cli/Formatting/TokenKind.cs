// What a token is.
namespace KpiRules.Cli.Formatting;

internal enum TokenKind
{
    /// <summary>A bracket or brace that opens.</summary>
    Open,

    /// <summary>A bracket or brace that closes.</summary>
    Close,

    Colon,

    Comma,

    /// <summary>A text, number or word; a name too.</summary>
    Scalar,

    Comment,

    /// <summary>Behind everything.</summary>
    End,
}
