// Gives every input and every rule a name that a ruleset can have and that nothing else has: as short as it can be.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;

namespace KpiRules.Workflows.Importing;

internal sealed class RulesetNames
{
    /// <summary>Names that the format uses itself.</summary>
    private static readonly string[] Reserved = ["scorecard", "payout", "subject", "period", "given", "history", "records"];

    private const int MaxLength = 80;

    private readonly HashSet<string> _taken = new(Reserved, StringComparer.OrdinalIgnoreCase);

    /// <summary>The number last given to a name that many want.</summary>
    private readonly Dictionary<string, int> _numbers = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A name for each path, in the order given.</summary>
    public IReadOnlyDictionary<InputPath, string> Of(IReadOnlyList<InputPath> paths)
    {
        var names = new Dictionary<InputPath, string>();
        var counts = paths.GroupBy(path => path.Names.First(), StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.Count(), StringComparer.OrdinalIgnoreCase);
        foreach (var path in paths)
        {
            var (shortest, longest) = (path.Names.First(), path.Names.Last());
            names.Add(path, Take(counts[shortest] == 1 ? shortest : longest, longest));
        }

        return names;
    }

    /// <summary>Gives the rules their ids: their names, behind those of their workflows where two have one name.</summary>
    public void Give(IReadOnlyList<ImportedRule> rules)
    {
        var counts = rules.GroupBy(Wanted, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.Count(), StringComparer.OrdinalIgnoreCase);
        foreach (var rule in rules)
        {
            var withWorkflow = IdOf(rule.Workflow.Name.Value) + "_" + Wanted(rule);
            rule.Id = Take(counts[Wanted(rule)] == 1 ? Wanted(rule) : withWorkflow, withWorkflow);
        }
    }

    /// <summary>A text as an id: what an id cannot have becomes an underscore.</summary>
    public static string IdOf(string text)
    {
        var letters = text.Trim().Select(
            c => char.IsWhiteSpace(c) || char.IsSurrogate(c) || DisplayWidth.IsInvisible(c) || "[]{}.:'【】［］".IndexOf(c) >= 0 ? '_' : c)
            .ToArray();
        var id = new string(letters, 0, Math.Min(letters.Length, MaxLength)).Trim();
        return id.Length > 0 ? id : "rule";
    }

    private static string Wanted(ImportedRule rule) => IdOf(rule.Definition.Name.Value);

    private string Take(string wanted, string otherwise)
    {
        foreach (var name in (string[])[wanted, otherwise])
        {
            if (_taken.Add(name))
                return name;
        }

        for (var number = _numbers.TryGetValue(otherwise, out var last) ? last + 1 : 2; ; number++)
        {
            if (!_taken.Add($"{otherwise}_{number}"))
                continue;
            _numbers[otherwise] = number;
            return $"{otherwise}_{number}";
        }
    }
}
