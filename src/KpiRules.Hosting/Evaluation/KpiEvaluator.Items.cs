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
    /// <summary>Evaluates items of the host's own type together, on the policy that the catalogue has in effect.</summary>
    /// <inheritdoc cref="Evaluate{T}(Policy, IEnumerable{T}, SubjectMap{T}, Period, DateTime?)"/>
    /// <param name="idOrCompany">As <see cref="RulesetSet.Get"/> takes it.</param>
    /// <exception cref="RulesetNotFoundException">There is no such policy, or a company has several.</exception>
    public PeriodEvaluation Evaluate<T>(
        string idOrCompany, IEnumerable<T> items, SubjectMap<T> map, Period period, DateTime? asOf = null) =>
        Evaluate(_catalogue.Get(idOrCompany, period), items, map, period, asOf);

    /// <summary>Evaluates items of the host's own type together: everybody who has facts in the period.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="items">The items, each a subject with its facts of one period; read once. Those of earlier periods are history.</param>
    /// <param name="map">How facts stand in an item.</param>
    /// <param name="period">The period to evaluate, and that of items which say none.</param>
    /// <param name="asOf">The day on which the question is asked, for a period still running; null once it is over.</param>
    /// <exception cref="ArgumentException">The map does not fit the policy; the message lists all that does not.</exception>
    public PeriodEvaluation Evaluate<T>(Policy policy, IEnumerable<T> items, SubjectMap<T> map, Period period, DateTime? asOf = null)
    {
        var bound = Bound(map, policy);
        return Evaluate(
            policy, Dataset.Build(builder => MappedItems.AddAll(builder, items, bound, period, null, isWhole: true)), period, asOf);
    }

    /// <summary>Evaluates items one at a time as they come, on the policy that the catalogue has in effect when this is called.</summary>
    /// <inheritdoc
    /// cref="EvaluateAsync{T}(Policy, IAsyncEnumerable{T}, SubjectMap{T}, Period, DateTime?, StreamOptions?, CancellationToken)"/>
    /// <param name="idOrCompany">As <see cref="RulesetSet.Get"/> takes it.</param>
    /// <exception cref="RulesetNotFoundException">There is no such policy, or a company has several.</exception>
    public IAsyncEnumerable<SubjectEvaluation> EvaluateAsync<T>(
        string idOrCompany, IAsyncEnumerable<T> items, SubjectMap<T> map, Period period, DateTime? asOf = null,
        StreamOptions? options = null, CancellationToken cancellation = default) =>
        EvaluateAsync(_catalogue.Get(idOrCompany, period), items, map, period, asOf, options, cancellation);

    /// <summary>
    /// Evaluates items one at a time as they come, and gives each result before it asks for the next item; nothing is kept. An
    /// item is a subject with its facts of the period, and brings its history and records along. Each stands alone: two items
    /// of one subject give two results. Everything is checked at once, and the items are read when the results are.
    /// </summary>
    /// <param name="policy">The policy.</param>
    /// <param name="items">The items; a stream is one evaluation to logs, metrics and traces.</param>
    /// <param name="map">How facts stand in an item.</param>
    /// <param name="period">The period to evaluate, and that of items which say none.</param>
    /// <param name="asOf">The day on which the question is asked, for a period still running; null once it is over.</param>
    /// <param name="options">From when on facts are complete, the rows of tables, and who is told of items that have no result; null
    /// for none of it.</param>
    /// <param name="cancellation">Ends the stream with an <see cref="OperationCanceledException"/> before the next item.</param>
    /// <exception cref="NotSupportedException">
    /// The policy has results that look at other subjects (<see cref="Policy.LooksAtOthers"/>): one at a time they would come
    /// out wrong. The message names them.
    /// </exception>
    /// <exception cref="ArgumentException">The map does not fit the policy; the message lists all that does not.</exception>
    public IAsyncEnumerable<SubjectEvaluation> EvaluateAsync<T>(
        Policy policy, IAsyncEnumerable<T> items, SubjectMap<T> map, Period period, DateTime? asOf = null, StreamOptions? options = null,
        CancellationToken cancellation = default)
    {
        if (items is null)
            throw new ArgumentNullException(nameof(items));
        var bound = Bound(map, policy);
        if (policy.LooksAtOthers.Count > 0)
        {
            throw new NotSupportedException(
                $"The ruleset '{policy.Id}' {policy.Version} cannot be evaluated on a stream, "
                    + $"where one subject does not know the others: {string.Join(", ", policy.LooksAtOthers)}. "
                    + "Evaluate all subjects together instead.");
        }

        return StreamAsync(bound, items, period, asOf, options ?? new StreamOptions(), cancellation);
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
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var observed = _observer.BeginStream(map.Policy, period);
        var number = 0;
        await using var enumerator = items.ConfigureAwait(false).WithCancellation(cancellation).GetAsyncEnumerator();
        while (true)
        {
            SubjectEvaluation? result;
            try
            {
                cancellation.ThrowIfCancellationRequested();
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
