// The sentences of the commands that compare, in Chinese and English.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Comparing;

namespace KpiRules.Cli;

internal static class CompareText
{
    public static string BadValue(string language, string option, string written) => Zh(language)
        ? $"{option}：“{written}”应写成 参数=数值，例如 hurdle=0.85"
        : $"{option}: '{written}' must be a parameter and a number, such as hurdle=0.85";

    public static string BadSweep(string language, string written) => Zh(language)
        ? $"--sweep：“{written}”应写成 参数=起..止:步长，例如 hurdle=0.7..0.95:0.05，最多 1000 个值"
        : $"--sweep: '{written}' must be a parameter, its range and a step, such as hurdle=0.7..0.95:0.05, of at most 1,000 values";

    public static string NoSuchParameter(string language, string option, string name, Policy policy)
    {
        var names = string.Join(", ", policy.Parameters.Select(parameter => parameter.Name));
        return Zh(language)
            ? $"{option}：规则集 {policy.Id} 没有参数“{name}”；有：{names}"
            : $"{option}: ruleset {policy.Id} has no parameter '{name}'; it has: {names}";
    }

    public static string NotWithThese(string language, string ruleset) => Zh(language)
        ? $"规则集 {ruleset} 不能用这些参数值："
        : $"ruleset {ruleset} cannot be used with these values:";

    public static string NothingToCompare(string language) => Zh(language)
        ? "要比较什么？请给出 --against 旧规则集，或 --set、--sweep"
        : "what is to be compared? Give --against OLD, or --set or --sweep";

    public static string BadOver(string language, string written) => Zh(language)
        ? $"--over：“{written}”应写成 数据=起..止，例如 sales=0..500000"
        : $"--over: '{written}' must be a fact and its range, such as sales=0..500000";

    public static string NoSuchNumber(string language, string name, Policy policy)
    {
        var names = string.Join(", ", policy.Facts.Where(fact => fact.Kind == Facts.ValueKind.Number).Select(fact => fact.Name));
        return Zh(language)
            ? $"--over：规则集 {policy.Id} 没有数值数据“{name}”；有：{names}"
            : $"--over: ruleset {policy.Id} has no fact '{name}' that is a number; it has: {names}";
    }

    public static string NoNumber(string language, string result) => Zh(language)
        ? $"结果“{result}”不是数值，画不出曲线"
        : $"result '{result}' is no number, and so no curve";

    public static string Side(string language, bool isBefore, string policy, string set) => (Zh(language), isBefore) switch
    {
        (true, true) => $"原来：{policy}{set}",
        (true, false) => $"改后：{policy}{set}",
        (false, true) => $"before: {policy}{set}",
        _ => $"after:  {policy}{set}",
    };

    public static string Of(string language, string period, int subjects) =>
        Zh(language) ? $"{period}，{subjects} 个对象" : $"{period}, {subjects} {(subjects == 1 ? "subject" : "subjects")}";

    public static string Held(string language, int before, int after) => Zh(language)
        ? $"待定、未计入金额：原来 {before} 项，改后 {after} 项。"
        : $"Held, and in no amount: {before} before, {after} after.";

    public static string Total(string language) => Zh(language) ? "合计 (payout)" : "Total (payout)";

    public static IEnumerable<(string Name, bool IsNumber)> CostColumns(string language) => Numbers(
        Zh(language) ? "激励项 原来 改后 差额 增加 增加额 减少 减少额 不变 不可比" : "cost before after difference gain by lose by same not_comparable");

    public static IEnumerable<(string Name, bool IsNumber)> SweepColumns(string language, string parameter) => Numbers(
        parameter + (Zh(language)
            ? " 原来 改后 差额 增加 增加额 减少 减少额 不变 不可比"
            : " before after difference gain by lose by same not_comparable"), isFirst: true);

    public static IEnumerable<(string Name, bool IsNumber)> SubjectColumns(string language) => (Zh(language)
        ? "考核对象 原来 改后 差额 说明" : "subject before after difference note").Split(' ')
        .Select((name, i) => (name, i is >= 1 and <= 3));

    public static IEnumerable<(string Name, bool IsNumber)> CrossingColumns(string language) => (Zh(language)
        ? "结果 原来 改后 人次 对象" : "result before after count who").Split(' ').Select((name, i) => (name, i == 3));

    public static string Heading(string language, string english) => !Zh(language) ? english : english switch
    {
        "Who gains and who loses" => "谁多谁少",
        "The largest changes" => "变化最大的",
        "Who crosses a gate or a grade" => "谁跨过门槛或等级",
        _ => "没有人的金额有变化",
    };

    public static string More(string language, int count) => Zh(language)
        ? $"……另有 {count} 个；--format csv 全部列出"
        : $"… and {count} more; --format csv lists them all";

    public static string Kind(string language, ChangeKind kind) => (Zh(language), kind) switch
    {
        (true, ChangeKind.NotAvailableBefore) => "原来不可用",
        (true, ChangeKind.NotAvailableAfter) => "改后不可用",
        (true, ChangeKind.NotAvailable) => "不可比",
        (false, ChangeKind.NotAvailableBefore) => "not available before",
        (false, ChangeKind.NotAvailableAfter) => "not available after",
        (false, ChangeKind.NotAvailable) => "not comparable",
        (_, ChangeKind.Unchanged or ChangeKind.Gain or ChangeKind.Loss) => "",
    };

    public static string NotThere(string language) => Zh(language) ? "（无）" : "(none)";

    public static string EdgeNote(string language) => Zh(language) ? "新的一档" : "another step";

    public static string Note(string language) => Zh(language) ? "说明" : "note";

    public static bool Zh(string language) => language.StartsWith("zh", System.StringComparison.Ordinal);

    private static IEnumerable<(string Name, bool IsNumber)> Numbers(string names, bool isFirst = false) =>
        names.Split(' ').Select((name, i) => (name.Replace('_', ' '), isFirst || i > 0));
}
