// What came of a plan: targets by subject and period, and the tree that shows why.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Results;
using KpiRules.Sections.Plans;

namespace KpiRules.Planning;

/// <summary>
/// The targets a plan gives, by subject and period, and how they came about. Stamped with the ruleset they came from.
/// Immutable; safe to share between threads.
/// </summary>
public sealed class PlanResult
{
    private readonly PlanTable _table;

    internal PlanResult(PlanDescription plan, PlanStamp stamp, PlanTable table) => (Plan, Stamp, _table) = (plan, stamp, table);

    /// <summary>The plan: its name, KPI, periods and stretch targets.</summary>
    public PlanDescription Plan { get; }

    /// <summary>The id of the ruleset.</summary>
    public string RulesetId => Stamp.Id;

    /// <summary>The version of the ruleset.</summary>
    public string RulesetVersion => Stamp.Version;

    /// <summary>SHA-256 of the ruleset's content, in lower-case hexadecimal; white space and comments do not matter.</summary>
    public string ContentHash => Stamp.ContentHash;

    /// <summary>The last closed period; null for none.</summary>
    public Period? Closed => _table.Closed;

    /// <summary>The periods, from the first to the last.</summary>
    public IReadOnlyList<Period> Periods => Plan.Periods;

    /// <summary>The ids of the subjects, in ordinal order: those who have facts in the period before the plan begins.</summary>
    public IReadOnlyList<string> Subjects => _table.Subjects;

    /// <summary>Whether there are targets; where not, <see cref="Reasons"/> says why.</summary>
    public bool IsAvailable => Reasons.Count == 0;

    /// <summary>What keeps the whole plan from being available; empty where nothing does.</summary>
    public IReadOnlyList<DataIssue> Reasons => _table.Reasons;

    /// <summary>
    /// What was odd in the facts that were looked at, whose open targets are not available and why, and the
    /// <see cref="Reasons"/>.
    /// </summary>
    public IReadOnlyList<DataIssue> Issues => _table.Issues;

    /// <summary>The whole plan with its groups and subjects; null when it is not available.</summary>
    public PlanNode? Root => _table.Root;

    /// <summary>The total that is divided, in the unit of the KPI; null when the plan is not available.</summary>
    public decimal? Total => Root?.Part;

    /// <summary>A subject's part of the total, as it was before any period was closed; null when the plan is not available.</summary>
    /// <exception cref="KeyNotFoundException">The plan has no such subject.</exception>
    public decimal? Part(string subject)
    {
        var row = RowOf(subject);
        return IsAvailable ? _table.Parts[row] : null;
    }

    /// <summary>Whether what is left after the closed periods is spread over the open ones.</summary>
    public bool IsSpread => _table.Achieved.Length > 0;

    /// <summary>
    /// What a subject achieved in the closed periods together, where what is left is spread: it makes the subject's part with
    /// the open targets, unless it alone is more. Null where nothing is spread, or where it is not available.
    /// </summary>
    /// <exception cref="KeyNotFoundException">The plan has no such subject.</exception>
    public decimal? Achieved(string subject)
    {
        var row = RowOf(subject);
        return IsSpread ? _table.Achieved[row] : null;
    }

    /// <summary>The target of a subject in a period, in the unit of the KPI; null when it is not available.</summary>
    /// <exception cref="KeyNotFoundException">The plan has no such subject or period.</exception>
    public decimal? Target(string subject, Period period) => At(RowOf(subject), IndexOf(period));

    /// <summary>The targets of a subject, in the order of <see cref="Periods"/>; null where one is not available.</summary>
    /// <exception cref="KeyNotFoundException">The plan has no such subject.</exception>
    public IReadOnlyList<decimal?> Targets(string subject)
    {
        var row = RowOf(subject);
        return Enumerable.Range(0, Periods.Count).Select(period => At(row, period)).ToList().AsReadOnly();
    }

    /// <summary>
    /// What a subject achieved in the closed periods, divided by the targets of these periods as issued, which is what formulas
    /// call <c>plan.progress</c>: 0.75 is 75 %. 1 before any period is closed; null when it is not available.
    /// </summary>
    /// <exception cref="KeyNotFoundException">The plan has no such subject.</exception>
    public decimal? Progress(string subject)
    {
        var row = RowOf(subject);
        return IsAvailable ? _table.Progress[row] : null;
    }

    /// <summary>
    /// The factor of a stretch target for a subject; above 0. Null when it is not available: an issue of the subject in
    /// <see cref="Issues"/> that names <c>&lt;kpi&gt;.&lt;name&gt;</c> says why.
    /// </summary>
    /// <exception cref="KeyNotFoundException">The plan has no such stretch target or subject.</exception>
    public decimal? Factor(string name, string subject)
    {
        var (stretch, row) = (StretchIndexOf(name), RowOf(subject));
        return IsAvailable ? _table.Factors[stretch][row] : null;
    }

    /// <summary>
    /// How the factor of a stretch target came about, at the last closed period, or before any is closed at the one before the
    /// plan begins; null where it is a number, or where the plan is not available or the subject has no facts in that period.
    /// </summary>
    /// <exception cref="KeyNotFoundException">The plan has no such stretch target or subject.</exception>
    public Explanation? ExplainFactor(string name, string subject)
    {
        RowOf(subject);
        return Plan.FormulaOf(name) is not null && _table.FactorFormulas is { } formulas
            && SubjectOrder.RowOf(formulas.Subjects, subject) is >= 0 and var row
            ? formulas.Explain(PlanLowering.FactorOf(Plan.Name, name), row)
            : null;
    }

    /// <summary>
    /// A stretch target, not rounded. Of an open period, the target times the factor; where what is left is spread, what is left
    /// of the subject's part times the factor, divided over the open periods by their weights. Of a closed one, what the facts
    /// give, else the target times the factor. Null when it is not available, or too large.
    /// </summary>
    /// <param name="name">One of the plan's <see cref="PlanDescription.Stretch"/> names.</param>
    /// <exception cref="KeyNotFoundException">The plan has no such stretch target, subject or period.</exception>
    public decimal? Stretch(string name, string subject, Period period)
    {
        var (stretch, row, index) = (StretchIndexOf(name), RowOf(subject), IndexOf(period));
        return IsAvailable ? _table.Stretch[stretch][row][index] : null;
    }

    /// <summary>
    /// Adds <c>&lt;kpi&gt;.target</c>, and every stretch target, of every subject and period to a dataset; what is not
    /// available is left out.
    /// </summary>
    public void AddTo(DatasetBuilder facts)
    {
        if (facts is null)
            throw new ArgumentNullException(nameof(facts));
        for (var row = 0; row < Subjects.Count; row++)
        {
            for (var period = 0; period < Periods.Count; period++)
            {
                var given = FactsOf(row, period).ToList();
                if (given.Count > 0)
                    facts.Add(Subjects[row], Periods[period], given);
            }
        }
    }

    internal PlanStamp Stamp { get; }

    private IEnumerable<KeyValuePair<string, FactValue>> FactsOf(int row, int period)
    {
        if (At(row, period) is { } target)
            yield return new(TargetOperation.CellOf(Plan.Kpi), target);
        for (var i = 0; IsAvailable && i < Plan.Stretch.Count; i++)
        {
            if (_table.Stretch[i][row][period] is { } stretch)
                yield return new($"{Plan.Kpi}.{Plan.Stretch[i]}", stretch);
        }
    }

    private int StretchIndexOf(string name)
    {
        Plan.FactorOf(name); // says which names there are
        return Plan.Stretch.ToList().IndexOf(name);
    }

    private decimal? At(int row, int period) => IsAvailable ? _table.Targets[row][period] : null;

    private int RowOf(string subject) => _table.RowOf(subject) is >= 0 and var row
        ? row
        : throw UnknownName.NoPerson($"Plan '{Plan.Name}' has no subject '{subject}'", subject, Subjects);

    private int IndexOf(Period period)
    {
        for (var i = 0; i < Periods.Count; i++)
        {
            if (Periods[i] == period)
                return i;
        }

        throw new KeyNotFoundException($"Plan '{Plan.Name}' has no period {period}; it goes from {Plan.From} to {Plan.To}.");
    }
}
