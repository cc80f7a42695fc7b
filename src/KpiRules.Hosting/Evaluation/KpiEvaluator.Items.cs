// Evaluates items of a host's own types: all together, or one at a time as they come.
using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using KpiRules.Facts;
using KpiRules.Hosting.Policies;
using KpiRules.Mapping;
using KpiRules.Results;

namespace KpiRules.Hosting.Evaluation;

public sealed partial class KpiEvaluator
{
    /// <summary>Evaluates items of the host's own type together: everybody who has facts in the period.</summary>
    /// <param name="policy">The policy, or the id of its ruleset or the company, as <see cref="RulesetSet.Get"/> takes it.</param>
    /// <param name="items">The items, each a subject with its facts of one period; read once. Those of earlier periods are history.</param>
    /// <param name="map">How facts stand in an item.</param>
    /// <param name="period">The period to evaluate, and that of items which say none.</param>
    /// <param name="asOf">The day on which the question is asked, for a period still running; null once it is over.</param>
    /// <param name="cancellationToken">Asked before each fact and each result is worked out for all subjects.</param>
    /// <exception cref="ArgumentException">The map does not fit the policy; the message lists all that does not.</exception>
    /// <exception cref="RulesetNotFoundException">There is no such policy, or a company has several.</exception>
    /// <exception cref="OperationCanceledException">The evaluation was given up.</exception>
    public PeriodEvaluation Evaluate<T>(
        PolicyChoice policy, IEnumerable<T> items, SubjectMap<T> map, Period period, DateTime? asOf = null,
        CancellationToken cancellationToken = default)
    {
        var bound = Bound(map, policy.In(_catalogue, period));
        var facts = Dataset.Build(builder => MappedItems.AddAll(builder, items, bound, period, null, isWhole: true));
        return Evaluate(bound.Policy, facts, period, asOf, cancellationToken);
    }

    /// <summary>
    /// Evaluates items one at a time as they come, and gives each result before it asks for the next item; nothing is kept. An
    /// item is a subject with its facts of the period, and brings its history and records along. Each stands alone: two items
    /// of one subject give two results. Everything is checked at once, and the items are read when the results are.
    /// </summary>
    /// <param name="policy">The policy, or the id of its ruleset or the company, as <see cref="RulesetSet.Get"/> takes it.</param>
    /// <param name="items">The items; a stream is one evaluation to logs, metrics and traces.</param>
    /// <param name="map">How facts stand in an item.</param>
    /// <param name="period">The period to evaluate, and that of items which say none.</param>
    /// <param name="asOf">The day on which the question is asked, for a period still running; null once it is over.</param>
    /// <param name="options">From when on facts are complete, the rows of tables, and who is told of items that have no result; null
    /// for none of it.</param>
    /// <param name="cancellationToken">Ends the stream with an <see cref="OperationCanceledException"/> before the next item.</param>
    /// <exception cref="NotSupportedException">
    /// The policy has results that look at other subjects (<see cref="Policy.LooksAtOthers"/>): one at a time they would come
    /// out wrong. The message names them.
    /// </exception>
    /// <exception cref="ArgumentException">The map does not fit the policy; the message lists all that does not.</exception>
    /// <exception cref="RulesetNotFoundException">There is no such policy, or a company has several.</exception>
    [OverloadResolutionPriority(1)] // what a database gives may be a list too, and is not to be waited for
    public IAsyncEnumerable<SubjectEvaluation> EvaluateAsync<T>(
        PolicyChoice policy, IAsyncEnumerable<T> items, SubjectMap<T> map, Period period, DateTime? asOf = null,
        StreamOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (items is null)
            throw new ArgumentNullException(nameof(items));
        var bound = Bound(map, policy.In(_catalogue, period));
        var chosen = bound.Policy;
        if (chosen.LooksAtOthers.Count > 0)
        {
            throw new NotSupportedException(
                $"The ruleset '{chosen.Id}' {chosen.Version} cannot be evaluated on a stream, "
                    + $"where one subject does not know the others: {string.Join(", ", chosen.LooksAtOthers)}. "
                    + "Evaluate all subjects together instead.");
        }

        return StreamAsync(bound, items, period, asOf, options ?? new StreamOptions(), cancellationToken);
    }

    /// <summary>The same for items that are at hand, such as a list: each is taken when its result is asked for.</summary>
    /// <inheritdoc
    /// cref="EvaluateAsync{T}(PolicyChoice, IAsyncEnumerable{T}, SubjectMap{T}, Period, DateTime?, StreamOptions?, CancellationToken)"/>
    public IAsyncEnumerable<SubjectEvaluation> EvaluateAsync<T>(
        PolicyChoice policy, IEnumerable<T> items, SubjectMap<T> map, Period period, DateTime? asOf = null, StreamOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var stream = OneByOne(items ?? throw new ArgumentNullException(nameof(items)));
        return EvaluateAsync(policy, stream, map, period, asOf, options, cancellationToken);
    }

    private static async IAsyncEnumerable<T> OneByOne<T>(IEnumerable<T> items)
    {
        foreach (var item in items)
            yield return item;
        await Task.CompletedTask.ConfigureAwait(false);
    }

    /// <summary>The map for the policy; what it warns of is told once.</summary>
    private BoundMap<T> Bound<T>(SubjectMap<T> map, Policy policy)
    {
        var bound = (map ?? throw new ArgumentNullException(nameof(map))).For(policy);
        _observer.WarnOnce(bound.Warnings);
        return bound;
    }

    private async IAsyncEnumerable<SubjectEvaluation> StreamAsync<T>(
        BoundMap<T> map,
        IAsyncEnumerable<T> items,
        Period period,
        DateTime? asOf,
        StreamOptions options,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var observed = _observer.BeginStream(map.Policy, period);
        var number = 0;
        await using var enumerator = items.ConfigureAwait(false).WithCancellation(cancellationToken).GetAsyncEnumerator();
        while (true)
        {
            SubjectEvaluation? result;
            try
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (!await enumerator.MoveNextAsync())
                    break;
                result = map.Evaluate(
                    enumerator.Current, period, asOf, options.CompleteFrom, options.Tables, new RowOrigin(map.Name, ++number),
                    out var leftOut);
                if (result is not null)
                {
                    observed.Add(result);
                }
                else
                {
                    observed.LeaveOut(leftOut!, number);
                    options.LeftOut?.Invoke(leftOut!);
                }
            }
            catch
            {
                observed.Fail();
                throw;
            }

            if (result is not null)
                yield return result;
        }
    }
}
