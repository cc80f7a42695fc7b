// By what each subject's part of a plan is divided over the periods.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Evaluation.Numbers;
using KpiRules.Facts;
using KpiRules.Sections.Plans;

namespace KpiRules.Planning;

internal sealed class PlanShares
{
    private readonly int _periods;
    private readonly decimal[]? _ofAll;

    /// <summary>By subject, what was achieved one year before each period; null for a subject of whom it was not asked.</summary>
    private readonly decimal[]?[] _ofSubjects = [];
    private (int First, WholeWeights Weights)? _known;

    private PlanShares(int periods, decimal[]? ofAll, decimal[]?[] ofSubjects) =>
        (_periods, _ofAll, _ofSubjects) = (periods, ofAll, ofSubjects);

    /// <summary>The shares; where they are those of last year and cannot be used, the reason is added to the others.</summary>
    /// <param name="parts">What is to be divided of every subject; one who has nothing needs no history.</param>
    public static PlanShares Of(
        PlanProgram program, PlanFacts facts, IReadOnlyList<string> subjects, decimal[] parts, List<DataIssue> reasons)
    {
        var periods = program.Plan.Periods;
        return program.Plan.Sharing switch
        {
            PeriodSharing.Given => new PlanShares(periods.Count, program.Plan.PeriodWeights.ToArray(), []),
            PeriodSharing.Even => new PlanShares(periods.Count, Enumerable.Repeat(1m, periods.Count).ToArray(), []),
            PeriodSharing.History => new PlanShares(periods.Count, null, History(program, facts, subjects, parts, reasons)),
        };
    }

    /// <summary>The weights of the periods from one on; none above zero for a subject of whom they are not known.</summary>
    public WholeWeights Weights(int subject, int first)
    {
        if (_ofAll is null)
            return WholeWeights.Of((_ofSubjects[subject] ?? new decimal[_periods]).Skip(first).ToArray());
        if (_known is not { } known || known.First != first)
            _known = known = (first, WholeWeights.Of(_ofAll.Skip(first).ToArray()));
        return known.Weights;
    }

    private static decimal[]?[] History(
        PlanProgram program, PlanFacts facts, IReadOnlyList<string> subjects, decimal[] parts, List<DataIssue> reasons)
    {
        var (periods, kpi, culprits) = (program.Plan.Periods, program.Description.Kpi, new List<(int Subject, Culprit Culprit)>());
        var history = parts.Select(part => part == 0 ? null : new decimal[periods.Count]).ToArray();
        for (var period = 0; period < periods.Count; period++)
        {
            if (periods[period].YearEarlier() is not { } earlier)
            {
                culprits.Add((-1, Culprit.Of(periods[period].ToString(), "plan.noYearEarlier")));
                continue;
            }

            var column = new PlanColumn(facts.Evaluate(program.Over, earlier), kpi, subjects);
            for (var i = 0; i < history.Length; i++)
            {
                if (history[i] is not { } ofSubject)
                    continue;
                if (column[i] is not { } value)
                    culprits.Add((i, Culprit.Of($"{subjects[i]} {earlier}", column.CauseOf(i))));
                else if (value < 0)
                    culprits.Add((i, Culprit.Of($"{subjects[i]} {earlier}", value)));
                else
                    ofSubject[period] = value;
            }
        }

        if (culprits.Count == 0)
            culprits.AddRange(Enumerable.Range(0, history.Length)
                .Where(i => history[i]?.All(value => value == 0) == true).Select(i => (i, Culprit.Of(subjects[i], "plan.allZero"))));
        if (culprits.Count > 0)
            reasons.Add(PlanIssues.NoHistory(
                program.Description.Name, kpi, culprits.OrderBy(culprit => culprit.Subject).Select(culprit => culprit.Culprit).ToList()));
        return history;
    }
}
