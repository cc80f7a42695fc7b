// A value with its name and the comments around it; a document is the entry of its root.
using System.Collections.Generic;
using System.Linq;

namespace KpiRules.Cli.Formatting;

/// <param name="Name">Null for an item of a list and for the root.</param>
/// <param name="Value">The text of a scalar; the bracket that opens anything else.</param>
/// <param name="LinesBefore">How many lines end before its name or value.</param>
internal sealed record Entry(string? Name, string Value, int LinesBefore)
{
    /// <summary>Comments above it, or before it on its line.</summary>
    public List<Token> Leading { get; } = [];

    /// <summary>Comments between its name and its value.</summary>
    public List<Token> Between { get; } = [];

    /// <summary>Comments between its value and the comma.</summary>
    public List<Token> BeforeComma { get; } = [];

    /// <summary>Comments behind it on its line.</summary>
    public List<Token> Trailing { get; } = [];

    /// <summary>Comments behind the bracket that opens it, on its line.</summary>
    public List<Token> Opening { get; } = [];

    /// <summary>Comments above the bracket that closes it.</summary>
    public List<Token> Closing { get; } = [];

    public List<Entry> Entries { get; } = [];

    public bool IsObject => Value == "{";

    public bool IsContainer => Value is "{" or "[";

    public bool HoldsContainers => Entries.Any(entry => entry.IsContainer);

    /// <summary>Whether a comment stands in it or at it, but for those behind its comma.</summary>
    public bool HasComments => Leading.Count + Between.Count + BeforeComma.Count > 0 || HasCommentsWithin;

    public bool HasCommentsWithin => Opening.Count + Closing.Count > 0
        || Entries.Any(entry => entry.HasComments || entry.Trailing.Count > 0);
}
