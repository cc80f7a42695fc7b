// The tool's own sentences, in Chinese and English.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Linting;

namespace KpiRules.Cli;

internal static class ToolText
{
    /// <summary>What the policy is called, and which version it is.</summary>
    public static string TitleOf(Policy policy, string language) =>
        policy.Title?.In(language) is { } words ? $"{words} ({policy.Id} {policy.Version})" : $"{policy.Id} {policy.Version}";

    public static string Omitted(string language, int count) =>
        Zh(language) ? $"……另有 {count} 条未列出" : $"… and {count} more";

    public static string Valid(string language, PolicyReadResult read) => read.Policy is not { } policy ? "" : Zh(language)
        ? $"{policy.Id} {policy.Version}：可以使用（{policy.Kpis.Count} 个 KPI，{policy.Facts.Count} 项数据，{Warnings(read)} 个警告）"
        : $"{policy.Id} {policy.Version}: good ({Count(policy.Kpis.Count, "KPI")}, {Count(policy.Facts.Count, "fact")}, "
            + $"{Count(Warnings(read), "warning")})";

    public static string Linted(string language, PolicyReadResult read) => Zh(language)
        ? Warnings(read) == 0 ? "没有可疑之处" : $"{Warnings(read)} 处可疑"
        : Warnings(read) == 0 ? "nothing is doubtful" : $"{Count(Warnings(read), "doubt")}";

    public static string Waived(string language, WaivedFinding waived) => Zh(language)
        ? $"  已豁免 {waived.Finding.ToString(language)}（理由：{waived.Reason}）"
        : $"  waived {waived.Finding.ToString(language)} (reason: {waived.Reason})";

    private static int Warnings(PolicyReadResult read) => read.Diagnostics.Count + read.Findings.Count;

    public static string Invalid(string language, int errors, int warnings) => Zh(language)
        ? $"不能使用：{errors} 个错误，{warnings} 个警告"
        : $"cannot be used: {Count(errors, "error")}, {Count(warnings, "warning")}";

    public static string Formatted(string language) => Zh(language) ? "已排版" : "formatted";

    public static string WouldBeFormatted(string language) => Zh(language) ? "需要排版" : "would be formatted";

    public static string NotFormatted(string language) =>
        Zh(language) ? "未排版：文本本身有错误" : "not formatted: the text itself is wrong";

    /// <param name="partly">Whether there is a ruleset, with TODOs.</param>
    public static string NotImported(string language, bool partly, int errors) => (Zh(language), partly) switch
    {
        (true, true) => $"{errors} 个错误；未能导入之处在规则集中标有 TODO",
        (true, false) => $"未能导入：{errors} 个错误",
        (false, true) => $"{Count(errors, "error")}; what could not be imported stands in the ruleset as TODO",
        _ => $"not imported: {Count(errors, "error")}",
    };

    public static string TestsOf(string language, int passed, int failed) =>
        Zh(language) ? $"{passed} 个通过，{failed} 个失败" : $"{passed} passed, {failed} failed";

    public static string NoTests(string language) => Zh(language) ? "没有测试" : "no tests";

    public static string NoFactsInPeriod(string language, string file, string period, string available) => Zh(language)
        ? $"{file} 中没有 {period} 的数据；有数据的期间：{available}"
        : $"{file} has no facts for {period}; it has facts for: {available}";

    public static string NoFactsAtAll(string language, string file) =>
        Zh(language) ? $"{file} 中没有可用的数据" : $"{file} has no usable facts";

    public static string NoSuchSubject(string language, string subject, string period, string available) => Zh(language)
        ? $"对象 {subject} 在 {period} 没有数据；有数据的对象：{available}"
        : $"subject {subject} has no facts in {period}; those that have: {available}";

    public static string NoFile(string language, string file) => Zh(language) ? $"没有文件“{file}”" : $"there is no file '{file}'";

    public static string IsFolder(string language, string file) =>
        Zh(language) ? $"“{file}”是文件夹，不是文件" : $"'{file}' is a folder, not a file";

    public static string NoOption(string language, string command, string written, string? closest) => Zh(language)
        ? $"{command} 没有选项“{written}”" + (closest is null ? "" : $"；是否要写“{closest}”？")
        : $"{command} has no option '{written}'" + (closest is null ? "" : $"; did you mean '{closest}'?");

    public static string CannotWatchInput(string language) =>
        Zh(language) ? "--watch 不能用于标准输入“-”" : "--watch: standard input ('-') cannot be watched";

    public static string Watching(string language) =>
        Zh(language) ? "等待文件变化，按 Ctrl+C 结束……" : "waiting for a change; Ctrl+C ends …";

    public static string NoMatch(string language, string glob) => Zh(language) ? $"没有文件符合“{glob}”" : $"no file matches '{glob}'";

    public static string CannotBeRead(string language, string file, string why) =>
        Zh(language) ? $"无法读取“{file}”：{why}" : $"'{file}' cannot be read: {why}";

    public static string CannotBeWritten(string language, string option, string file, string why) =>
        Zh(language) ? $"{option}：无法写入“{file}”：{why}" : $"{option}: '{file}' cannot be written: {why}";

    /// <param name="input">The same file as it is named where it is read.</param>
    public static string OutputIsInput(string language, string option, string output, string input) =>
        (Zh(language), output == input) switch
        {
            (true, true) => $"{option}：“{output}”也是要读取的文件；请写到另一个文件",
            (true, false) => $"{option}：“{output}”就是要读取的“{input}”；请写到另一个文件",
            (false, true) => $"{option}: '{output}' is also read; write to another file",
            _ => $"{option}: '{output}' is also read, as '{input}'; write to another file",
        };

    public static string IsHeld(string language, string file, System.TimeSpan waited, string locked) => Zh(language)
        ? $"“{file}”被另一次运行占用，等了 {waited.TotalSeconds:0} 秒仍未放开（它锁住了“{locked}”）；没有写入任何内容"
        : $"'{file}' is held by another run, and has been for {waited.TotalSeconds:0} s (it holds '{locked}'); nothing was written";

    public static string NoteIsEmpty(string language) => Zh(language) ? "--by 和 --done 不能为空" : "--by and --done must say something";

    /// <param name="english">What the library says of it, with the cases there are.</param>
    public static string NoOpenCase(string language, string subject, string warning, string english) =>
        Zh(language) ? $"{subject} 没有未解除的预警“{warning}”（{english}）" : english;

    public static string FollowsAnother(string language, string file, string followed, string ruleset) => Zh(language)
        ? $"--follow：“{file}”跟踪的是规则集 {followed} 的预警，不是 {ruleset} 的"
        : $"--follow: '{file}' keeps the warnings of ruleset {followed}, not of {ruleset}";

    public static string FollowsOtherPeriods(string language, string file, Facts.Period last, Facts.Period period) => Zh(language)
        ? $"--follow：“{file}”跟踪的是 {last} 这样的期间，不能接着用 {period}；请另用一个文件"
        : $"--follow: '{file}' follows periods such as {last}, and {period} is none; use another file for it";

    public static string NoFactFile(string language, string file) => Zh(language) ? $"“{file}”不是数据文件" : $"'{file}' is no file of facts";

    public static string NoOpeningsFile(string language, string file) => Zh(language)
        ? $"“{file}”不是留存金额的文件"
        : $"'{file}' is no file of what is deferred";

    public static string NothingReleased(string language, Policy policy) => Zh(language)
        ? $"规则集 {policy.Id} 没有留存(release)，或期间不是它自身的长度：没有可写的留存金额"
        : $"ruleset {policy.Id} has no release, or the period is none of its own length: there is nothing deferred to write";

    public static string EmptyFile(string language, string file) => Zh(language)
        ? $"“{file}”是空的；第一行应写列名：subject,period,…"
        : $"'{file}' is empty; its first line must name the columns: subject,period,…";

    public static string BadHeader(string language, string file, int line) => Zh(language)
        ? $"{file}:{line}: 表头中的引号没有关闭或位置不对，无法读出列名"
        : $"{file}:{line}: a quote in the header is not closed, or stands where none can, so the columns have no names";

    public static string NoColumn(string language, string file, string column, string columns) => Zh(language)
        ? $"“{file}”没有“{column}”列；它的列有：{columns}"
        : $"'{file}' has no column '{column}'; its columns are: {columns}";

    public static string BadRecords(string language, string written, string lists) => Zh(language)
        ? $"--records：“{written}”应写成 列表=文件，例如 deals=deals.csv；规则集的列表有：{lists}"
        : $"--records: '{written}' must be a list and its file, such as deals=deals.csv; the ruleset's lists are: {lists}";

    public static string NoSuchRecords(string language, string list, string ruleset, string lists) => Zh(language)
        ? $"--records：规则集 {ruleset} 没有记录列表“{list}”；有：{lists}"
        : $"--records: ruleset {ruleset} has no records '{list}'; it has: {lists}";

    public static string BadTable(string language, string written, string tables) => Zh(language)
        ? $"--table：“{written}”应写成 表=文件，例如 fx=fx.csv；规则集中各行另行提供的表有：{tables}"
        : $"--table: '{written}' must be a table and its file, such as fx=fx.csv; the ruleset's tables with given rows are: {tables}";

    public static string NoSuchTable(string language, string table, string ruleset, string tables) => Zh(language)
        ? $"--table：规则集 {ruleset} 没有各行另行提供的表“{table}”；有：{tables}"
        : $"--table: ruleset {ruleset} has no table '{table}' whose rows are given; it has: {tables}";

    public static string UnknownEncoding(string language, string file) => Zh(language)
        ? $"“{file}”不是 UTF-8，也不能确定是 GB18030；请另存为 UTF-8（Excel 中选“CSV UTF-8”），或用 --encoding 说明"
        : $"'{file}' is not UTF-8, and not certain to be GB18030; save it as UTF-8 (in Excel: CSV UTF-8), or say by --encoding what it is";

    public static string OtherEncoding(string language, string file, string encoding) =>
        Zh(language) ? $"“{file}”不是 {encoding} 文本" : $"'{file}' is no text in {encoding}";

    public static string NoEncoding(string language, string written) => Zh(language)
        ? $"--encoding：没有编码“{written}”；例如 utf-8、gb18030、big5、windows-1252"
        : $"--encoding: there is no encoding '{written}'; there are utf-8, gb18030, big5, windows-1252 and others";

    public static string BadPeriod(string language, string option, string written) => Zh(language)
        ? $"{option}：“{written}”不是期间；请写 2020-05、2020-Q2、2020-W21、2020-05-31 或 2020"
        : $"{option}: '{written}' is not a period; write 2020-05, 2020-Q2, 2020-W21, 2020-05-31 or 2020";

    public static string BadRange(string language, string option, string written) => Zh(language)
        ? $"{option}：“{written}”的两端应为同类期间，且先后有序，例如 2020-01..2020-06"
        : $"{option}: '{written}' must go from a period to a later one of the same kind, such as 2020-01..2020-06";

    public static string BadDay(string language, string option, string written) => Zh(language)
        ? $"{option}：“{written}”不是日期；请写成 2020-05-20"
        : $"{option}: '{written}' is not a date; write it like 2020-05-20";

    public static string Issues(string language, int count) => Zh(language) ? $"数据问题共 {count} 条" : Count(count, "data issue") + " in all";

    /// <param name="row">The last row that has one.</param>
    public static string MoreAlike(string language, int count, int row) => Zh(language)
        ? $"；这样的还有 {count} 处，直到第 {row} 行"
        : $"; and {count} more like it, down to line {row}";

    public static string LeftOut(string language, string period, string subjects) => Zh(language)
        ? $"注意：以下对象在 {period} 没有可用的数据，未计算：{subjects}"
        : $"note: these subjects have no usable facts in {period} and are left out: {subjects}";

    /// <param name="held">Null where lines are not what is shown.</param>
    public static string Summary(string language, int issues, int? held, int leftOut) => Zh(language)
        ? $"数据问题 {issues} 条，{(held is { } lines ? $"待定 {lines} 项，" : "")}未计算的对象 {leftOut} 个"
        : $"{Count(issues, "data issue")}, {(held is { } some ? Count(some, "held line") + ", " : "")}{Count(leftOut, "subject")} left out";

    public static string NotAvailableCount(string language, int results, int notAvailable) => Zh(language)
        ? $"{results} 项结果，{notAvailable} 项不可用"
        : $"{Count(results, "result")}, {notAvailable} not available";

    public static string Payout(string language, int held) => Zh(language)
        ? held == 0 ? "合计 (payout)" : $"合计 (payout)，另有 {held} 项待定"
        : held == 0 ? "Total (payout)" : $"Total (payout), {held} held";

    public static string NoSuchResult(string language, string result, Policy policy)
    {
        var names = string.Join(", ", policy.Results.Select(known => known.Name));
        return Zh(language)
            ? $"规则集 {policy.Id} 没有叫“{result}”的结果；有：{names}"
            : $"ruleset {policy.Id} gives no result '{result}'; it gives: {names}";
    }

    public static string NoIncentives(string language, string ruleset) =>
        Zh(language) ? $"规则集 {ruleset} 没有激励项，不能出工资单" : $"ruleset {ruleset} has no incentives, and so no statement";

    public static string Scorecard(string language) => Zh(language) ? "计分卡 (scorecard)" : "Scorecard (scorecard)";

    /// <summary>The headings of the table, and whether numbers stand under them.</summary>
    public static IEnumerable<(string Name, bool IsNumber)> Columns(string language, bool isRunning)
    {
        var names = Zh(language)
            ? "考核对象 KPI 值 目标 达成率 差距 应达 进度 预测 每日需 得分 状态 说明"
            : "subject KPI value target attainment gap expected pace forecast required score status note";
        return names.Split(' ')
            .Select((name, i) => (Name: name, IsNumber: i is >= 2 and <= 10, IsOfRunningPeriod: i is >= 6 and <= 9))
            .Where(column => isRunning || !column.IsOfRunningPeriod)
            .Select(column => (column.Name, column.IsNumber));
    }

    private static string Count(int number, string what) => number == 1 ? $"1 {what}" : $"{number} {what}s";

    private static bool Zh(string language) => language.StartsWith("zh", System.StringComparison.Ordinal);
}
