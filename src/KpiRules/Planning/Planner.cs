// Takes a plan and facts, gives its targets: weights and groups, the total down to the subjects, their parts over the periods.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using KpiRules.Evaluation;
using KpiRules.Evaluation.Numbers;
using KpiRules.Facts;
using KpiRules.Results;

namespace KpiRules.Planning;

internal sealed class Planner(PlanProgram program, PlanFacts facts, Period? closed, CancellationToken cancellationToken)
{
    private readonly string _name = program.Description.Name;

    /// <exception cref="ArgumentException">The closed period is none of the plan's.</exception>
    public static PlanResult Plan(
        PlanProgram program, Dataset dataset, RulesetStamp stamp, Period? closed, CancellationToken cancellationToken)
    {
        var closedPeriods = program.ClosedPeriods(closed);
        var planner = new Planner(program, new PlanFacts(dataset, program.Settings, stamp, cancellationToken), closed, cancellationToken);
        return new PlanResult(program.Description, new PlanStamp(stamp.Id, stamp.Version, stamp.ContentHash), planner.Run(closedPeriods));
    }

    private PlanTable Run(int closedPeriods)
    {
        var before = facts.Evaluate(program.Before, program.Plan.Periods[0].Add(-1));
        if (before.Subjects.Count == 0)
            return Without(before, [PlanIssues.Nobody(_name, before.Period)]);
        try
        {
            return Run(before, closedPeriods);
        }
        catch (OverflowException)
        {
            return Without(before, [PlanIssues.TooLarge(_name)]);
        }
    }

    private PlanTable Run(PeriodEvaluation before, int closedPeriods)
    {
        var reasons = new List<DataIssue>();
        var inputs = new PlanInputs(program, before, reasons);
        var (weights, total) = (inputs.Weights(), inputs.Total());
        var groups = inputs.Groups(weights);
        if (reasons.Count > 0)
            return Without(before, reasons);
        var tree = new PlanTree(program.Description.Levels, before.Subjects, groups, weights, program.RoundTo);
        var root = tree.Build(_name, total);
        var shares = PlanShares.Of(program, facts, before.Subjects, tree.Parts, reasons);
        if (reasons.Count > 0)
            return Without(before, reasons);
        var targets = tree.Parts.Select((part, i) => TargetsOf(part, shares.Weights(i, 0))).ToArray();
        var closing = new PlanClosing(program, facts, before.Subjects, shares, closedPeriods);
        if (closedPeriods > 0)
            closing.Close(tree.Parts, targets);
        var at = program.Plan.Periods[0].Add(closedPeriods - 1);
        var progress = new PlanProgress(program.Description.Kpi, before.Subjects, closing.Actuals, targets, before.Period);
        var factors = new PlanFactors(program, facts, before.Subjects, at);
        var byStretch = factors.Of(new PlanState(closedPeriods, progress.Of));
        var stretch = new PlanStretch(program, facts, before.Subjects, shares, closing, closedPeriods);
        var stretches = byStretch.Select((factor, i) => stretch.Of(i, factor, tree.Parts, targets)).ToList();
        return Table(before, []) with
        {
            Root = root,
            Parts = tree.Parts,
            Targets = targets,
            Achieved = closedPeriods > 0 ? closing.Achieved : [],
            Progress = before.Subjects.Select(progress.Of).Select(one => one.Cause is null ? one.Progress : (decimal?)null).ToArray(),
            Factors = byStretch,
            Stretch = stretches,
            FactorFormulas = factors.Evaluation,
        };
    }

    private decimal?[] TargetsOf(decimal part, WholeWeights weights)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Array.ConvertAll(Apportionment.Divide(part, weights, program.RoundTo), target => (decimal?)target);
    }

    private PlanTable Without(PeriodEvaluation before, IReadOnlyList<DataIssue> reasons)
    {
        facts.Report(reasons);
        return Table(before, reasons);
    }

    private PlanTable Table(PeriodEvaluation before, IReadOnlyList<DataIssue> reasons) => new()
    {
        Subjects = before.Subjects,
        Closed = closed,
        Issues = facts.Issues.ToList().AsReadOnly(),
        Reasons = reasons.ToList().AsReadOnly(),
    };
}
