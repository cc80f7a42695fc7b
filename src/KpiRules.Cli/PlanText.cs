// The tool's own sentences about plans, in Chinese and English.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Planning;

namespace KpiRules.Cli;

internal static class PlanText
{
    public static string NoSuchPlan(string language, string name, Policy policy)
    {
        var names = string.Join(", ", policy.Plans.Select(plan => plan.Name));
        if (names.Length == 0)
            return Zh(language) ? $"规则集 {policy.Id} 没有计划" : $"ruleset {policy.Id} has no plans";
        return Zh(language) ? $"规则集 {policy.Id} 没有计划“{name}”；有：{names}" : $"ruleset {policy.Id} has no plan '{name}'; it has: {names}";
    }

    public static string NotOfPlan(string language, Period closed, PlanDescription plan) => Zh(language)
        ? $"--closed：{closed} 不是计划“{plan.Name}”的期间；它从 {plan.From} 到 {plan.To}"
        : $"--closed: {closed} is no period of the plan '{plan.Name}', which goes from {plan.From} to {plan.To}";

    public static string NotPlanned(string language, PlanDescription plan, string subjects) => Zh(language)
        ? $"注意：以下对象在计划开始前的期间 {plan.From.Add(-1)} 没有数据，没有目标：{subjects}"
        : $"note: these subjects have no facts in {plan.From.Add(-1)}, the period before the plan begins, and get no targets: {subjects}";

    public static string Weighed(string language, PlanDescription plan, string total) => Zh(language)
        ? $"{plan.From} 至 {plan.To}，总量 {total}，权重取自 {plan.From.Add(-1)}"
        : $"{plan.From} to {plan.To}, total {total}, weights of {plan.From.Add(-1)}";

    public static string ClosedUpTo(string language, Period closed, bool isSpread) => Zh(language)
        ? $"已结束至 {closed}（带 * 的期间）：目标以数据中已下达的为准，没有的按原计划" + (isSpread ? "；已完成与其余期间的目标合计为分得的数量" : "")
        : $"closed up to {closed} (marked *): those targets are as the facts issued them, else as first planned"
            + (isSpread ? "; what was achieved and the open targets make the part" : "");

    public static string Stretch(string language, IEnumerable<string> factors) => Zh(language)
        ? $"挑战目标：{string.Join("，", factors)}"
        : $"stretch targets: {string.Join(", ", factors)}";

    public static string Factors(string language, Period at) => Zh(language)
        ? $"公式在 {at} 算出的系数（plan.progress：已结束期间的完成 ÷ 下达的目标）"
        : $"factors that formulas gave in {at} (plan.progress: achieved in the closed periods ÷ their targets as issued)";

    /// <summary>The headings of the table of factors before those of the stretch targets.</summary>
    public static string[] FactorColumns(string language) => [Zh(language) ? "考核对象" : "subject", "plan.progress"];

    public static string Whole(string language) => Zh(language) ? "全部" : "all";

    /// <summary>The headings of the table before, and behind, those of the periods.</summary>
    public static (string[] Before, string[] Behind) Columns(string language, bool isSpread) => Zh(language)
        ? (["考核对象", "权重", "分得"], isSpread ? ["已完成*", "已完成+其余目标"] : ["各期合计"])
        : (["subject", "weight", "part"], isSpread ? ["achieved*", "achieved + open"] : ["sum of periods"]);

    private static bool Zh(string language) => language.StartsWith("zh", System.StringComparison.Ordinal);
}
