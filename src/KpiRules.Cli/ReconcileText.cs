// The sentences of the command that reconciles, in Chinese and English.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Reconciling;

namespace KpiRules.Cli;

internal static class ReconcileText
{
    public static string BadMap(string language, string written, Policy policy) => CompareText.Zh(language)
        ? $"--map：“{written}”应写成 列名=名称；名称为 subject、period、result、amount，或规则集 {policy.Id} 的结果、数据"
        : $"--map: '{written}' must be a column's title and a name: subject, period, result, amount, "
            + $"or a result or fact of ruleset {policy.Id}";

    public static string NoAmounts(string language, string file, Policy policy)
    {
        var names = EvaluationRun.Abridged(policy.Incentives.Select(line => line.Name)
            .Concat(policy.Results.Where(result => result.Name == "payout" || policy.Incentives.Count == 0).Select(result => result.Name))
            .ToList());
        return CompareText.Zh(language)
            ? $"“{file}”没有金额列；可用列名如：{names}（或用 --map 对应）"
            : $"'{file}' has no column of amounts; such as: {names} (or say by --map which they are)";
    }

    public static string UnknownColumn(string language, string file, string title) => CompareText.Zh(language)
        ? $"{file}：未使用列“{title}”；可用 --map \"{title}=名称\" 对应"
        : $"{file}: column '{title}' is not used; --map \"{title}=NAME\" says what it is";

    public static string UnknownResult(string language, string file, int line, string written) => CompareText.Zh(language)
        ? $"{file}:{line}: 没有叫“{written}”的结果，未使用该行"
        : $"{file}:{line}: there is no result '{written}'; the row is not used";

    public static string SubjectAgain(string language, string file, int line, string subject) => CompareText.Zh(language)
        ? $"{file}:{line}: “{subject}”前面已有一行，两行的金额相加"
        : $"{file}:{line}: '{subject}' has a row already; the amounts of both are added up";

    public static string BadRow(string language, string file, int line) => CompareText.Zh(language)
        ? $"{file}:{line}: 该行的列数与表头不符，或引号有误，未使用"
        : $"{file}:{line}: the row has other columns than the header, or a stray quote; it is not used";

    public static string SumRow(string language, string file, int line, string subject) => CompareText.Zh(language)
        ? $"{file}:{line}: “{subject}”这一行是合计，不是某个人，未计入"
        : $"{file}:{line}: the row '{subject}' is a sum, not somebody, and is left out";

    public static string NoNumber(string language, string file, int line, string written) => CompareText.Zh(language)
        ? $"{file}:{line}: “{written}”不是数值，视为未填"
        : $"{file}:{line}: '{written}' is no number, and counts as not given";

    public static IEnumerable<(string Name, bool IsNumber)> GroupColumns(string language) => (CompareText.Zh(language)
        ? "结果 原因 人数 差额" : "result cause count difference").Split(' ').Select((name, i) => (name, i >= 2));

    public static IEnumerable<(string Name, bool IsNumber)> AmountColumns(string language) => (CompareText.Zh(language)
        ? "考核对象 结果 实发 应发 差额 原因" : "subject result paid policy difference cause").Split(' ')
        .Select((name, i) => (name, i is >= 2 and <= 4));

    public static string Total(string language) => CompareText.Zh(language) ? "总差额" : "whole difference";

    public static string Cause(string language, ReconciliationCause cause) => (CompareText.Zh(language), cause) switch
    {
        (true, ReconciliationCause.Equal) => "相同",
        (true, ReconciliationCause.Rounding) => "仅舍入不同",
        (true, ReconciliationCause.Facts) => "数据不同",
        (true, ReconciliationCause.Rule) => "规则不同，未找出哪一步",
        (true, ReconciliationCause.Lines) => "各项差额之和",
        (true, ReconciliationCause.MissingHere) => "本规则集未算出",
        (true, ReconciliationCause.MissingThere) => "名单中没有",
        (false, ReconciliationCause.Equal) => "equal",
        (false, ReconciliationCause.Rounding) => "equal but for rounding",
        (false, ReconciliationCause.Facts) => "other facts",
        (false, ReconciliationCause.Rule) => "another rule, not found which",
        (false, ReconciliationCause.Lines) => "the lines it is made of",
        (false, ReconciliationCause.MissingHere) => "missing here",
        (false, ReconciliationCause.MissingThere) => "missing in the list",
    };
}
