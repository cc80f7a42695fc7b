// Writes warnings as a table for people, and as CSV.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Cli.Csv;
using KpiRules.Json;
using KpiRules.Results;
using KpiRules.Rulesets;

namespace KpiRules.Cli;

internal static class WarningsText
{
    public static string NoWarnings(string language, string ruleset) =>
        Zh(language) ? $"规则集 {ruleset} 没有预警" : $"ruleset {ruleset} has no warnings";

    public static string Outdated(string language, string file, Facts.Period period, Facts.Period? last) => Zh(language)
        ? $"注意：{period} 早于“{file}”已记录的 {last}，状态不变，也不说明变化"
        : $"note: {period} is earlier than {last}, which '{file}' has seen: its state stays, and no changes are told";

    /// <param name="width">The columns of the terminal; null for no limit.</param>
    public static string Table(
        Policy policy, PeriodEvaluation evaluation, IReadOnlyList<ShownWarning> warnings, bool isFollowed, string language, int? width)
    {
        var names = Zh(language) ? "级别 期数 考核对象 预警 消息 通知 处理" : "severity periods subject warning message tell response";
        if (isFollowed)
            names += Zh(language) ? " 变化" : " change";
        var table = new TextTable(names.Split(' ').Select((name, i) => (name, i == 1)));
        foreach (var warning in warnings)
            table.Add(Row(warning, isFollowed, language));
        var shown = warnings.Count == 0 ? "" : table.ToString(width);
        return $"{ToolText.TitleOf(policy, language)}  {evaluation.Period}\n{shown}{Sum(warnings, language)}\n";
    }

    public static string Csv(IReadOnlyList<ShownWarning> warnings, string language)
    {
        var csv = new CsvWriter().Row("subject", "period", "warning", "state", "severity", "periods", "message", "tell", "change");
        foreach (var warning in warnings)
        {
            csv.Text(warning.Subject).Period(warning.Period).Row(
                warning.Name, WarningsJson.StateOf(warning), WarningsJson.SeverityOf(warning), $"{warning.Result?.Periods}",
                WarningsJson.MessageOf(warning, language), Told(warning, language), warning.Change);
        }

        return csv.ToString();
    }

    private static IEnumerable<string> Row(ShownWarning warning, bool isFollowed, string language)
    {
        var result = warning.Result;
        var severity = result is null ? "–" : result.State switch
        {
            WarningState.Firing => Severity(warning, language),
            WarningState.Pending => $"({Severity(warning, language)})",
            WarningState.NotAvailable => "?",
            WarningState.Ok => Zh(language) ? "正常" : "ok",
        };
        var title = result?.Warning.Title?.In(language) is { } words && words != warning.Name ? $"{words} ({warning.Name})" : warning.Name;
        List<string> row =
        [
            severity, result is { State: WarningState.Firing } ? $"{result.Periods}" : "", warning.Subject, title,
            WarningsJson.MessageOf(warning, language) ?? "", Told(warning, language),
            result is { State: WarningState.Firing } ? result.Warning.Response?.In(language) ?? "" : "",
        ];
        if (isFollowed)
            row.Add(ChangeOf(warning, language));
        return row;
    }

    private static string Severity(ShownWarning warning, string language) =>
        !Zh(language) ? WarningsJson.SeverityOf(warning)! : warning.Result!.Severity switch
        {
            WarningSeverity.Critical => "严重",
            WarningSeverity.Warning => "警告",
            WarningSeverity.Info or null => "提示",
        };

    private static string Told(ShownWarning warning, string language) =>
        string.Join(Zh(language) ? "、" : ", ", WarningsJson.RecipientsOf(warning)
            .Select(recipient => recipient.Id ?? (Zh(language) ? $"{recipient.Role}？" : $"{recipient.Role}?")));

    private static string ChangeOf(ShownWarning warning, string language)
    {
        if (warning.Change is null)
            return "";
        var acknowledged = warning.Case!.Acknowledgements.LastOrDefault(note => note.Time == warning.Case.Times) is { } note
            ? $" ({note.Who}: {note.What})"
            : "";
        return (Zh(language) ? warning.Change switch
        {
            "new" => "新增",
            "escalating" => "升级",
            "continuing" => "持续",
            "resolved" => "解除",
            _ => "不明",
        } : warning.Change) + acknowledged;
    }

    private static string Sum(IReadOnlyList<ShownWarning> warnings, string language)
    {
        var firing = warnings.Where(warning => warning.Result?.State == WarningState.Firing).ToList();
        var pending = warnings.Count(warning => warning.Result?.State == WarningState.Pending);
        var unknown = warnings.Count(warning => warning.Result?.State == WarningState.NotAvailable);
        var bySeverity = string.Join(Zh(language) ? "、" : ", ", firing.GroupBy(warning => warning.Result!.Severity)
            .OrderByDescending(group => group.Key).Select(group => $"{group.Count()} {Severity(group.First(), language)}"));
        return Zh(language)
            ? $"{firing.Count} 条触发{(firing.Count > 0 ? $"（{bySeverity}）" : "")}，{pending} 条待触发，{unknown} 条无法判断"
            : $"{firing.Count} firing{(firing.Count > 0 ? $" ({bySeverity})" : "")}, {pending} pending, {unknown} not available";
    }

    private static bool Zh(string language) => language.StartsWith("zh", System.StringComparison.Ordinal);
}
