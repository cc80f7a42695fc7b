// Two situations side by side: what they cost, who gains and who loses, and which cells made it so.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Results;

namespace KpiRules.Comparing;

/// <summary>
/// Two evaluations of the same periods side by side, such as under two policies, or of two sets of facts. What is not available on a
/// side is a class of its own, and never 0. Immutable; safe to share between threads. Amounts are in the policy's currency.
/// </summary>
public sealed class Comparison
{
    private readonly Lazy<IReadOnlyList<CostChange>> _costs;
    private readonly Lazy<IReadOnlyList<Crossing>> _crossings;

    private Comparison(IReadOnlyList<PeriodEvaluation> before, IReadOnlyList<PeriodEvaluation> after)
    {
        (Before, After) = (before, after);
        Subjects = before.Concat(after).SelectMany(evaluation => evaluation.Subjects).Distinct()
            .OrderBy(subject => subject, StringComparer.Ordinal).ToList().AsReadOnly();
        _costs = new Lazy<IReadOnlyList<CostChange>>(FindCosts);
        _crossings = new Lazy<IReadOnlyList<Crossing>>(() => CrossingFinder.Find(Before, After));
    }

    /// <summary>The results of each period before.</summary>
    public IReadOnlyList<PeriodEvaluation> Before { get; }

    /// <summary>The results of each period after.</summary>
    public IReadOnlyList<PeriodEvaluation> After { get; }

    /// <summary>The ids of all who have results on any side, in ordinal order.</summary>
    public IReadOnlyList<string> Subjects { get; }

    /// <summary>
    /// What each incentive line costs, in the order of the second policy, then those that only the first has; and last the payout. Of a
    /// line with a release, what is due. Empty where neither policy has incentives.
    /// </summary>
    public IReadOnlyList<CostChange> Costs => _costs.Value;

    /// <summary>Who crosses a gate or a grade: states of lines, grades of the scorecard and of ratings.</summary>
    public IReadOnlyList<Crossing> Crossings => _crossings.Value;

    /// <summary>Puts two lists of evaluations side by side.</summary>
    /// <param name="before">As <see cref="Policy.Evaluate(EvaluationRequest, System.Threading.CancellationToken)"/> gives them.</param>
    /// <param name="after">Of the same periods.</param>
    /// <exception cref="ArgumentException">The periods are others, or there are none.</exception>
    public static Comparison Of(IReadOnlyList<PeriodEvaluation> before, IReadOnlyList<PeriodEvaluation> after)
    {
        if (before is null)
            throw new ArgumentNullException(nameof(before));
        if (after is null)
            throw new ArgumentNullException(nameof(after));
        if (before.Count == 0 || !before.Select(one => one.Period).SequenceEqual(after.Select(one => one.Period)))
            throw new ArgumentException("Only evaluations of the same periods can be compared.", nameof(after));
        return new Comparison(before.ToList().AsReadOnly(), after.ToList().AsReadOnly());
    }

    /// <summary>What becomes of a result of each subject over all periods together, in the order of <see cref="Subjects"/>.</summary>
    /// <param name="result">The payout, a line (what the payout counts of it), or any other result that is a number.</param>
    /// <exception cref="KeyNotFoundException">Neither policy gives such a result.</exception>
    public IReadOnlyList<AmountChange> BySubject(string result = Payout.Cell)
    {
        var readers = ReadersOf(result);
        return Subjects
            .Select(subject => (subject, Amount: readers.Aggregate(
                ComparedAmount.Nothing, (sum, reader) => sum.And(reader.Of(subject)))))
            .Where(one => one.Amount.IsThere)
            .Select(one => new AmountChange(one.subject, null, result, one.Amount))
            .ToList().AsReadOnly();
    }

    /// <summary>What becomes of a result of each subject in each period: by period, then by id.</summary>
    /// <inheritdoc cref="BySubject"/>
    public IReadOnlyList<AmountChange> ByPeriod(string result = Payout.Cell)
    {
        var readers = ReadersOf(result);
        return readers.SelectMany((reader, i) => Subjects
            .Select(subject => (subject, Amount: reader.Of(subject)))
            .Where(one => one.Amount.IsThere)
            .Select(one => new AmountChange(one.subject, After[i].Period, result, one.Amount))).ToList().AsReadOnly();
    }

    /// <summary>
    /// The changes of single subjects and periods that are largest, whatever their sign; alike, the earlier period and then the id goes
    /// first. Those of which nobody knows how large they are stand behind all others.
    /// </summary>
    /// <param name="count">How many at most.</param>
    /// <param name="result">As for <see cref="BySubject"/>.</param>
    /// <exception cref="KeyNotFoundException">Neither policy gives such a result.</exception>
    public IReadOnlyList<AmountChange> Largest(int count = 10, string result = Payout.Cell) => ByPeriod(result)
        .Where(change => change.Kind != ChangeKind.Unchanged)
        .OrderByDescending(change => change.Difference is { } difference ? Math.Abs(difference) : -1)
        .Take(count).ToList().AsReadOnly();

    /// <summary>
    /// The cells that make a result another, and not only because another cell does: those whose rule differs, by meaning and not by
    /// how it is written, or that look at other facts. The innermost first; empty where the result is the same.
    /// </summary>
    /// <param name="subject">Whose result.</param>
    /// <param name="period">Of which period.</param>
    /// <param name="result">The name of the result.</param>
    /// <exception cref="KeyNotFoundException">The period is none of those compared, or neither policy gives such a result.</exception>
    public IReadOnlyList<CellChange> CausesOf(string subject, Period period, string result = Payout.Cell)
    {
        var (before, after) = At(period);
        Check(result);
        return new CauseFinder(before, after).Find(result, subject ?? throw new ArgumentNullException(nameof(subject)));
    }

    /// <summary>The steps of the result's explanation that are others, the innermost result first.</summary>
    /// <inheritdoc cref="CausesOf"/>
    public IReadOnlyList<StepChange> StepsOf(string subject, Period period, string result = Payout.Cell)
    {
        var (before, after) = At(period);
        Check(result);
        return StepChange.Between(Explain(before), Explain(after));

        Explanation? Explain(PeriodEvaluation evaluation) =>
            evaluation.TryGet(subject, out var found) && found.TryGet(result, out _) ? found.Explain(result) : null;
    }

    private (PeriodEvaluation Before, PeriodEvaluation After) At(Period period)
    {
        var index = After.Select(one => one.Period).ToList().IndexOf(period);
        return index >= 0 ? (Before[index], After[index]) : throw new KeyNotFoundException($"{period} is none of the periods compared.");
    }

    private IReadOnlyList<AmountReader> ReadersOf(string result)
    {
        Check(result);
        return Before.Zip(After, (before, after) => new AmountReader(before, after, result)).ToList();
    }

    private void Check(string result)
    {
        if (!Before.Take(1).Concat(After.Take(1)).Any(one => one.Sheet.ProgramOf(result) is { Cell.IsInternal: false }))
            throw UnknownName.NoKey(
                $"There is no result '{result}' in rulesets '{Before[0].RulesetId}' and '{After[0].RulesetId}'", result,
                After[0].Results.Concat(Before[0].Results).Select(one => one.Name).Distinct());
    }

    private IReadOnlyList<CostChange> FindCosts()
    {
        var lines = After[0].Incentives.Concat(Before[0].Incentives).GroupBy(line => line.Name).Select(group => group.First()).ToList();
        return lines.Select(line => new CostChange(line.Name, Titles.Of(After[0], line.Name) ?? line.Title, BySubject(line.Name)))
            .Concat(lines.Count == 0 ? [] : [new CostChange(Payout.Cell, null, BySubject())])
            .ToList().AsReadOnly();
    }
}
