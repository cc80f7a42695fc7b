// Takes a document as an entry, gives its canonical text, with line feeds.
using System.Collections.Generic;
using System.Linq;
using System.Text;
using KpiRules.Diagnostics;

namespace KpiRules.Cli.Formatting;

/// <summary>
/// Two spaces a level. What is short and holds no comment stands on one line, but for the document and the sections that hold
/// definitions. Blank lines between entries stay, one of several. Long lists of texts and numbers keep their rows.
/// </summary>
internal sealed class EntryWriter
{
    /// <summary>In columns of a terminal, where a Chinese character takes two.</summary>
    public const int Width = 140;

    private readonly StringBuilder _text = new();

    public static string Write(Entry root)
    {
        var writer = new EntryWriter();
        writer.WriteEntry(root, 0, isLast: true, behind: []);
        foreach (var comment in root.BeforeComma)
            writer.NewLine(0, comment.LinesBefore > 1).Append(comment.Text);
        return writer._text.Append('\n').ToString();
    }

    private StringBuilder NewLine(int depth, bool afterBlank)
    {
        if (_text.Length > 0)
            _text.Append(afterBlank ? "\n\n" : "\n");
        return _text.Append(' ', depth * 2);
    }

    /// <param name="behind">The comments between the value and its comma.</param>
    private void WriteEntry(Entry entry, int depth, bool isLast, IReadOnlyList<Token> behind)
    {
        for (var i = 0; i < entry.Leading.Count; i++)
        {
            _text.Append(entry.Leading[i].Text);
            var lines = i + 1 < entry.Leading.Count ? entry.Leading[i + 1].LinesBefore : entry.LinesBefore;
            if (lines > 0 || entry.Leading[i].IsLineComment)
                NewLine(depth, lines > 1);
            else
                _text.Append(' ');
        }

        if (entry.Name is not null)
            _text.Append(entry.Name).Append(": ");
        foreach (var comment in entry.Between)
        {
            _text.Append(comment.Text);
            if (comment.IsLineComment)
                NewLine(depth + 1, afterBlank: false);
            else
                _text.Append(' ');
        }

        WriteValue(entry, depth, isLast ? 0 : 1);
        foreach (var comment in behind)
            _text.Append(' ').Append(comment.Text);
        if (!isLast)
            _text.Append(',');
        foreach (var comment in entry.Trailing)
            _text.Append(' ').Append(comment.Text);
    }

    private void WriteValue(Entry entry, int depth, int comma)
    {
        if (!entry.IsContainer)
            _text.Append(entry.Value);
        else if (MayBeFlat(entry, depth) && Flat(entry) is var flat && Column() + DisplayWidth.Of(flat) + comma <= Width)
            _text.Append(flat);
        else
            WriteLines(entry, depth);
    }

    private void WriteLines(Entry container, int depth)
    {
        _text.Append(container.Value);
        foreach (var comment in container.Opening)
            _text.Append(' ').Append(comment.Text);
        var isInRows = !container.IsObject && !container.HoldsContainers;
        for (var i = 0; i < container.Entries.Count; i++)
        {
            var (entry, isLast) = (container.Entries[i], i == container.Entries.Count - 1);
            var lines = entry.Leading.Count > 0 ? entry.Leading[0].LinesBefore : entry.LinesBefore;
            if (isInRows && i > 0 && lines == 0 && container.Entries[i - 1].Trailing.Count == 0 && Fits(entry, isLast))
                _text.Append(' ');
            else
                NewLine(depth + 1, afterBlank: i > 0 && lines > 1);
            WriteEntry(entry, depth + 1, isLast, entry.BeforeComma);
        }

        for (var i = 0; i < container.Closing.Count; i++)
        {
            var isBelow = i > 0 || container.Entries.Count > 0;
            NewLine(depth + 1, isBelow && container.Closing[i].LinesBefore > 1).Append(container.Closing[i].Text);
        }

        NewLine(depth, afterBlank: false).Append(container.IsObject ? '}' : ']');
    }

    /// <summary>Whether an item of a row has room on the line that was begun.</summary>
    private bool Fits(Entry item, bool isLast)
    {
        var words = item.Leading.Concat(item.BeforeComma).Sum(comment => DisplayWidth.Of(comment.Text) + 1) + DisplayWidth.Of(item.Value);
        return Column() + 1 + words + (isLast ? 0 : 1) <= Width;
    }

    private static bool MayBeFlat(Entry container, int depth) =>
        !container.HasCommentsWithin && (container.Entries.Count == 0 || depth > (container.HoldsContainers ? 1 : 0));

    private static string Flat(Entry entry)
    {
        if (!entry.IsContainer)
            return entry.Value;
        var entries = string.Join(
            ", ", entry.Entries.Select(inner => (inner.Name is null ? "" : inner.Name + ": ") + Flat(inner)));
        return !entry.IsObject ? $"[{entries}]" : entries.Length == 0 ? "{}" : $"{{ {entries} }}";
    }

    private int Column()
    {
        var start = _text.Length;
        while (start > 0 && _text[start - 1] != '\n')
            start--;
        return DisplayWidth.Of(_text.ToString(start, _text.Length - start));
    }
}
