// Takes what a dataset says of an attribute that counts as of a day, gives it by subject and from which day on; once for the same of both.
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using KpiRules.Evaluation.Frames;
using KpiRules.Facts;

namespace KpiRules.Evaluation;

/// <param name="Day">The first day on which it counts.</param>
/// <param name="Cause">Why there is no value; null where there is one.</param>
/// <param name="Issue">What is wrong with what was given; null for nothing.</param>
internal readonly record struct DatedValue(int Day, FactValue Value, NotAvailable? Cause, DataIssue? Issue);

/// <summary>Immutable.</summary>
internal sealed class DatedValues
{
    /// <summary>A range evaluates a dataset many times, and hosts read policies anew: what is left of neither is not kept.</summary>
    private static readonly ConditionalWeakTable<Dataset, ConditionalWeakTable<FactDefinition, DatedValues>> Known = new();

    private readonly FactDefinition _fact;
    private readonly NotAvailable _unusable;
    private readonly Dictionary<string, List<DatedValue>> _bySubject = [];

    private DatedValues(Dataset dataset, FactDefinition fact, int fiscalYearStart)
    {
        (_fact, _unusable) = (fact, new(CauseKind.UnusableFact, fact.Name));
        // of stretches that begin together the shortest says the most
        var stretches = dataset.Periods.Where(period => dataset.TableOf(period).Mentions(fact.Name))
            .Select(period => (Day: period.FirstDayNumber(fiscalYearStart), Period: period))
            .OrderByDescending(stretch => stretch.Day).ThenBy(stretch => stretch.Period.Kind);
        foreach (var (day, period) in stretches)
            Add(day, dataset.TableOf(period), period);
        Add(int.MinValue, dataset.Own, null);
    }

    /// <summary>Whether anything is wrong with what was given.</summary>
    public bool HasIssues { get; private set; }

    /// <param name="fiscalYearStart">That of the policy whose attribute it is.</param>
    public static DatedValues Of(Dataset dataset, FactDefinition fact, int fiscalYearStart) =>
        Known.GetOrCreateValue(dataset).GetValue(fact, one => new DatedValues(dataset, one, fiscalYearStart));

    /// <summary>All that was given of one subject, the latest first.</summary>
    public IReadOnlyList<DatedValue> Of(string subject) => _bySubject.TryGetValue(subject, out var values) ? values : [];

    private void Add(int day, FactTable table, Period? period)
    {
        if (!table.Mentions(_fact.Name))
            return;
        for (var row = 0; row < table.Subjects.Count; row++)
        {
            if (!table.Gives(row, _fact.Name))
                continue;
            var value = Read(day, table, row, period);
            HasIssues |= value.Issue is not null;
            if (!_bySubject.TryGetValue(table.Subjects[row], out var values))
                _bySubject.Add(table.Subjects[row], values = []);
            values.Add(value);
        }
    }

    private DatedValue Read(int day, FactTable table, int row, Period? period)
    {
        var (given, subject) = (table.ValueOf(row, _fact), table.Subjects[row]);
        if (given.Kind is null)
            return new DatedValue(day, default, _unusable, null);
        if (given.Kind != _fact.Kind)
            return new DatedValue(day, default, _unusable, DataIssues.WrongKind(subject, period, _fact, given));
        return FactCheck.NotAmongValues(_fact, given) is { } wrong
            ? new DatedValue(day, given, wrong, DataIssues.NotAmongValues(table.OriginOf(row), subject, period, _fact, wrong.Text))
            : new DatedValue(day, given, null, null);
    }
}
