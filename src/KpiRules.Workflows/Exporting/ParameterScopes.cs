// Takes the parameters, rules and results of a workflow, gives each rule the parameters it needs, and no others.
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using KpiRules.Cells;

namespace KpiRules.Workflows.Exporting;

/// <remarks>
/// RulesEngine compiles whatever a rule can see, for each rule anew, and its outputs once more for each pattern of nulls
/// among it. So only the ruleset's constants are seen by all rules; everything else stands in the rules that need it, in
/// several where several do.
/// </remarks>
internal sealed class ParameterScopes
{
    /// <summary>A text, a number, a member, a word: only the last can name a parameter.</summary>
    private static readonly Regex Words = new(
        @"""(?:[^""\\]|\\.)*""|[0-9][\w.]*|\.\w+|(?<word>[\p{L}_][\p{L}\p{Nd}_]*)", RegexOptions.CultureInvariant);

    private readonly IReadOnlyList<WorkflowParameter> _parameters;
    private readonly Dictionary<string, int> _places;
    private readonly int[][] _named;
    private readonly HashSet<string> _rules;

    /// <param name="parameters">Each behind all it names.</param>
    /// <param name="rules">As they are written, without parameters.</param>
    /// <param name="results">The policy's results, all of which are parameters.</param>
    public ParameterScopes(
        IReadOnlyList<WorkflowParameter> parameters, IReadOnlyList<WorkflowRule> rules, IReadOnlyList<ExportedCell> results)
    {
        _parameters = parameters;
        _places = Enumerable.Range(0, parameters.Count).ToDictionary(place => parameters[place].Name);
        _named = parameters.Select(parameter => NamedIn(parameter.Expression).ToArray()).ToArray();
        _rules = [.. rules.Select(rule => rule.Name)];
        var byRule = results.ToLookup(result => RuleOf(result.Cell), result => result.Parameter!);
        var needed = rules.Select(rule => NeededFor([rule.Expression, rule.Output ?? "", .. byRule[rule.Name]])).ToList();
        var seenByAll = NeededFor(byRule[null]);
        seenByAll.UnionWith(needed.SelectMany(places => places).Where(place => parameters[place].IsConstant));
        Global = At(seenByAll);
        Rules = rules.Zip(needed, (rule, places) => rule with { Parameters = At(places.Except(seenByAll)) }).ToList();
    }

    /// <summary>What all rules see: the constants of the ruleset, and results that no rule is named after.</summary>
    public IReadOnlyList<WorkflowParameter> Global { get; }

    /// <summary>The rules, each with what it alone sees.</summary>
    public IReadOnlyList<WorkflowRule> Rules { get; }

    /// <summary>The rule that has a result: the one of its name, or, of a part such as a target, of its owner's; null for none.</summary>
    public string? RuleOf(Cell result) =>
        _rules.Contains(result.Name) ? result.Name : _rules.Contains(result.Key.Owner) ? result.Key.Owner : null;

    /// <summary>What they name, and all that is named there.</summary>
    private HashSet<int> NeededFor(IEnumerable<string> expressions)
    {
        var needed = new HashSet<int>();
        var open = new Stack<int>(expressions.SelectMany(NamedIn));
        while (open.Count > 0)
        {
            var place = open.Pop();
            if (!needed.Add(place))
                continue;
            foreach (var named in _named[place])
                open.Push(named);
        }

        return needed;
    }

    private List<WorkflowParameter> At(IEnumerable<int> places) =>
        places.OrderBy(place => place).Select(place => _parameters[place]).ToList();

    private IEnumerable<int> NamedIn(string expression) =>
        Words.Matches(expression).Cast<Match>()
            .Select(match => match.Groups["word"].Value)
            .Where(_places.ContainsKey)
            .Select(name => _places[name]).Distinct();
}
