// The pay statement of one subject: all that a person needs to see why the pay is what it is, on a page.
using System;
using KpiRules.Results;

namespace KpiRules.Statements;

/// <summary>
/// The pay statement of one subject in one period, as text: the KPIs with their targets, the scorecard, the ratings, every line with the
/// steps by which it came about and what becomes of what was deferred, what is held and why, and the total. Immutable; safe to share
/// between threads.
/// </summary>
public sealed class PayStatement
{
    private readonly Payout _payout;

    private PayStatement(SubjectEvaluation subject, Payout payout) => (Evaluation, _payout) = (subject, payout);

    /// <summary>The results it tells of.</summary>
    public SubjectEvaluation Evaluation { get; }

    /// <summary>The statement of what a subject's evaluation came to.</summary>
    /// <param name="subject">The subject's results.</param>
    /// <exception cref="InvalidOperationException">The policy has no incentives, and so nothing to state.</exception>
    public static PayStatement Of(SubjectEvaluation subject)
    {
        if (subject is null)
            throw new ArgumentNullException(nameof(subject));
        return new(subject, subject.Payout
            ?? throw new InvalidOperationException($"Ruleset {subject.Evaluation.RulesetId} has no incentives, and so no statement."));
    }

    /// <summary>
    /// The statement in words, lines ended by <c>\n</c>, 78 characters wide but for long notes; a Chinese character counts as two. Money
    /// has the policy's decimals; what is rounded is rounded for the eye alone.
    /// </summary>
    /// <param name="language"><c>zh</c> for Chinese; anything else is English.</param>
    public string ToString(string language) => new StatementText(Evaluation, _payout, language).Write();

    /// <summary>As <see cref="ToString(string)"/>, in English.</summary>
    public override string ToString() => ToString("en");
}
