// Says by how much a target misses a criterion, with the figures.
using System;
using System.Collections.Generic;
using KpiRules.Cells;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Sections.Schedules;
using KpiRules.Sections.Smart;

namespace KpiRules.Results;

internal sealed class SmartMessage(SmartResult smart, string language)
{
    private readonly SmartDefinition _criteria = smart.Rules.Criteria;

    public static bool IsOfRuleset(SmartResult smart, SmartCriterion criterion) => criterion switch
    {
        SmartCriterion.Specific => true,
        SmartCriterion.Measurable => smart.Rules.Criteria.Measurable?.Missing.Count > 0,
        SmartCriterion.Relevant => smart.Rules.Criteria.Relevant is not { AsksForWeight: true, Missing.Count: 0 }
            || smart.Kpi.Definition.Weight is null or { Constant: not null },
        SmartCriterion.Achievable or SmartCriterion.TimeBound => false,
    };

    public string Of(SmartCriterion criterion, bool holds) => criterion switch
    {
        SmartCriterion.Specific => Required(_criteria.Specific!.Required, _criteria.Specific.Missing),
        SmartCriterion.Measurable => Measurable(holds),
        SmartCriterion.Achievable => Achievable(holds),
        SmartCriterion.Relevant => Relevant(),
        SmartCriterion.TimeBound => TimeBound(holds),
    };

    private string Required(IReadOnlyList<string> required, IReadOnlyList<string> missing) => missing.Count > 0
        ? Say("smart.missing", Words(missing))
        : Say("smart.given", Words(required));

    private string Measurable(bool holds)
    {
        if (_criteria.Measurable!.Missing.Count > 0)
            return Say("smart.missing", Words(_criteria.Measurable.Missing));
        var before = smart.Subject.Evaluation.Period.Add(-1).ToString();
        return Say(holds ? "smart.measured" : "smart.notMeasured", smart.Kpi.Name, before);
    }

    private string Achievable(bool holds)
    {
        var achievable = _criteria.Achievable!;
        var baseline = smart.Subject.Evaluation.Read(SmartLowering.BaselineOf(smart.Kpi.Name), smart.Subject.Row).Number;
        var target = smart.Target!.Value;
        if (achievable.When is { } when)
            return Say(
                holds ? "smart.meets" : "smart.meetsNot",
                Amount(target),
                baseline is { } one ? Amount(one) : Say("explain.notAvailable"),
                when.Value);
        var (ratio, from, to) = (
            target / baseline!.Value,
            NumberOf(achievable.From, SmartLowering.BoundOf(smart.Kpi.Name, "from")),
            NumberOf(achievable.To, SmartLowering.BoundOf(smart.Kpi.Name, "to")));
        var allowed = to is null || ratio < from ? Say("smart.atLeast", Number(from!.Value))
            : from is null || ratio > to ? Say("smart.atMost", Number(to.Value))
            : Say("smart.between", Number(from.Value), Number(to.Value));
        return Say("smart.ratio", Amount(target), ShownNumber.Write(ratio, "#,##0.#", from, to), Amount(baseline.Value), allowed);
    }

    private string Relevant()
    {
        var relevant = _criteria.Relevant!;
        var parts = new List<string>();
        if (relevant.Missing.Count > 0 || !relevant.AsksForWeight)
            parts.Add(Required(relevant.Required, relevant.Missing));
        if (relevant.AsksForWeight)
            parts.Add(Weight(relevant));
        return string.Join(Say("smart.semicolon"), parts);
    }

    private string Weight(RelevantCriterion relevant)
    {
        if (NumberOf(smart.Kpi.Definition.Weight, KpiCells.Weight(smart.Kpi.Name)) is not { } weight)
            return Say("smart.missing", "weight");
        return weight < relevant.WeightFrom
            ? Say("smart.weightBelow", Number(weight, relevant.WeightFrom), Number(relevant.WeightFrom.Value, weight))
            : weight > relevant.WeightTo
            ? Say("smart.weightAbove", Number(weight, relevant.WeightTo), Number(relevant.WeightTo.Value, weight))
            : Say("smart.weight", Number(weight));
    }

    private string TimeBound(bool holds)
    {
        var (period, rule, effective) = (smart.Subject.Evaluation.Period, _criteria.TimeBound!, smart.Kpi.Effective);
        if (period.Kind > rule.Longest)
            return Say("smart.tooLong", period.ToString(), new Term("periodKind." + rule.Longest));
        if (!holds && effective is not null)
            return Say(
                "smart.outside", period.ToString(), DayNumber.Write(effective.From), effective.To is { } to ? DayNumber.Write(to) : "…");
        return Say("smart.inTime", period.ToString());
    }

    /// <summary>The constant, or what a formula gave for this subject.</summary>
    private decimal? NumberOf(NumberDefinition? number, string cell) =>
        number?.Constant ?? (number is null ? null : smart.Subject.Evaluation.Read(cell, smart.Subject.Row).Number);

    private string Words(IReadOnlyList<string> properties) => string.Join(Say("explain.and"), properties);

    /// <summary>In the unit of the KPI.</summary>
    private string Amount(decimal amount) =>
        smart.Subject.ValueOf(smart.Kpi.Name).Unit == "percent"
            ? ShownNumber.Write(amount, "#,##0.##%")
            : ShownNumber.Write(amount, Math.Abs(amount) >= 1000 ? "#,##0.##" : "#,##0.####");

    private static string Number(decimal number, params decimal?[] lines) =>
        ShownNumber.Write(number, Math.Abs(number) >= 1000 ? "#,##0.##" : "#,##0.##########", lines);

    private string Say(string key, params object[] arguments) => Messages.Format(language, key, arguments);
}
