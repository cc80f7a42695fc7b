// How a result came about, as a structure: what went in, each step that took part, and what came out.
using System.Collections.Generic;
using KpiRules.Facts;

namespace KpiRules.Results;

/// <summary>
/// How one result of one subject came about. The figures are those the evaluation recorded. Immutable.
/// </summary>
public sealed class Explanation
{
    internal Explanation(
        ExplainedValue result, string? state, int? held, IReadOnlyList<ExplanationStep> steps, IReadOnlyList<Explanation> results,
        int moneyDecimals) =>
        (Result, State, Held, Steps, Results, MoneyDecimals) = (result, state, held, steps, results, moneyDecimals);

    /// <summary>The result itself.</summary>
    public ExplainedValue Result { get; }

    /// <summary>Of an incentive line <c>none</c>, <c>closed</c>, <c>held</c> or <c>paid</c>; null for any other result.</summary>
    public string? State { get; }

    /// <summary>Of the payout, how many lines are held, and so not in it; null for any other result.</summary>
    public int? Held { get; }

    /// <summary>Each step that took part, in order.</summary>
    public IReadOnlyList<ExplanationStep> Steps { get; }

    /// <summary>The other results that went in, each explained down to the facts; one that went in twice stands here once.</summary>
    public IReadOnlyList<Explanation> Results { get; }

    internal int MoneyDecimals { get; }

    /// <summary>The explanation as text: the steps with their figures, then the results that went in.</summary>
    /// <param name="language"><c>zh</c> for Chinese; anything else is English.</param>
    public string ToString(string language) => new ExplanationText(language, MoneyDecimals).Write(this);

    /// <summary>As <see cref="ToString(string)"/>, in English.</summary>
    public override string ToString() => ToString("en");

    /// <summary>Its own steps alone, a line each, and why the result is not available.</summary>
    internal IEnumerable<string> StepsIn(string language) => new ExplanationText(language, MoneyDecimals).WriteSteps(this);
}

/// <summary>A value with its name. Immutable.</summary>
public sealed class ExplainedValue
{
    internal ExplainedValue(string name, LocalizedText? title, Period? period, FactValue value, string? unit, Cause? cause) =>
        (Name, Title, Period, Value, Unit, Cause) = (name, title, period, value, unit, cause);

    /// <summary>The name by which the author's formulas call it.</summary>
    public string Name { get; }

    /// <summary>What people call it; null when the ruleset does not say.</summary>
    public LocalizedText? Title { get; }

    /// <summary>The period it is of, where that is another than the one explained; else null.</summary>
    public Period? Period { get; }

    /// <summary>The value; none when it is not available.</summary>
    public FactValue Value { get; }

    /// <summary>The unit, such as <c>money</c> or <c>percent</c>; null when not known.</summary>
    public string? Unit { get; }

    /// <summary>Why there is no value; null when there is one.</summary>
    public Cause? Cause { get; }
}

/// <summary>A step on the way to a result. Immutable.</summary>
public sealed class ExplanationStep
{
    internal ExplanationStep(
        string role,
        string formula,
        ExplainedValue result,
        IReadOnlyList<ExplainedValue> inputs,
        IReadOnlyList<ExplanationDetail> details) =>
        (Role, Formula, Result, Inputs, Details) = (role, formula, result, inputs, details);

    /// <summary>
    /// What the step does: <c>formula</c>, <c>appliesTo</c>, <c>gate</c>, <c>amount</c>, <c>multiplier</c>, <c>max</c> and so on.
    /// </summary>
    public string Role { get; }

    /// <summary>The formula in the author's words; empty for a schedule and for what follows by itself.</summary>
    public string Formula { get; }

    /// <summary>What came out.</summary>
    public ExplainedValue Result { get; }

    /// <summary>The values that went in.</summary>
    public IReadOnlyList<ExplainedValue> Inputs { get; }

    /// <summary>What happened within the step: tiers, records, periods.</summary>
    public IReadOnlyList<ExplanationDetail> Details { get; }
}

/// <summary>Something within a step: a tier, a row, a record, a period. Immutable.</summary>
public sealed class ExplanationDetail
{
    internal ExplanationDetail(
        string kind, string text, IReadOnlyList<decimal?> numbers, decimal? result, IReadOnlyList<ExplanationDetail> details) =>
        (Kind, Text, Numbers, Result, Details) = (kind, text, numbers, result, details);

    /// <summary>
    /// What it is: <c>tier</c> (numbers: part, rate, from, to), <c>row</c> (value, from, to), <c>line</c> (value, from, its value,
    /// to, its value), <c>case</c>, <c>field</c> (row value, its bound, column value, its bound), <c>record</c>, <c>score</c>
    /// (score, weight), <c>upTo</c> (up to now, up to the period before), <c>period</c>, <c>mean</c> (mean, periods),
    /// <c>spread</c> (mean, standard deviation, periods), <c>limits</c> (mean, standard deviation, periods, lower, upper),
    /// <c>members</c> (how many), <c>pool</c> (amount, members, those who share, sum of the shares), <c>place</c> (place, members,
    /// how many share it), <c>grade</c> (its first and last place; the last before the first for none), <c>tied</c> (first and last
    /// place, the one they are graded as), <c>smallGroup</c> (members, how many it takes), <c>released</c> (which part of what was
    /// earned), <c>lookup</c> and <c>lookupElse</c> (the text says what was looked up and, where its keys are others, which row
    /// answered; <c>lookupElse</c>: no row did).
    /// </summary>
    public string Kind { get; }

    /// <summary>A text that took part, such as a case, a record's number, a period or a call; else empty.</summary>
    public string Text { get; }

    /// <summary>The numbers that took part, in the order told above, each in its own unit; null for one that there is not.</summary>
    public IReadOnlyList<decimal?> Numbers { get; }

    /// <summary>What came of it, in the unit of the step; null where it gives nothing by itself.</summary>
    public decimal? Result { get; }

    /// <summary>What happened within it: the tiers, cases and lookups of a record; else empty.</summary>
    public IReadOnlyList<ExplanationDetail> Details { get; }
}
