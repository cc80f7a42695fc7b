// Writes results as a table for people: rounded for the eye, with the cause of everything that is not available.
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using KpiRules.Evaluation;
using KpiRules.Json;
using KpiRules.Results;

namespace KpiRules.Cli;

internal static class ResultTable
{
    private const string None = "–";

    public static string Write(Policy policy, PeriodEvaluation evaluation, IReadOnlyList<SubjectEvaluation> subjects, string language)
    {
        var isRunning = evaluation.AsOf is not null;
        var table = new TextTable(ToolText.Columns(language, isRunning));
        foreach (var subject in subjects)
        {
            // a KPI that does not apply to a subject does not exist for it
            var kpis = subject.Kpis.Where(kpi => kpi.Cause?.Kind != CauseKind.DoesNotApply);
            foreach (var (kpi, i) in kpis.Select((kpi, i) => (kpi, i)))
                table.Add(Row(policy, kpi, i == 0 ? subject.Subject : "", isRunning, language));
            if (subject.Scorecard is { } card)
                table.Add(Row(policy, card, isRunning, language));
            if (subject.Payout is { } payout)
            {
                foreach (var line in payout.Lines.Where(line => line.State != LineState.None))
                    table.Add(Row(policy, line, isRunning, language));
                table.Add(Row(policy, payout, isRunning, language));
            }
        }

        var shown = ShownResults.Of(policy, evaluation);
        var results = subjects.SelectMany(subject => WithoutLinesOfNone(subject, shown)).ToList();
        var expected = results.Where(value => value.Cause is null || !IsMeantToBeMissing(value.Cause.Root.Kind)).ToList();
        return $"{ToolText.TitleOf(policy, language)}  {evaluation.Period}\n{table}{ToolText.NotAvailableCount(language, expected.Count, expected.Count(value => !value.IsAvailable))}\n";
    }

    /// <summary>What is not there because the policy says so, and not because something is missing.</summary>
    private static bool IsMeantToBeMissing(CauseKind kind) =>
        kind is CauseKind.DoesNotApply or CauseKind.DoesNotScale or CauseKind.NotFiring or CauseKind.Waived or CauseKind.NotAsked;

    private static string[] Row(Policy policy, KpiResult kpi, string subject, bool isRunning, string language)
    {
        var unit = kpi.Kpi.Unit;
        return
        [
            subject,
            kpi.Kpi.Title?.In(language) is { } title && title != kpi.Name ? $"{title} ({kpi.Name})" : kpi.Name,
            Written(policy, kpi.Value, unit) ?? None,
            Written(policy, kpi.Part("target"), unit),
            Written(policy, kpi.Part("attainment"), "percent"),
            WrittenGap(policy, kpi.Part("gap"), unit),
            .. isRunning
                ? [
                    Written(policy, kpi.Part("expected"), unit),
                    Written(policy, kpi.Part("pace"), "percent"),
                    Written(policy, kpi.Part("forecast"), unit),
                    Written(policy, kpi.Part("required"), unit),
                ]
                : Array.Empty<string>(),
            Written(policy, kpi.Part("score"), "score"),
            kpi.Status is { } status ? ToolText.Status(language, status) : kpi.Part("status") is null ? "" : None,
            (kpi.Cause ?? kpi.Part("attainment")?.Cause ?? kpi.Part("score")?.Cause)?.Explain(language) ?? "",
        ];
    }

    private static string[] Row(Policy policy, ScorecardResult card, bool isRunning, string language) =>
    [
        "",
        ToolText.Scorecard(language),
        .. Enumerable.Repeat("", isRunning ? 8 : 4),
        Written(policy, card.Score, "score") ?? None,
        card.Grade ?? "",
        card.Cause?.Explain(language) ?? "",
    ];

    /// <summary>All results but those of lines that are not there.</summary>
    private static IEnumerable<CellValue> WithoutLinesOfNone(SubjectEvaluation subject, IReadOnlyList<CellDescription> results)
    {
        var none = (subject.Payout?.Lines ?? []).Where(line => line.State == LineState.None).Select(line => line.Name).ToHashSet();
        return results.Where(result => !none.Contains(result.Name.Split('.')[0])).Select(result => subject[result.Name]);
    }

    private static string[] Row(Policy policy, IncentiveLine line, bool isRunning, string language) =>
    [
        "",
        line.Incentive.Title?.In(language) is { } title && title != line.Name ? $"{title} ({line.Name})" : line.Name,
        Written(policy, line.Amount, "money") ?? None,
        .. Enumerable.Repeat("", isRunning ? 8 : 4),
        ToolText.State(language, line.State),
        line.Cause?.Explain(language) ?? "",
    ];

    private static string[] Row(Policy policy, Payout payout, bool isRunning, string language) =>
    [
        "",
        ToolText.Payout(language, payout.Held),
        Written(policy, payout.Amount, "money") ?? None,
        .. Enumerable.Repeat("", isRunning ? 8 : 4),
        "",
        "",
    ];

    private static string Written(Policy policy, CellValue? part, string? unit) => part is { } value && value.Cause?.Kind != CauseKind.DoesNotScale ? Written(policy, value.Number, unit) ?? None : "";

    /// <summary>Rounded the other way than the value, so that the two still make the target together.</summary>
    private static string WrittenGap(Policy policy, CellValue? gap, string? unit) =>
        unit is "percent" or "score" && gap?.Number is { } number && Written(policy, -number, unit) is { } mirrored
            ? mirrored.StartsWith('-') ? mirrored[1..] : mirrored.Any(digit => digit is >= '1' and <= '9') ? "-" + mirrored : mirrored
            : Written(policy, gap, unit);

    private static decimal? Down(decimal? number, int digits)
    {
        if (number is not { } value)
            return null;
        var rounded = decimal.Round(value, digits);
        return rounded > value ? rounded - new decimal(1, 0, 0, false, (byte)digits) : rounded;
    }

    public static string? Written(Policy policy, decimal? number, string? unit) => unit switch
    {
        "money" => number?.ToString("N" + policy.MoneyDecimals, CultureInfo.InvariantCulture),
        // down, so that what is just below a bound never looks as if it had reached it
        "percent" => Down(number, 4)?.ToString("#,##0.00%", CultureInfo.InvariantCulture),
        "score" => Down(number, 2)?.ToString("0.00", CultureInfo.InvariantCulture),
        _ => number?.ToString("#,##0.####", CultureInfo.InvariantCulture),
    };
}
