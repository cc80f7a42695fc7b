// A token of JSON or a comment, and how many lines end before it.
namespace KpiRules.Cli.Formatting;

/// <param name="Text">As written; of a comment, without blanks at the ends of its lines, which end with a line feed.</param>
/// <param name="LinesBefore">How many lines end between it and what stands before it.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int LinesBefore)
{
    public bool IsLineComment => Kind == TokenKind.Comment && Text[1] == '/';
}
