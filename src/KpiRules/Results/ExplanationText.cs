// Writes an explanation for people: the steps with their figures, tiers and records, then the results that went in.
using System.Collections.Generic;
using System.Linq;
using System.Text;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Source;

namespace KpiRules.Results;

internal sealed class ExplanationText(string language, int moneyDecimals)
{
    /// <summary>A name longer than this is an unnamed part of a formula; the formula stands whole where it is worked out.</summary>
    private const int LongestName = 100;

    private readonly StringBuilder _text = new();
    private readonly ValueText _values = new(language, moneyDecimals);

    public string Write(Explanation explanation)
    {
        Write(explanation, isFirst: true);
        return _text.ToString();
    }

    /// <summary>The lines of its own steps alone, and why the result is not available.</summary>
    public IEnumerable<string> WriteSteps(Explanation explanation)
    {
        Steps(explanation);
        return _text.ToString().Split(['\n'], System.StringSplitOptions.RemoveEmptyEntries);
    }

    private void Write(Explanation explanation, bool isFirst)
    {
        if (!isFirst)
            _text.Append('\n');
        var result = explanation.Result;
        var title = result.Title?.In(language) is { } words && words != result.Name
            ? $"{words} ({result.Name}){(result.Period is { } period ? " " + period : "")}"
            : Named(result);
        var state = explanation.State is null ? "" : Say("explain.and") + Say("state." + explanation.State);
        var held = explanation.Held is > 0 and var count ? Say("explain.and") + Say("explain.held", count) : "";
        Line(0, $"{title} = {Written(result)}{state}{held}");
        Steps(explanation);
        foreach (var other in explanation.Results)
            Write(other, isFirst: false);
    }

    private void Steps(Explanation explanation)
    {
        foreach (var step in WorthTelling(explanation))
            Write(step);
        if (explanation.Result.Cause is { } cause)
            Line(1, Say("explain.because") + cause.Explain(language));
    }

    /// <summary>
    /// What stands behind a closed gate, or of one who does not take part, took no part; what changes nothing, or is not there,
    /// needs no line.
    /// </summary>
    private static IEnumerable<ExplanationStep> WorthTelling(Explanation explanation)
    {
        decimal? before = null;
        var isClosed = false;
        foreach (var step in explanation.Steps)
        {
            var isSilent = step.Formula.Length == 0 && step.Inputs.Count == 0 && step.Details.Count == 0;
            var changes = step.Result.Value.Number != before;
            if (isClosed ? step.Role is "earned" or "draw" or "drawn" or "opening" or "recovered" : step.Role switch
            {
                "formula" or "when" or "open" => !isSilent,
                "level" or "present" => false,
                "earned" or "rounded" or "limited" => !isSilent || (changes && step.Result.Value.Kind is not null),
                _ => true,
            })
                yield return step;
            // a line that is not there took no part at all, be it held for what it had deferred
            if (step is { Role: "exists" or "present", Result.Value.Boolean: false })
                yield break;
            isClosed |= step is { Role: "gate" or "takesPart", Result.Value.Boolean: false };
            if (step.Role is not ("min" or "max" or "multiplier" or "draw" or "opening" or "recovered" or "closing" or "share")
                && step.Result.Value.Number is { } number)
                before = number;
        }
    }

    private void Write(ExplanationStep step)
    {
        // of several alike, the number stands behind the word
        var words = step.Role.Split(' ');
        var role = step.Role == "formula" ? "" : Say("role." + words[0], words.Skip(1).ToArray<object>()) + Say("explain.colon");
        var formula = step.Formula.Length > 0 ? Folded(step.Formula) + " " : "";
        var values = step.Inputs.Where(input => input.Period is not null || input.Name != step.Formula)
            .Select(input => $"{Named(input)} = {Written(input)}").ToList();
        var inputs = values.Count == 0 ? "" : Say("explain.inputs") + string.Join(Say("explain.and"), values) + "]";
        Line(1, $"{role}{formula}= {Written(step.Result)}{inputs}");
        Write(step.Details, step, 2);
    }

    private void Write(IReadOnlyList<ExplanationDetail> details, ExplanationStep step, int level)
    {
        foreach (var detail in details)
        {
            Line(level, Say("detail." + FormOf(detail), Arguments(detail, step)));
            Write(detail.Details, step, level + 1);
        }
    }

    /// <summary>The message that tells it: the kind, or a form of it that needs words of its own.</summary>
    private static string FormOf(ExplanationDetail detail)
    {
        var numbers = detail.Numbers;
        return detail.Kind switch
        {
            "line" when numbers.Count == 1 => "lineEnd",
            "case" when detail.Result is null => "caseAlone",
            "lookup" or "lookupElse" when detail.Result is null => detail.Kind + "Of",
            "place" when numbers[2] > 1 => "placeShared",
            "grade" when numbers[0] == numbers[1] => "gradeOfOne",
            "grade" when numbers[0] > numbers[1] => "gradeOfNone",
            _ => detail.Kind,
        };
    }

    private object[] Arguments(ExplanationDetail detail, ExplanationStep step)
    {
        var (numbers, unit) = (detail.Numbers, step.Result.Unit);
        return detail.Kind switch
        {
            "tier" => [Stretch(numbers[2], numbers[3]), Number(numbers[0]), Number(numbers[1], isRate: true), Number(detail.Result)],
            "row" => [Number(numbers[0]), Stretch(numbers[1], numbers[2]), Number(detail.Result)],
            "line" when numbers.Count > 1 => [
                Number(numbers[0]),
                $"{Number(numbers[1])} → {Number(numbers[2])}, {Number(numbers[3])} → {Number(numbers[4])}",
                Number(detail.Result)
            ],
            "line" => [Number(numbers[0]), Number(detail.Result)],
            "count" => [Number(numbers[0])],
            "field" => [Number(numbers[0]), Number(numbers[1]), Number(numbers[2]), Number(numbers[3]), Number(detail.Result)],
            "score" => [detail.Text, Number(numbers[0]), Number(numbers[1])],
            "upTo" => [Number(numbers[0]), Number(numbers[1]), Number(detail.Result)],
            "level" => [detail.Text, Say(numbers[0] is { } level ? $"level.{level:0}" : "level.unknown")],
            "mean" or "spread" or "limits" => [Folded(detail.Text), .. numbers.Select(number => Number(number))],
            "members" => [Number(numbers[0])],
            "place" or "tied" or "smallGroup" => numbers.Select(number => (object)Number(number)).ToArray(),
            "grade" => [detail.Text, .. numbers.Select(number => Number(number))],
            "pool" => [
                Number(numbers[0]),
                Number(numbers[1]),
                Number(numbers[2]),
                numbers[3] is null ? Say("detail.equally") : Say("detail.inProportion", Number(numbers[3]))
            ],
            "released" => [detail.Text, Number(numbers[0]), Written(detail.Result is { } amount ? amount : default(FactValue), "money")],
            "record" => [detail.Text, Written(detail.Result is { } value ? value : default(FactValue), unit)],
            _ => [detail.Text, Number(detail.Result)],
        };
    }

    private string Stretch(decimal? from, decimal? to) => (from, to) switch
    {
        (null, { } below) => Say("stretch.below", Number(below)),
        ({ } above, null) => Say("stretch.from", Number(above)),
        (null, null) => Say("stretch.none"),
        _ => Say("stretch.between", Number(from), Number(to)),
    };

    /// <summary>On one line, however the author broke it.</summary>
    private static string Folded(string formula) =>
        string.Join(" ", formula.Split((char[]?)null, System.StringSplitOptions.RemoveEmptyEntries));

    private static string Named(ExplainedValue value) =>
        ShortText.Of(value.Name, LongestName) + (value.Period is { } period ? $" ({period})" : "");

    private string Written(ExplainedValue value) => Written(value.Value, value.Unit);

    private string Written(FactValue value, string? unit) => _values.Written(value, unit);

    private static string Number(decimal? number, bool isRate = false) => ValueText.Number(number, isRate);

    private string Say(string key, params object[] arguments) => Messages.Format(language, key, arguments);

    private void Line(int level, string line) => _text.Append(' ', level * 2).Append(line.TrimEnd()).Append('\n');
}
