// Takes a seed, gives the text of a CSV file: rows as spreadsheets write them, then a few mutations.
using System;
using System.Collections.Generic;
using System.Linq;

namespace KpiRules.Cli.Tests.Csv;

internal sealed class RandomCsv(int seed)
{
    private static readonly string[] LineEnds = ["\r\n", "\n", "\r"];

    private readonly Random _random = new(seed);

    /// <summary>The line of the header before any mutation; a file that still begins with it has to be read.</summary>
    public string Header { get; private set; } = "";

    /// <param name="columns">The columns: subject, period or date, numbers, and whatever else there is.</param>
    public string Write(string[] columns)
    {
        var (delimiter, end) = (",;\t"[_random.Next(3)], LineEnds[_random.Next(LineEnds.Length)]);
        Header = string.Join(delimiter, columns);
        var rows = Enumerable.Range(0, _random.Next(1, 12))
            .Select(row => string.Join(delimiter, columns.Select(column => Quoted(Cell(column, row), delimiter))));
        var text = (Happens(3) ? "\uFEFF" : "") + string.Join(end, rows.Prepend(Header)) + (Happens(2) ? end : "");
        for (var i = _random.Next(5); i > 0; i--)
            text = Mutated(text, delimiter);
        return text;
    }

    private string Cell(string column, int row) => column switch
    {
        "subject" => OneOf($"s{row}", $"s{row}", $"=s{row}", $"'-s{row}", "ann"),
        "period" => OneOf("2026-03", "2026-03", "2026-04"),
        "date" => OneOf("2026-03-01", "2026-03-31", "2026-04-15"),
        "level" => OneOf("rep", "manager, senior", ""),
        "note" => OneOf("", "", "a; b, c", "he said \"no\"", "one\ntwo", "one\r\n\r\ntwo, three", "\"", "-"),
        _ => OneOf("1", "-2.5", "1200", "", "x"),
    };

    private string Quoted(string cell, char delimiter) =>
        cell.AsSpan().IndexOfAny("\"\r\n") >= 0 || cell.Contains(delimiter) || Happens(5) ? $"\"{cell.Replace("\"", "\"\"")}\"" : cell;

    private string Mutated(string text, char delimiter)
    {
        var (at, other) = (Place(text), Place(text));
        var (first, last) = (Math.Min(at, other), Math.Max(at, other));
        return _random.Next(11) switch
        {
            0 or 1 => text.Insert(at, "\""),
            2 => text.Insert(last, "\"").Insert(first, "\""),
            3 => text.Insert(at, delimiter.ToString()),
            4 => text.Insert(at, LineEnds[_random.Next(LineEnds.Length)]),
            5 => text.Remove(at, Math.Min(_random.Next(20), text.Length - at)),
            6 => text.Insert(other, text.Substring(at, Math.Min(_random.Next(40), text.Length - at))),
            7 => text.Insert(at, OneOf("'", "=", " ", "\0", "\uFEFF", ",", ";", "\t", "\"\"", "，", "x")),
            8 => text[..at],
            9 => WithPair(text, delimiter),
            _ => OneOf("\uFEFF", "\n", "\r\n\r\n", " ") + text,
        };
    }

    /// <summary>Two stray quotes that look like one value over several lines: before a field, and behind one below it.</summary>
    private string WithPair(string text, char delimiter)
    {
        var lines = text.Split('\n');
        var (one, other, column) = (_random.Next(lines.Length), _random.Next(lines.Length), _random.Next(5));
        lines[Math.Min(one, other)] = WithQuote(lines[Math.Min(one, other)], field => "\"" + field);
        lines[Math.Max(one, other)] = WithQuote(lines[Math.Max(one, other)], field => field.TrimEnd('\r') + "\"");
        return string.Join('\n', lines);

        string WithQuote(string line, Func<string, string> quoted) =>
            string.Join(delimiter, line.Split(delimiter).Select((field, i) => i == column ? quoted(field) : field));
    }

    /// <summary>Quotes and line ends do most where fields begin and end; so half of the places are there.</summary>
    private int Place(string text)
    {
        var at = _random.Next(text.Length + 1);
        return Happens(2) || text.AsSpan(at).IndexOfAny(",;\t\r\n") is not (>= 0 and var edge) ? at : at + edge + _random.Next(2);
    }

    private bool Happens(int oneIn) => _random.Next(oneIn) == 0;

    private string OneOf(params IReadOnlyList<string> choices) => choices[_random.Next(choices.Count)];
}
