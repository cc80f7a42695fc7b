// Takes tokens, gives the document as an entry, each comment at the entry that it stands with.
using System.Collections.Generic;

namespace KpiRules.Cli.Formatting;

/// <summary>
/// A comment belongs to what stands before it on its line where nothing follows there, and to what comes next otherwise. A comma
/// goes directly behind its value: what stood between the two on lines of its own stays behind the comma.
/// </summary>
internal sealed class EntryReader
{
    private readonly IReadOnlyList<Token> _tokens;
    private int _position;

    private EntryReader(IReadOnlyList<Token> tokens) => _tokens = tokens;

    private Token Next => _tokens[_position];

    public static Entry Read(IReadOnlyList<Token> tokens)
    {
        var reader = new EntryReader(tokens);
        var root = reader.ReadEntry(isNamed: false, reader.TakeComments());
        var behind = reader.TakeComments();
        reader.MoveTrailing(behind, root.Trailing);
        // a document has no bracket around it: what stands below it is kept where what stands before a comma is
        root.BeforeComma.AddRange(behind);
        return root;
    }

    private Token Take() => _tokens[_position++];

    private List<Token> TakeComments()
    {
        var comments = new List<Token>();
        while (Next.Kind == TokenKind.Comment)
            comments.Add(Take());
        return comments;
    }

    private Entry ReadEntry(bool isNamed, List<Token> leading)
    {
        var first = Take();
        var between = new List<Token>();
        if (isNamed)
        {
            between.AddRange(TakeComments());
            Take();
            between.AddRange(TakeComments());
        }

        var value = isNamed ? Take() : first;
        var entry = new Entry(isNamed ? first.Text : null, value.Text, first.LinesBefore);
        entry.Leading.AddRange(leading);
        entry.Between.AddRange(between);
        if (value.Kind == TokenKind.Open)
            ReadEntries(entry);
        return entry;
    }

    private void ReadEntries(Entry container)
    {
        var pending = TakeComments();
        MoveTrailing(pending, container.Opening);
        while (Next.Kind != TokenKind.Close)
        {
            var entry = ReadEntry(container.IsObject, pending);
            container.Entries.Add(entry);
            pending = TakeComments();
            if (Next.Kind == TokenKind.Comma)
            {
                MoveBeforeComma(pending, entry.BeforeComma);
                Take();
                pending.AddRange(TakeComments());
            }

            MoveTrailing(pending, entry.Trailing);
        }

        container.Closing.AddRange(pending);
        Take();
    }

    /// <summary>The comments on the line of the value that let a comma follow on it.</summary>
    private static void MoveBeforeComma(List<Token> comments, List<Token> to)
    {
        while (comments.Count > 0 && comments[0].LinesBefore == 0 && !comments[0].IsLineComment)
        {
            to.Add(comments[0]);
            comments.RemoveAt(0);
        }
    }

    /// <summary>The comments up to the end of the line, unless something else follows on it.</summary>
    private void MoveTrailing(List<Token> comments, List<Token> to)
    {
        var count = 0;
        while (count < comments.Count && comments[count].LinesBefore == 0 && (count == 0 || !comments[count - 1].IsLineComment))
            count++;
        if (count == 0)
            return;
        var follows = count < comments.Count ? comments[count] : Next;
        var ends = follows.LinesBefore > 0 || follows.Kind is TokenKind.End or TokenKind.Close || comments[count - 1].IsLineComment;
        if (!ends)
            return;
        to.AddRange(comments.GetRange(0, count));
        comments.RemoveRange(0, count);
    }
}
