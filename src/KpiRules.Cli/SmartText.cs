// Writes how targets were judged as a table for people, and as CSV.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Cli.Csv;
using KpiRules.Facts;
using KpiRules.Results;

namespace KpiRules.Cli;

internal static class SmartText
{
    public static string NoChecks(string language, string ruleset) => Zh(language)
        ? $"规则集 {ruleset} 没有可检查的目标：需要 smart 和带目标的 KPI"
        : $"ruleset {ruleset} has no targets to check: it needs 'smart' and KPIs with a target";

    /// <param name="width">The columns of the terminal; null for no limit.</param>
    public static string Table(
        Policy policy, PeriodEvaluation evaluation, IReadOnlyList<SmartResult> targets, bool all, string language, int? width)
    {
        var judged = targets.Where(target => target.Holding is not null).ToList();
        var table = new TextTable(
            (Zh(language) ? "考核对象 KPI 达标 准则 说明" : "subject KPI holding criterion message").Split(' ').Select((name, i) => (name, i == 2)));
        var rows = OfRuleset(judged, all, language).Concat(judged.SelectMany(target => OfSubject(target, all, language))).ToList();
        foreach (var row in rows)
            table.Add(row);
        return $"{ToolText.TitleOf(policy, language)}  {evaluation.Period}\n"
            + (rows.Count == 0 ? "" : table.ToString(width))
            + $"{string.Concat(Waivers(targets, language))}{Sum(targets, judged, language)}\n";
    }

    public static string Csv(IReadOnlyList<SmartResult> targets, string language)
    {
        var csv = new CsvWriter().Row("subject", "period", "kpi", "target", "criterion", "holds", "message");
        foreach (var (target, criterion) in targets.SelectMany(target => target.Criteria.Select(criterion => (target, criterion))))
        {
            csv.Text(target.SubjectId).Period(target.Period).Text(target.Kpi.Name).Value(target.Part("target"))
                .Text(criterion.Name).Value(target.Part("smart." + criterion.Name)).Text(criterion.Message(language)).EndRow();
        }

        return csv.ToString();
    }

    /// <summary>What the ruleset alone decides is said once for all subjects.</summary>
    private static IEnumerable<string[]> OfRuleset(IReadOnlyList<SmartResult> judged, bool all, string language) => judged
        .GroupBy(target => target.Kpi.Name)
        .SelectMany(kpi => kpi.First().Criteria
            .Where(criterion => criterion.IsOfRuleset && IsWorthALine(criterion, all))
            .Select(criterion => new[]
            {
                Zh(language) ? "（全部）" : "(all)", NameOf(kpi.First(), language), "", Named(criterion, language), criterion.Message(language)
            }));

    private static IEnumerable<string[]> OfSubject(SmartResult target, bool all, string language) => target.Criteria
        .Where(criterion => !criterion.IsOfRuleset && IsWorthALine(criterion, all))
        .Select(criterion => new[]
        {
            target.SubjectId,
            NameOf(target, language),
            $"{target.Holding}/{Judged(target)}",
            Named(criterion, language),
            criterion.Message(language)
        });

    private static bool IsWorthALine(SmartCriterionResult criterion, bool all) =>
        criterion.Holds == false || (all && criterion.Cause?.Root.Kind != CauseKind.NotAsked);

    private static IEnumerable<string> Waivers(IReadOnlyList<SmartResult> targets, string language) => targets
        .Where(target => target.Waiver is not null)
        .GroupBy(target => target.Kpi.Name)
        .Select(kpi => Zh(language)
            ? $"{NameOf(kpi.First(), language)}：免于检查，原因：{kpi.First().Waiver!.In(language)}\n"
            : $"{NameOf(kpi.First(), language)}: waived, because: {kpi.First().Waiver!.In(language)}\n");

    private static string Sum(IReadOnlyList<SmartResult> targets, List<SmartResult> judged, string language)
    {
        var good = judged.Count(target => target.Holding == Judged(target));
        var others = targets.Where(
            target => target.Waiver is null && target.Holding is null && target.Cause?.Root.Kind != CauseKind.DoesNotApply).ToList();
        var (missing, unjudged) = (others.Count(target => target.Target is null), others.Count(target => target.Target is not null));
        return Zh(language)
            ? $"检查了 {judged.Count} 个目标：{good} 个全部达标，{judged.Count - good} 个有问题；{missing} 个没有目标值，{unjudged} 个缺少判断依据，未检查"
            : $"{judged.Count} targets checked: {good} fulfil everything asked, {judged.Count - good} do not; {missing} not given, "
                + $"{unjudged} without facts to judge by";
    }

    private static int Judged(SmartResult target) => target.Criteria.Count(criterion => criterion.Holds is not null);

    private static string NameOf(SmartResult target, string language) =>
        target.Kpi.Title?.In(language) is { } title && title != target.Kpi.Name ? $"{title} ({target.Kpi.Name})" : target.Kpi.Name;

    private static string Named(SmartCriterionResult criterion, string language) =>
        !Zh(language) ? criterion.Name : criterion.Criterion switch
        {
            SmartCriterion.Specific => "具体",
            SmartCriterion.Measurable => "可衡量",
            SmartCriterion.Achievable => "可达到",
            SmartCriterion.Relevant => "相关",
            SmartCriterion.TimeBound => "有期限",
        };

    private static bool Zh(string language) => language.StartsWith("zh", System.StringComparison.Ordinal);
}
