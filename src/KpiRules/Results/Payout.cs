// What the lines of one subject come to together.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Rulesets;

namespace KpiRules.Results;

/// <summary>The lines of one subject and their total; a view on the evaluation's columns. Immutable.</summary>
public sealed class Payout
{
    internal const string Cell = "payout";

    private readonly SubjectEvaluation _subject;

    internal Payout(SubjectEvaluation subject) => _subject = subject;

    /// <summary>
    /// The sum of the lines that are paid or closed, in the policy's currency; null where it cannot be worked out, such as a sum
    /// that is too large. What is held is not in it: see <see cref="Held"/>.
    /// </summary>
    public decimal? Amount => _subject[Cell].Number;

    /// <summary>Why there is no amount; null when there is one.</summary>
    public Cause? Cause => _subject[Cell].Cause;

    /// <summary>How many lines are held, to be settled by a person. Whoever shows the amount says so too.</summary>
    public int Held => Lines.Count(line => line.State == LineState.Held);

    /// <summary>The lines in the order of the ruleset, those that do not apply included.</summary>
    public IReadOnlyList<IncentiveLine> Lines =>
        _subject.Evaluation.Incentives.Select(incentive => new IncentiveLine(_subject, incentive)).ToList();

    /// <summary>A line by the incentive's id.</summary>
    /// <exception cref="KeyNotFoundException">
    /// The policy has no such incentive; the message says which is close, or which it has.
    /// </exception>
    public IncentiveLine this[string id] => _subject.Evaluation.Incentives.FirstOrDefault(incentive => incentive.Name == id) is { } found
        ? new IncentiveLine(_subject, found)
        : throw UnknownName.NoKey($"There is no incentive '{id}'", id, _subject.Evaluation.Incentives.Select(incentive => incentive.Name));
}
