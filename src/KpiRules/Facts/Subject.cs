// One subject with its facts of one period, as a host hands it in.
using System;
using System.Collections;
using System.Collections.Generic;

namespace KpiRules.Facts;

/// <summary>
/// A person, team, shop or whatever KPIs are about, with its facts of one period. Not safe for threads while facts are
/// being set; evaluation only reads it.
/// </summary>
public sealed class Subject : IEnumerable<KeyValuePair<string, FactValue>>
{
    private readonly Dictionary<string, FactValue> _facts = new(StringComparer.Ordinal);

    /// <summary>A subject without facts.</summary>
    /// <param name="id">The id by which results name it; not blank.</param>
    /// <exception cref="ArgumentException">The id is null or blank.</exception>
    public Subject(string id) =>
        Id = string.IsNullOrWhiteSpace(id) ? throw new ArgumentException("A subject needs an id.", nameof(id)) : id;

    /// <summary>The id by which results name the subject.</summary>
    public string Id { get; }

    /// <summary>A fact by its name; no value when it was not given. Setting no value takes it away.</summary>
    public FactValue this[string fact]
    {
        get => _facts.TryGetValue(fact, out var value) ? value : default;
        set
        {
            if (value.Kind is null && value.Unrepresentable is null)
                _facts.Remove(fact);
            else
                _facts[fact] = value;
        }
    }

    internal bool Has(string fact) => _facts.ContainsKey(fact);

    /// <summary>The facts given, in no particular order.</summary>
    public IEnumerator<KeyValuePair<string, FactValue>> GetEnumerator() => _facts.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
