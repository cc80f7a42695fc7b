// What would be otherwise in the facts of a subject in a period: facts set or added to, and further records.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;

namespace KpiRules.Comparing;

/// <summary>What would be otherwise in the facts of one subject in one period. Not safe for threads.</summary>
public sealed class FactChanges
{
    private readonly List<(string Fact, FactValue Value, bool IsMore)> _facts = [];
    private readonly Dictionary<string, List<IReadOnlyList<KeyValuePair<string, FactValue>>>> _records = [];

    internal FactChanges()
    {
    }

    /// <summary>Gives a fact another value.</summary>
    /// <param name="fact">The name of a measure, an attribute, a target or an opening.</param>
    /// <param name="value">The value, in the fact's unit; no value takes the fact away.</param>
    public FactChanges Set(string fact, FactValue value)
    {
        _facts.Add((fact ?? throw new ArgumentNullException(nameof(fact)), value, false));
        return this;
    }

    /// <summary>
    /// Adds to a fact that is a number: to what the evaluation sees of it, a default or an earlier value included. One that is not
    /// available stays so, for it is not 0.
    /// </summary>
    /// <param name="fact">The name of a measure, an attribute, a target or an opening.</param>
    /// <param name="amount">By how much it is more, in the fact's unit.</param>
    public FactChanges Add(string fact, decimal amount)
    {
        _facts.Add((fact ?? throw new ArgumentNullException(nameof(fact)), amount, true));
        return this;
    }

    /// <summary>Adds a record to a list, behind those that the subject has in the period.</summary>
    /// <param name="list">The name of the list.</param>
    /// <param name="fields">The values of its fields.</param>
    public FactChanges AddRecord(string list, params (string Field, FactValue Value)[] fields)
    {
        if (!_records.TryGetValue(list ?? throw new ArgumentNullException(nameof(list)), out var records))
            _records.Add(list, records = []);
        records.Add((fields ?? throw new ArgumentNullException(nameof(fields)))
            .Select(field => new KeyValuePair<string, FactValue>(field.Field, field.Value)).ToList());
        return this;
    }

    /// <summary>The facts with the changes in them.</summary>
    /// <param name="seen">What the evaluation sees of a fact before; no value for what is not available.</param>
    /// <exception cref="ArgumentException">The policy has no such fact or list, or a fact that is to be more is no number.</exception>
    internal Dataset In(Dataset facts, Policy policy, string subject, Period period, Func<string, FactValue> seen)
    {
        var values = new Dictionary<string, FactValue>();
        foreach (var (fact, value, isMore) in _facts)
        {
            var definition = KnownNames.FactOf(policy, fact);
            if (!isMore)
                values[fact] = value;
            else if (definition.Kind != ValueKind.Number)
                throw new ArgumentException($"Fact '{fact}' is no number: nothing can be added to it.");
            else if ((values.TryGetValue(fact, out var known) ? known : seen(fact)).Number is { } number)
                values[fact] = number + value.Number!.Value;
        }

        foreach (var list in _records.Keys)
            KnownNames.CheckList(policy, list);
        return facts.With(
            subject, period, values,
            _records.ToDictionary(
                list => list.Key, list => (IReadOnlyList<IReadOnlyList<KeyValuePair<string, FactValue>>>)list.Value));
    }
}
