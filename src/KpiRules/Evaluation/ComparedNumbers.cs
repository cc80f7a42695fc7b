// Takes the cells of a policy, gives for each name the numbers it is compared with: nothing that shows it may cross them.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Kernel;

namespace KpiRules.Evaluation;

internal sealed class ComparedNumbers
{
    private readonly Dictionary<string, HashSet<Line>> _lines = [];

    public ComparedNumbers(IEnumerable<Operation> expressions)
    {
        foreach (var (one, other) in expressions.SelectMany(expression => expression.WithParts()).SelectMany(part => part.Compared()))
        {
            Add(one, other);
            Add(other, one);
        }
    }

    /// <summary>What a name is compared with; empty for a name that is not.</summary>
    public IEnumerable<Line> Of(string name) => _lines.TryGetValue(name, out var lines) ? lines : [];

    private void Add(Operation named, Operation line)
    {
        if (NameOf(named) is not { } name || (line.ConstantNumber() is null && NameOf(line) is null))
            return;
        if (!_lines.TryGetValue(name, out var lines))
            _lines.Add(name, lines = []);
        lines.Add(new Line(line.ConstantNumber(), NameOf(line)));
    }

    /// <summary>Null for what the author has no name for, and for another period's.</summary>
    private static string? NameOf(Operation expression) =>
        expression is CellOperation { Lag.IsNone: true } cell ? cell.Cell
        : expression is InputOperation { Input.IsPlain: true, Fact: { } fact } ? fact.Name
        : (expression as ParameterOperation)?.Name;

    /// <param name="Constant">The number, where the ruleset says it.</param>
    /// <param name="Name">What has the number otherwise.</param>
    internal readonly record struct Line(decimal? Constant, string? Name);
}
