// What the tool says of an exported workflow, in Chinese and English.
using System;
using KpiRules.Workflows.Exporting;

namespace KpiRules.Cli;

internal static class ExportText
{
    public static string Workflow(string language, ExportedWorkflow workflow) => Zh(language)
        ? $"{workflow.Name}：{workflow.RuleCount} 条规则，{workflow.ParameterCount} 个参数；{workflow.CellCount} 个单元中有 {workflow.ExpressedCount} "
            + $"个由工作流自行计算（{Share(workflow)}%）"
        : $"{workflow.Name}: {workflow.RuleCount} rules, {workflow.ParameterCount} parameters; "
            + $"of {workflow.CellCount} cells the workflow works out {workflow.ExpressedCount} itself ({Share(workflow)} %)";

    public static string MustBeGiven(string language, int count) => Zh(language)
        ? $"以下 {count} 个涉及明细记录或其他对象，须由调用方给出："
        : $"{count} look at records or at other subjects, and must be given:";

    public static string AndMore(string language, int count) =>
        Zh(language) ? $"  另有 {count} 个，多为较早期间的同类数值" : $"  and {count} more, mostly of earlier periods";

    public static string Tables(string language, string tables) => Zh(language)
        ? $"以下的表须以行的列表给出（规则集自己的各行列于工作流的 KpiRules.Tables）：{tables}"
        : $"these tables must be given as lists of rows (the ruleset's own stand under KpiRules.Tables): {tables}";

    public static string OtherInputs(string language, int count) => Zh(language)
        ? $"另须给出 {count} 个数据或期间信息；全部输入列于工作流的 KpiRules.Inputs，没有值的给 null"
        : $"{count} facts of the subject and of the period must be given, too; the workflow lists all inputs under KpiRules.Inputs, "
            + "and null is for what is not available";

    public static string Approximate(string language, string names) => Zh(language)
        ? $"RulesEngine 用二进制数计算以下结果，只保证 15 位有效数字一致：{names}"
        : $"RulesEngine works these out in binary numbers, which agree to 15 digits only: {names}";

    private static string Share(ExportedWorkflow workflow) =>
        FormattableString.Invariant($"{100m * workflow.ExpressedCount / Math.Max(workflow.CellCount, 1):0.0}");

    private static bool Zh(string language) => language.StartsWith("zh", StringComparison.Ordinal);
}
