// What was paid so far, as it came from elsewhere: amounts of subjects by result, and the facts they were worked out from.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;

namespace KpiRules.Reconciling;

/// <summary>
/// What was paid for a period so far, such as last month's list of the payroll; what a policy works out is held against it. Not safe
/// for threads while it is being filled.
/// </summary>
public sealed class ExpectedPay
{
    private readonly Dictionary<(string Subject, string Result), decimal?> _amounts = [];
    private readonly Dictionary<(string Subject, string Fact), FactValue> _facts = [];
    private readonly List<string> _results = [];

    /// <summary>The names of the results that were paid, in the order in which they came.</summary>
    public IReadOnlyList<string> Results => _results;

    /// <summary>The ids of all for whom something was paid, or facts were known, in ordinal order.</summary>
    public IReadOnlyList<string> Subjects => _amounts.Keys.Select(key => key.Subject).Concat(_facts.Keys.Select(key => key.Subject))
        .Distinct().OrderBy(subject => subject, StringComparer.Ordinal).ToList();

    /// <summary>Adds an amount; of one given twice, the sum was paid.</summary>
    /// <param name="subject">The id of the subject, as the facts have it.</param>
    /// <param name="result">The result it is of: an incentive's id, <c>payout</c>, or any other result that is a number.</param>
    /// <param name="amount">The amount in the unit of the result; null where the list has the result, but no amount.</param>
    /// <exception cref="OverflowException">The sum is too large.</exception>
    public ExpectedPay Add(string subject, string result, decimal? amount)
    {
        var key = (subject ?? throw new ArgumentNullException(nameof(subject)), result ?? throw new ArgumentNullException(nameof(result)));
        _amounts[key] = _amounts.TryGetValue(key, out var known) && known is not null ? known + (amount ?? 0) : amount;
        if (!_results.Contains(result))
            _results.Add(result);
        return this;
    }

    /// <summary>Adds a fact from which it was worked out, as far as it is known.</summary>
    /// <param name="subject">The id of the subject, as the facts have it.</param>
    /// <param name="fact">The name of a measure, attribute or target.</param>
    /// <param name="value">The value, in the fact's unit.</param>
    public ExpectedPay AddFact(string subject, string fact, FactValue value)
    {
        var key = (subject ?? throw new ArgumentNullException(nameof(subject)), fact ?? throw new ArgumentNullException(nameof(fact)));
        _facts[key] = value;
        return this;
    }

    /// <summary>Adds the facts of a period from which it was worked out; only those that are given there.</summary>
    /// <param name="policy">Whose facts they are.</param>
    /// <param name="facts">The facts.</param>
    /// <param name="period">The period.</param>
    public ExpectedPay AddFacts(Policy policy, Dataset facts, Period period)
    {
        var table = (facts ?? throw new ArgumentNullException(nameof(facts))).TableOf(period);
        foreach (var fact in (policy ?? throw new ArgumentNullException(nameof(policy))).Facts)
        {
            for (var row = 0; row < table.Subjects.Count; row++)
            {
                if (table.ValueOf(row, fact) is { Kind: not null } value)
                    AddFact(table.Subjects[row], fact.Name, value);
            }
        }

        return this;
    }

    internal bool Has(string subject, string result) => _amounts.ContainsKey((subject, result));

    internal decimal? AmountOf(string subject, string result) => _amounts.TryGetValue((subject, result), out var amount) ? amount : null;

    internal IEnumerable<KeyValuePair<string, FactValue>> FactsOf(string subject) => _facts
        .Where(fact => fact.Key.Subject == subject)
        .Select(fact => new KeyValuePair<string, FactValue>(fact.Key.Fact, fact.Value));
}
