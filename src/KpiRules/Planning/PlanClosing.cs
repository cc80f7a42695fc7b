// Takes the targets of a plan as it computed them, gives those once periods are closed: what was issued stays, and what is
// left of each subject's part is spread over the open periods.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Evaluation.Numbers;
using KpiRules.Facts;

namespace KpiRules.Planning;

/// <param name="closed">How many periods are closed.</param>
internal sealed class PlanClosing(PlanProgram program, PlanFacts facts, IReadOnlyList<string> subjects, PlanShares shares, int closed)
{
    private readonly PlanColumn[] _actuals = new PlanColumn[closed];
    private readonly PlanColumn[][] _given = program.Stretch.Select(_ => new PlanColumn[closed]).ToArray();
    private readonly List<DataIssue> _issues = [];

    /// <summary>By row, the KPI of the closed periods together; none where nothing is spread, null where it is not known.</summary>
    public decimal?[] Achieved { get; } = new decimal?[program.Plan.Spreads ? subjects.Count : 0];

    /// <summary>The KPI in every closed period.</summary>
    public IReadOnlyList<PlanColumn> Actuals => _actuals;

    /// <summary>A stretch target as the facts of a closed period give it.</summary>
    public PlanColumn Given(int stretch, int period) => _given[stretch][period];

    /// <summary>What a subject achieved in the closed periods, if any; null where it is not known.</summary>
    public decimal? AchievedBy(int subject) => closed == 0 ? 0 : Achieved[subject];

    /// <exception cref="OverflowException">A number is beyond a decimal.</exception>
    public void Close(decimal[] parts, decimal?[][] targets)
    {
        for (var period = 0; period < closed; period++)
        {
            var evaluation = facts.Evaluate(program.Over, program.Plan.Periods[period]);
            var issued = new PlanColumn(evaluation, program.Target, subjects);
            for (var i = 0; i < subjects.Count; i++)
                targets[i][period] = issued[i] ?? targets[i][period];
            _actuals[period] = new PlanColumn(evaluation, program.Description.Kpi, subjects);
            for (var stretch = 0; stretch < _given.Length; stretch++)
                _given[stretch][period] = new PlanColumn(evaluation, program.Stretch[stretch].Fact, subjects);
        }

        for (var i = 0; i < Achieved.Length; i++)
        {
            // who is to get nothing need not achieve anything
            Achieved[i] = parts[i] == 0 ? TogetherIfKnown(i) : Together(i);
            var open = closed == program.Plan.Periods.Count ? [] : Open(i, parts[i] - Achieved[i]);
            for (var period = closed; period < targets[i].Length; period++)
                targets[i][period] = open?[period - closed];
        }

        facts.Report(_issues);
    }

    /// <summary>What was achieved in all closed periods; null after reporting in which it is not known.</summary>
    private decimal? Together(int subject)
    {
        var sum = 0m;
        foreach (var actual in _actuals)
        {
            if (actual[subject] is not { } value)
            {
                _issues.Add(PlanIssues.NoActual(subjects[subject], actual.Period, program.Description.Kpi, actual.CauseOf(subject)));
                return null;
            }

            sum += value;
        }

        return sum;
    }

    /// <summary>What was achieved in all closed periods, what is not known left out.</summary>
    private decimal TogetherIfKnown(int subject) => _actuals.Sum(actual => actual[subject] ?? 0);

    /// <summary>The targets of the open periods; null where they are not known, which has been reported.</summary>
    private decimal[]? Open(int subject, decimal? left)
    {
        if (left is not { } known)
            return null;
        var weights = shares.Weights(subject, closed);
        if (known <= 0 || !weights.Sum.IsZero)
            return Apportionment.Divide(Math.Max(0, known), weights, program.RoundTo);
        _issues.Add(PlanIssues.NothingToSpreadBy(subjects[subject], program.Plan.Periods[closed - 1], program.Description.Name));
        return null;
    }
}
