// What is to be evaluated: facts, a period or several one after another, and the day on which the question is asked.
using System;
using KpiRules.Facts;

namespace KpiRules;

/// <summary>
/// What is to be evaluated: facts, the period that is asked for, and those before it from which something is carried. The same request
/// serves evaluating, comparing, asking what if, and reconciling. Immutable; safe to share between threads.
/// </summary>
public sealed class EvaluationRequest
{
    /// <summary>One period, into which nothing is carried but what the facts give as openings.</summary>
    /// <param name="facts">The facts, of as many periods as there are: time functions reach back into earlier ones.</param>
    /// <param name="period">The period to evaluate.</param>
    /// <exception cref="ArgumentNullException">There are no facts.</exception>
    public EvaluationRequest(Dataset facts, Period period)
        : this(facts, period, period)
    {
    }

    /// <summary>
    /// Periods one after another; the debts of recoverable draws, and what releases defer, are carried from each into the next.
    /// </summary>
    /// <param name="facts">The facts, of as many periods as there are: time functions reach back into earlier ones.</param>
    /// <param name="from">The first period.</param>
    /// <param name="to">The last period, of the same kind and not before the first.</param>
    /// <exception cref="ArgumentNullException">There are no facts.</exception>
    /// <exception cref="ArgumentException">The periods are of different kinds, or the last lies before the first.</exception>
    public EvaluationRequest(Dataset facts, Period from, Period to)
    {
        Facts = facts ?? throw new ArgumentNullException(nameof(facts));
        if (from.Kind != to.Kind || from.IsFiscal != to.IsFiscal || to.CompareTo(from) < 0)
            throw new ArgumentException($"{from} to {to} is no range of periods.", nameof(to));
        (From, To) = (from, to);
    }

    /// <summary>The facts.</summary>
    public Dataset Facts { get; }

    /// <summary>The first period; the same as <see cref="To"/> where one period is evaluated.</summary>
    public Period From { get; }

    /// <summary>The last period: the one that is looked at where only one can be, such as by what-if and reconciling.</summary>
    public Period To { get; }

    /// <summary>
    /// The day on which the question is asked, for a period still running; its time of day is ignored. Null once it is over.
    /// </summary>
    public DateTime? AsOf { get; init; }

    /// <summary>The same question about other facts.</summary>
    internal EvaluationRequest About(Dataset facts) => new(facts, From, To) { AsOf = AsOf };
}
