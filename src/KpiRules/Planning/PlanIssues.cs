// What keeps a plan, or some of its targets, from being available; one method an issue.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Results;

namespace KpiRules.Planning;

/// <summary>Whose fault it is, and what is wrong.</summary>
internal sealed record Culprit(string Whose, Func<string, string> Why)
{
    public static Culprit Of(string whose, Cause cause) => new(whose, cause.Explain);

    public static Culprit Of(string whose, decimal number) => new(whose, _ => ((FactValue)number).ToString());

    public static Culprit Of(string whose, string key) => new(whose, language => Messages.Format(language, key));
}

internal static class PlanIssues
{
    /// <summary>How many culprits are named; of the others only the number is told.</summary>
    private const int Named = 5;

    public static DataIssue Nobody(string plan, Period before) => new("KPI6030", null, null, before, null, plan, before.ToString());

    public static DataIssue WithoutGroup(string plan, string attribute, Period before, IReadOnlyList<Culprit> culprits) =>
        new("KPI6031", null, null, before, attribute, plan, attribute, before.ToString(), List(culprits));

    public static DataIssue BadWeights(string plan, Period before, IReadOnlyList<Culprit> culprits) =>
        new("KPI6032", null, null, before, null, plan, before.ToString(), List(culprits));

    public static DataIssue AllWeightsZero(string plan, Period before) => new("KPI6033", null, null, before, null, plan, before.ToString());

    public static DataIssue NoTotal(string plan, Period before, IReadOnlyList<Culprit> culprits) =>
        new("KPI6034", null, null, before, null, plan, before.ToString(), List(culprits));

    public static DataIssue TotalsDiffer(string plan, Period before, string first, decimal total, string other, decimal otherTotal) =>
        new("KPI6035", null, null, before, null, plan, first, ((FactValue)total).ToString(), other, ((FactValue)otherTotal).ToString());

    public static DataIssue NegativeTotal(string plan, Period before, decimal total) =>
        new("KPI6036", null, null, before, null, plan, ((FactValue)total).ToString());

    public static DataIssue NoHistory(string plan, string kpi, IReadOnlyList<Culprit> culprits) =>
        new("KPI6037", null, null, null, kpi, plan, kpi, List(culprits));

    public static DataIssue NoActual(string subject, Period period, string kpi, Cause cause) =>
        new("KPI6038", null, subject, period, kpi, kpi, (Func<string, string>)cause.Explain);

    public static DataIssue NothingToSpreadBy(string subject, Period closed, string plan) =>
        new("KPI6039", null, subject, closed, null, plan, closed.ToString());

    public static DataIssue NoFactor(string subject, Period at, string stretch, Cause cause) =>
        new("KPI6110", null, subject, at, stretch, stretch, (Func<string, string>)cause.Explain);

    public static DataIssue FactorNotPositive(string subject, Period at, string stretch, decimal factor) =>
        new("KPI6111", null, subject, at, stretch, stretch, ((FactValue)factor).ToString());

    public static DataIssue NoStretchToSpreadBy(string subject, Period closed, string stretch) =>
        new("KPI6112", null, subject, closed, stretch, stretch);

    public static DataIssue StretchTooLarge(string subject, Period first, string stretch) =>
        new("KPI6113", null, subject, first, stretch, stretch);

    public static DataIssue TooLarge(string plan) => new("KPI6040", null, null, null, null, plan);

    private static Func<string, string> List(IReadOnlyList<Culprit> culprits) => language =>
    {
        var named = culprits.Take(Named).Select(culprit => Messages.Format(language, "plan.culprit", culprit.Whose, culprit.Why));
        var list = string.Join(Messages.Format(language, "plan.and"), named);
        return culprits.Count > Named ? list + Messages.Format(language, "plan.more", culprits.Count - Named) : list;
    };
}
