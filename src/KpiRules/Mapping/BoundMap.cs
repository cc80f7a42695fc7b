// A map checked against a policy: takes items, gives their facts.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Results;

namespace KpiRules.Mapping;

/// <summary>
/// A map for one policy: every fact it names is one that the policy has. Immutable; safe to share between threads where the
/// host's getters are.
/// </summary>
/// <typeparam name="T">The type of an item: one subject with its facts of one period.</typeparam>
public sealed class BoundMap<T>
{
    private readonly SubjectMap<T> _map;
    private readonly BoundFact<T>[] _facts;
    private readonly BoundList<T>[] _lists;
    private readonly BoundHistory<T>? _history;
    private readonly IReadOnlyDictionary<string, FactDefinition>? _factsByName;

    internal BoundMap(SubjectMap<T> map, Policy policy)
        : this(map, new MapCheck(policy, map.Name), isWhole: true)
    {
    }

    /// <summary>The part of another map: what does not fit is told with that one.</summary>
    internal BoundMap(SubjectMap<T> map, MapCheck check)
        : this(map, check, isWhole: false)
    {
    }

    private BoundMap(SubjectMap<T> map, MapCheck check, bool isWhole)
    {
        (Policy, _map) = (check.Policy, map);
        if (isWhole && map.Id is null)
            check.Add("it says no subject: [SubjectId] on a property, or Subject(x => …)");
        _facts = check.Bind(map.MappedFacts, Policy.Facts, "there is no fact");
        _lists = check.Bind(map.Lists);
        _history = isWhole ? map.Earlier?.Bind(check) : null;
        _factsByName = map.Others is null ? null : Policy.FactsByName;
        if (isWhole)
            check.ThrowIfFaulty();
        Warnings = check.Warnings;
    }

    /// <summary>The policy that the map is for.</summary>
    public Policy Policy { get; }

    /// <summary>What fits and hardly can be meant, in English: records without a date. Empty for none.</summary>
    public IReadOnlyList<string> Warnings { get; }

    internal string Name => _map.Name;

    /// <summary>Whether an item is nothing but facts of one period.</summary>
    private bool IsFlat => _lists.Length == 0 && _history is null && _map.Others is null;

    /// <exception cref="ArgumentException">Neither the map nor the call says of which period the items are, and they have more
    /// than attributes.</exception>
    internal void CheckPeriod(Period? period)
    {
        if (period is null
            && _map.PeriodOf is null
            && (Array.Exists(_lists, list => !list.IsDated) || Array.Exists(_facts, bound => bound.Fact.Role != FactRole.Attribute)))
            throw new ArgumentException(
                $"The map of {Name} says no period, and nor does the call: without one, items can have attributes only.", nameof(period));
    }

    /// <summary>Adds the facts of an item; the issue where it has to be left out.</summary>
    /// <param name="period">The period of an item that says none; null to take it for facts of the subject as such.</param>
    internal DataIssue? AddTo(FactSink sink, T item, Period? period, RowOrigin origin)
    {
        var subject = IdOf(item);
        return subject.Length == 0 ? DataIssues.NoSubject(origin.Written!) : AddTo(sink, item, subject, period, origin);
    }

    internal DataIssue? AddTo(FactSink sink, T item, string subject, Period? period, RowOrigin origin)
    {
        Period? day = null;
        if (_map.PeriodOf?.Invoke(item) is { } given)
        {
            (period, day) = (given.In(Policy), PeriodText.DayOf(given.Day));
            if (period is null)
                return DataIssues.BadPeriod(origin.Written!, subject, given.Written);
        }

        if (period is { } known)
            sink.Builder.Add(subject, known, day, Values(sink, item, subject, period, origin).ToList(), Policy.FactsByName, origin);
        else
            sink.Builder.AddSubject(subject, Values(sink, item, subject, null, origin), origin);
        var own = sink.IsWhole && _map.PeriodOf is null && _history is null ? null : period;
        foreach (var list in _lists)
        {
            if (list.IsDated)
                list.AddTo(sink, item, subject, own, origin);
            else if (period is not null)
                list.AddTo(sink, item, subject, period, origin);
            else if (sink.IsNew(list.Name))
                sink.Builder.Report(DataIssues.NeedsPeriod(list.Name, origin.Written));
        }

        _history?.AddTo(sink, item, subject, origin);
        return null;
    }

    /// <summary>The results of one item in a period; null, with the issue, where it has to be left out.</summary>
    /// <param name="completeFrom">From when on the facts of items are complete; null: from the earliest that the item has.</param>
    internal SubjectEvaluation? Evaluate(
        T item, Period period, DateTime? asOf, Period? completeFrom, Dataset? tables, RowOrigin origin, out DataIssue? leftOut)
    {
        var subject = IdOf(item);
        var isAlone = IsFlat && completeFrom is null && tables is null;
        if (subject.Length > 0 && isAlone && (_map.PeriodOf is null || _map.PeriodOf(item)?.In(Policy) == period))
        {
            leftOut = null;
            var facts = new Subject(subject);
            foreach (var (fact, get) in _facts)
                facts[fact.Name] = get(item);
            return Policy.Evaluate(facts, period, asOf);
        }

        var builder = new DatasetBuilder();
        if (completeFrom is { } first)
            builder.CompleteFrom(first);
        if (tables is not null)
            builder.AddTables(tables);
        leftOut = AddTo(new FactSink(builder, isWhole: true), item, period, origin);
        if (leftOut is not null)
            return null;
        if (!Policy.Evaluate(builder.Build(), period, asOf).TryGet(subject, out var result))
            leftOut = DataIssues.OfOtherPeriod(origin.Written!, subject, period);
        return result;
    }

    private string IdOf(T item) => item is null ? "" : _map.Id!(item)?.Trim() ?? "";

    private IEnumerable<KeyValuePair<string, FactValue>> Values(FactSink sink, T item, string subject, Period? period, RowOrigin origin)
    {
        foreach (var (fact, get) in _facts)
        {
            if (IsUsable(sink, fact, period, origin))
                yield return new(fact.Name, get(item));
        }

        foreach (var given in _map.Others?.Invoke(item) ?? [])
        {
            var (name, boxed) = (given.Key, given.Value);
            if (!_factsByName!.TryGetValue(name, out var fact))
            {
                if (sink.IsNew(name))
                    sink.Builder.Report(DataIssues.Unusable(name, () => ClosestName.Find(name, _factsByName.Keys), origin.Written));
            }
            else if (!IsUsable(sink, fact, period, origin))
            {
                continue;
            }
            else if (BoxedValue.TryRead(boxed, fact.Kind, out var value))
            {
                yield return new(name, value);
            }
            else
            {
                sink.Builder.Report(DataIssues.NoFactType(origin.Written!, subject, period, name, boxed!.GetType().Name));
                sink.Builder.AddUnusable(subject, period, name);
            }
        }
    }

    private static bool IsUsable(FactSink sink, FactDefinition fact, Period? period, RowOrigin origin)
    {
        if (period is not null || fact.Role == FactRole.Attribute)
            return true;
        if (sink.IsNew(fact.Name))
            sink.Builder.Report(DataIssues.NeedsPeriod(fact.Name, origin.Written));
        return false;
    }
}
