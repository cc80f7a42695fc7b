// A step of an explanation that is another than it was.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Results;

namespace KpiRules.Comparing;

/// <summary>A step on the way to a result that is another in two situations. Immutable.</summary>
public sealed class StepChange
{
    private StepChange(ExplainedValue of, ExplanationStep? before, ExplanationStep? after) =>
        (Name, Title, Period, Before, After) = (of.Name, of.Title, of.Period, before, after);

    /// <summary>The result that the step leads to, such as <c>commission</c>.</summary>
    public string Name { get; }

    /// <summary>What people call it; null when the ruleset does not say.</summary>
    public LocalizedText? Title { get; }

    /// <summary>The period it is of, where that is another than the one explained; else null.</summary>
    public Period? Period { get; }

    /// <summary>The step before; null where there was none.</summary>
    public ExplanationStep? Before { get; }

    /// <summary>The step after; null where there is none.</summary>
    public ExplanationStep? After { get; }

    /// <summary>The steps of two explanations that differ, the innermost result first; null for an explanation that there is not.</summary>
    internal static IReadOnlyList<StepChange> Between(Explanation? before, Explanation? after)
    {
        var (were, are) = (StepsOf(before), StepsOf(after));
        var known = new HashSet<(string, Period?, string, int)>(are.Select(step => step.Key));
        var pairs = new List<(ExplainedValue Of, ExplanationStep? Before, ExplanationStep? After)>();
        foreach (var (key, of, step) in are)
            pairs.Add((of, were.FirstOrDefault(was => was.Key == key).Step, step));
        foreach (var (key, of, step) in were.Where(was => !known.Contains(was.Key)))
            pairs.Add((of, step, null));
        return pairs.Where(pair => !Same(pair.Before, pair.After))
            .Select(pair => new StepChange(pair.Of, pair.Before, pair.After)).ToList().AsReadOnly();
    }

    private static List<((string, Period?, string, int) Key, ExplainedValue Of, ExplanationStep Step)> StepsOf(Explanation? explanation)
    {
        var steps = new List<((string, Period?, string, int), ExplainedValue, ExplanationStep)>();
        if (explanation is not null)
            Visit(explanation);
        return steps;

        void Visit(Explanation one)
        {
            foreach (var inner in one.Results)
                Visit(inner);
            var counts = new Dictionary<string, int>();
            foreach (var step in one.Steps)
            {
                counts[step.Role] = counts.TryGetValue(step.Role, out var count) ? count + 1 : 0;
                steps.Add(((one.Result.Name, one.Result.Period, step.Role, counts[step.Role]), one.Result, step));
            }
        }
    }

    private static bool Same(ExplanationStep? one, ExplanationStep? other) => one is not null && other is not null
        && one.Formula == other.Formula
        && one.Result.Value == other.Result.Value
        && one.Inputs.Select(Told).SequenceEqual(other.Inputs.Select(Told))
        && one.Details.Count == other.Details.Count
        && one.Details.Zip(other.Details, Same).All(isSame => isSame);

    private static (string, Period?, FactValue) Told(ExplainedValue value) => (value.Name, value.Period, value.Value);

    private static bool Same(ExplanationDetail one, ExplanationDetail other) =>
        (one.Kind, one.Text, one.Result) == (other.Kind, other.Text, other.Result) && one.Numbers.SequenceEqual(other.Numbers);
}
