// Takes an explanation, gives a text that is the same wherever the same steps were taken: tiers, cases, gates, limits, but no figures.
using System.Globalization;
using System.Linq;
using System.Text;
using KpiRules.Results;

namespace KpiRules.Comparing;

internal static class StepTaken
{
    public static string Of(Explanation explanation)
    {
        var text = new StringBuilder();
        Write(text, explanation);
        return text.ToString();
    }

    private static void Write(StringBuilder text, Explanation explanation)
    {
        text.Append('\n').Append(explanation.Result.Name).Append(' ').Append(explanation.Result.Period).Append(' ')
            .Append(explanation.State).Append(explanation.Held).Append(explanation.Result.Cause?.Root.Message("en"));
        decimal? before = null;
        foreach (var step in explanation.Steps)
        {
            text.Append('|').Append(step.Role).Append(step.Result.Value.Boolean).Append(step.Result.Value.Text);
            // a limit, or a draw, that is exactly met does nothing yet
            if (step.Role is "limited" or "drawn")
                text.Append(step.Result.Value.Number > before).Append(step.Role == "limited" && step.Result.Value.Number < before);
            if (step.Role is "amount" or "multiplied" or "limited" or "earned")
                before = step.Result.Value.Number;
            foreach (var detail in step.Details)
                text.Append(';').Append(detail.Kind).Append(' ').Append(WhichOf(detail));
        }

        foreach (var inner in explanation.Results)
            Write(text, inner);
    }

    /// <summary>Which row, case or grade it is; of what has no rows, nothing.</summary>
    private static string WhichOf(ExplanationDetail detail) => detail.Kind switch
    {
        "tier" => Written(detail.Numbers.Skip(2)),
        "row" => Written(detail.Numbers.Skip(1)),
        "line" => detail.Numbers.Count > 1 ? Written([detail.Numbers[1], detail.Numbers[3]]) : Written([detail.Result]),
        "field" => Written([detail.Numbers[1], detail.Numbers[3]]),
        "case" or "grade" or "level" => detail.Text,
        "lookup" or "lookupElse" => Written([detail.Result]),
        "place" => Written(detail.Numbers.Take(1)),
        "count" or "record" or "score" or "upTo" or "period" or "mean" or "spread" or "limits" or "members" or "pool" or "tied"
            or "smallGroup" or "released" => "",
        // others: what has no rows
        _ => "",
    };

    private static string Written(System.Collections.Generic.IEnumerable<decimal?> numbers) =>
        string.Join(" ", numbers.Select(number => number?.ToString(CultureInfo.InvariantCulture) ?? "–"));
}
