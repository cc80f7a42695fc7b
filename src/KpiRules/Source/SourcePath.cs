// The path of a value in a document, written the way an author would say it: kpis.margin.formula, tests[0].given['a.b'].
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace KpiRules.Source;

/// <remarks>
/// Put together when somebody reads it: each value has a path, and a name that all of them begin with may be as long as the text.
/// </remarks>
internal sealed class SourcePath
{
    /// <summary>A longer name is not worth writing whole: whoever writes a document could make each path as long as the document.</summary>
    public const int LongestName = 200;

    private static readonly char[] Quoted = ['.', '[', ']', '\'', ' ', '\n', '\r', '\t'];

    private readonly SourcePath? _parent;
    private readonly string? _name;
    private readonly int _index;

    private SourcePath(SourcePath? parent, string? name, int index) => (_parent, _name, _index) = (parent, name, index);

    /// <summary>Of the whole document; it is written as nothing.</summary>
    public static SourcePath Root { get; } = new(null, null, 0);

    public SourcePath Member(string name) => new(this, name, 0);

    public SourcePath Item(int index) => new(this, null, index);

    /// <summary>Its first steps, so many of them; the whole path where it has no more.</summary>
    public SourcePath Start(int steps) => Steps().Skip(steps - 1).FirstOrDefault() ?? this;

    /// <summary>The name that a step of it has, from 0; empty for an entry of a list, and behind its end.</summary>
    public string NameAt(int step) => Steps().Skip(step).FirstOrDefault()?._name ?? "";

    private Stack<SourcePath> Steps()
    {
        var steps = new Stack<SourcePath>();
        for (var step = this; step._parent is not null; step = step._parent)
            steps.Push(step);
        return steps;
    }

    public override string ToString()
    {
        var path = new StringBuilder();
        foreach (var step in Steps())
        {
            if (step._name is not { } name)
                path.Append('[').Append(step._index.ToString(CultureInfo.InvariantCulture)).Append(']');
            else if (name.Length == 0 || name.IndexOfAny(Quoted) >= 0)
                path.Append("['").Append(ShortText.Of(name, LongestName)).Append("']");
            else
                path.Append(path.Length == 0 ? "" : ".").Append(ShortText.Of(name, LongestName));
        }

        return path.ToString();
    }
}
