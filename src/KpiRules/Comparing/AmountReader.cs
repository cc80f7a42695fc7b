// Takes two evaluations of a period, gives what a result of a subject is in each, and whether the two can be compared.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Cells;
using KpiRules.Results;
using KpiRules.Rulesets;

namespace KpiRules.Comparing;

/// <remarks>
/// Of a line, what the payout counts: 0 for a line that is none or that the policy does not have, and of one with a release what is
/// due. So the lines add up to the payout.
/// </remarks>
internal sealed class AmountReader(PeriodEvaluation before, PeriodEvaluation after, string result)
{
    private readonly Side _before = new(before, result, IsLine(before, after, result));
    private readonly Side _after = new(after, result, IsLine(before, after, result));

    public ComparedAmount Of(string subject)
    {
        var (was, isNow) = (_before.Of(subject), _after.Of(subject));
        if (was is null && isNow is null)
            return ComparedAmount.Nothing;
        // of a total, what is held on both sides alike takes nothing from the comparison
        var (heldBefore, heldAfter) = (was?.Held ?? [], isNow?.Held ?? []);
        return new ComparedAmount(
            was?.Amount,
            isNow?.Amount,
            was?.Amount is null || heldBefore.Except(heldAfter).Any(),
            isNow?.Amount is null || heldAfter.Except(heldBefore).Any(),
            heldBefore.Count,
            heldAfter.Count,
            true);
    }

    private static bool IsLine(PeriodEvaluation before, PeriodEvaluation after, string result) =>
        before.Incentives.Concat(after.Incentives).Any(line => line.Name == result);

    /// <param name="isLine">Whether the result is a line of at least one of the two policies.</param>
    private sealed class Side(PeriodEvaluation evaluation, string result, bool isLine)
    {
        private readonly bool _isPayout = result == Payout.Cell;
        private readonly IncentiveDescription? _line = evaluation.Incentives.FirstOrDefault(line => line.Name == result);

        /// <summary>Null for a subject without results.</summary>
        public (decimal? Amount, IReadOnlyList<string> Held)? Of(string subject)
        {
            if (!evaluation.TryGet(subject, out var found))
                return null;
            if (_isPayout)
                return evaluation.Incentives.Count == 0 ? (0, []) : (found[Payout.Cell].Number, HeldOf(found));
            if (_line is not null)
                return PaidBy(found, _line) is { } paid ? (paid, []) : (null, [_line.Name]);
            // a line that this policy does not have pays nothing
            return isLine ? (0, []) : found.TryGet(result, out var value) ? (value.Number, []) : (null, []);
        }

        private static IReadOnlyList<string> HeldOf(SubjectEvaluation subject) => subject.Evaluation.Incentives
            .Where(line => PaidBy(subject, line) is null).Select(line => line.Name).ToList();

        private static decimal? PaidBy(SubjectEvaluation subject, IncentiveDescription line)
        {
            if (line.Release.Count > 0)
                return subject[ReleaseCells.Due(line.Name)].Number;
            return new IncentiveLine(subject, line).State switch
            {
                LineState.Paid or LineState.Closed => subject[line.Name].Number,
                LineState.None => 0,
                LineState.Held => null,
            };
        }
    }
}
