// Writes, for a pay statement, what becomes of what a line earned: due now, still deferred, forfeited, and of which months.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Results;

namespace KpiRules.Cli;

internal static class ReleaseText
{
    /// <summary>A line for each part, and before it what it is; nothing of a line without a release.</summary>
    public static IEnumerable<(string Name, string Value, string Note)> Rows(Policy policy, IncentiveLine line, string language)
    {
        if (line.Incentive.Release.Count == 0)
            yield break;
        foreach (var part in line.Parts.OrderBy(part => part.Fate))
            yield return ($"  {Fate(language, part.Fate)}", Money(policy, part.Amount), Note(part, language));
        if (line.Part("due")?.Cause is { } cause && line.Parts.All(part => part.Cause is null))
            yield return ($"  {Fate(language, PartFate.Due)}", Money(policy, null), cause.Explain(language));
    }

    public static string Earned(string language) => Zh(language) ? "本期所得 (payout.earned)" : "Earned (payout.earned)";

    public static string Fate(string language, PartFate fate) => (Zh(language), fate) switch
    {
        (true, PartFate.Due) => "本期到期",
        (true, PartFate.Deferred) => "仍留存",
        (true, PartFate.Forfeited) => "失去",
        (true, PartFate.NotKnown) => "未知",
        (false, PartFate.Due) => "due now",
        (false, PartFate.Deferred) => "still deferred",
        (false, PartFate.Forfeited) => "forfeited",
        (false, PartFate.NotKnown) => "not known",
    };

    /// <summary>When it was earned, until when it waits for what, or why nothing is known of it.</summary>
    private static string Note(ReleasedPart part, string language)
    {
        var zh = Zh(language);
        var of = part.Number is not { } number ? part.Earned?.ToString() ?? ""
            : zh ? $"{part.Earned} 所得的第 {number} 部分" : $"of {part.Earned}, part {number}";
        var why = part.Fate switch
        {
            PartFate.Due => "",
            PartFate.Deferred => When(part, language),
            PartFate.Forfeited => zh
                ? $"直到 {part.Until} 条件未成立：{part.Condition}"
                : $"up to {part.Until} it did not hold that {part.Condition}",
            PartFate.NotKnown => "",
        };
        return string.Join(zh ? "；" : "; ", new[] { of, why, part.Cause?.Explain(language) ?? "" }.Where(words => words.Length > 0));
    }

    private static string When(ReleasedPart part, string language)
    {
        var zh = Zh(language);
        var period = part.Due == part.Until ? $"{part.Due}"
            : zh ? $"{part.Due} 至 {part.Until}" : $"{part.Due} to {part.Until}";
        return part.Condition is not { } condition ? (zh ? $"{period} 到期" : $"due in {period}")
            : zh ? $"{period} 期间条件成立时到期：{condition}" : $"due in {period}, in the first in which {condition}";
    }

    private static string Money(Policy policy, decimal? amount) => ResultTable.Written(policy, amount, "money") ?? "–";

    private static bool Zh(string language) => language.StartsWith("zh", System.StringComparison.Ordinal);
}
