// Takes the differences of two rulesets, gives them as text: those that can change a result first, by definition.
using System.Collections.Generic;
using System.Linq;
using System.Text;
using KpiRules.Comparing;

namespace KpiRules.Cli;

internal static class DiffText
{
    public static string TwoInputs(string language) => CompareText.Zh(language)
        ? "只能有一个规则集来自标准输入（-）"
        : "only one of the rulesets can be standard input (-)";

    public static string Write(Policy before, Policy after, IReadOnlyList<RulesetDifference> differences, string language)
    {
        var isChinese = CompareText.Zh(language);
        var text = new StringBuilder();
        text.Append(isChinese ? "原来：" : "before: ").Append(ToolText.TitleOf(before, language)).Append('\n');
        text.Append(isChinese ? "改后：" : "after:  ").Append(ToolText.TitleOf(after, language)).Append('\n');
        var numbers = differences.Where(one => one.ChangesNumbers).ToList();
        var words = differences.Where(one => !one.ChangesNumbers).ToList();
        Append(text, numbers, "", language);
        Append(text, words, isChinese ? "不影响任何结果：" : "Without any effect on results:", language);
        return text.Append('\n').Append(Count(numbers.Count, words.Count, isChinese)).Append('\n').ToString();
    }

    private static void Append(StringBuilder text, IReadOnlyList<RulesetDifference> differences, string heading, string language)
    {
        if (differences.Count > 0)
            text.Append('\n').Append(heading).Append(heading.Length > 0 ? "\n" : "");
        foreach (var definition in differences.GroupBy(one => one.DefinitionName(language)))
        {
            text.Append(definition.Key).Append('\n');
            foreach (var one in definition)
                text.Append("  ").Append(Sign(one.Kind)).Append(' ').Append(one.Detail(language))
                    .Append((one.PlaceAfter ?? one.PlaceBefore) is { } place ? $"  [{place}]" : "").Append('\n');
        }
    }

    private static char Sign(DifferenceKind kind) => kind switch
    {
        DifferenceKind.Added => '+',
        DifferenceKind.Removed => '-',
        DifferenceKind.Changed or DifferenceKind.Renamed or DifferenceKind.Reordered => '~',
    };

    private static string Count(int numbers, int words, bool isChinese) => (numbers, words) switch
    {
        (0, 0) => isChinese ? "没有不同之处" : "no differences",
        (0, _) => isChinese ? $"{words} 处不同，都不影响结果" : $"differences: {words}, none of which changes a result",
        _ => isChinese
            ? $"{numbers} 处不同可能影响结果，{words} 处不影响"
            : $"differences: {numbers} that may change a result, {words} that change none",
    };
}
