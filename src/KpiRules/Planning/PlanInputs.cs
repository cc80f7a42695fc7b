// Takes the evaluation of the period before a plan begins, gives its subjects' groups and weights, and the total.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Results;
using KpiRules.Source.Json;

namespace KpiRules.Planning;

/// <param name="reasons">Gets what keeps the plan from being available.</param>
internal sealed class PlanInputs(PlanProgram program, PeriodEvaluation before, List<DataIssue> reasons)
{
    private readonly string _name = program.Description.Name;

    /// <summary>By level, the group of every subject, as text.</summary>
    /// <param name="weights">One who weighs nothing needs no group.</param>
    public IReadOnlyList<string[]> Groups(decimal[] weights) => program.Groups.Select(group => GroupsBy(group, weights)).ToList();

    /// <summary>What every subject weighs.</summary>
    public decimal[] Weights()
    {
        var weights = Enumerable.Repeat(1m, before.Subjects.Count).ToArray();
        if (program.Weights is not { } cell)
            return weights;
        var (column, culprits) = (new PlanColumn(before, cell, before.Subjects), new List<Culprit>());
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = column[i] ?? 0;
            if (column[i] is null)
                culprits.Add(Culprit.Of(before.Subjects[i], column.CauseOf(i)));
            else if (weights[i] < 0)
                culprits.Add(Culprit.Of(before.Subjects[i], weights[i]));
        }

        if (culprits.Count > 0)
            reasons.Add(PlanIssues.BadWeights(_name, before.Period, culprits));
        else if (weights.All(weight => weight == 0))
            reasons.Add(PlanIssues.AllWeightsZero(_name, before.Period));
        return weights;
    }

    /// <summary>What is divided: a formula must come out the same for all, for there is one total.</summary>
    public decimal Total()
    {
        if (program.Total is not { } cell)
            return ((JsonNumber)program.Plan.Total!.Json).Value;
        var (column, subjects) = (new PlanColumn(before, cell, before.Subjects), before.Subjects);
        var culprits = Enumerable.Range(0, subjects.Count).Where(i => column[i] is null)
            .Select(i => Culprit.Of(subjects[i], column.CauseOf(i))).ToList();
        var total = column[0] ?? 0;
        var other = Enumerable.Range(0, subjects.Count).FirstOrDefault(i => column[i] != total);
        if (culprits.Count > 0)
            reasons.Add(PlanIssues.NoTotal(_name, before.Period, culprits));
        else if (other > 0)
            reasons.Add(PlanIssues.TotalsDiffer(_name, before.Period, subjects[0], total, subjects[other], column[other]!.Value));
        else if (total < 0)
            reasons.Add(PlanIssues.NegativeTotal(_name, before.Period, total));
        return total;
    }

    private string[] GroupsBy(FactDefinition attribute, decimal[] weights)
    {
        var column = before.Frame.Columns[program.Before.SlotOf(Input.Of(attribute))];
        var (groups, culprits) = (new string[before.Subjects.Count], new List<Culprit>());
        for (var row = 0; row < groups.Length; row++)
        {
            groups[row] = column.Read(row).ToString();
            if (!column.IsAvailable(row) && weights[row] != 0)
                culprits.Add(Culprit.Of(before.Subjects[row], before.CauseOf(column, row)));
        }

        if (culprits.Count > 0)
            reasons.Add(PlanIssues.WithoutGroup(_name, attribute.Name, before.Period, culprits));
        return groups;
    }
}
