// Writes results as a table for people: rounded for the eye, with the cause of everything that is not available.
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Json;
using KpiRules.Results;
using KpiRules.Rulesets;

namespace KpiRules.Cli;

internal static class ResultTable
{
    private const string None = "–";

    /// <param name="width">The columns of the terminal; null for no limit.</param>
    public static string Write(
        Policy policy, PeriodEvaluation evaluation, IReadOnlyList<SubjectEvaluation> subjects, string language, int? width)
    {
        var isRunning = evaluation.AsOf is not null;
        var table = new TextTable(ToolText.Columns(language, isRunning));
        foreach (var subject in subjects)
        {
            foreach (var (row, i) in Rows(policy, subject, isRunning, language).Select((row, i) => (row, i)))
            {
                // the first row says whose they are, whatever it tells
                row[0] = i == 0 ? subject.Subject : "";
                table.Add(row);
            }
        }

        var shown = ShownResults.Of(policy, evaluation);
        var results = subjects.SelectMany(subject => WithoutLinesOfNone(subject, shown)).ToList();
        var expected = results.Where(value => value.Cause is null || !IsMeantToBeMissing(value.Cause.Root.Kind)).ToList();
        return $"{ToolText.TitleOf(policy, language)}  {evaluation.Period}\n"
            + table.ToString(width)
            + $"{ToolText.NotAvailableCount(language, expected.Count, expected.Count(value => !value.IsAvailable))}\n";
    }

    private static IEnumerable<string[]> Rows(Policy policy, SubjectEvaluation subject, bool isRunning, string language)
    {
        // a KPI that does not apply to a subject does not exist for it
        foreach (var kpi in subject.Kpis.Where(kpi => kpi.Cause?.Kind != CauseKind.DoesNotApply))
            yield return Row(policy, subject, kpi, isRunning, language);
        if (subject.Scorecard is { } card)
            yield return Row(policy, subject, card, isRunning, language);
        // who does not take part has no rating
        foreach (var rating in subject.Ratings.Where(rating => rating.Cause?.Kind != CauseKind.TakesNoPart))
            yield return Row(rating, isRunning, language);
        if (subject.Payout is not { } payout)
            yield break;
        foreach (var line in payout.Lines.Where(line => line.State != LineState.None || line.Parts.Count > 0))
        {
            yield return Row(policy, line, isRunning, language);
            foreach (var part in new[] { "due", "deferred", "forfeited" }.Where(_ => line.Incentive.Release.Count > 0))
                yield return Row(policy, $"  {line.Name}.{part}", line.Part(part)!.Value, isRunning);
        }

        yield return Row(policy, payout, isRunning, language);
    }

    /// <summary>What is not there because the policy says so, and not because something is missing.</summary>
    private static bool IsMeantToBeMissing(CauseKind kind) =>
        kind is CauseKind.DoesNotApply or CauseKind.DoesNotScale or CauseKind.NotFiring or CauseKind.Waived or CauseKind.NotAsked
            or CauseKind.TakesNoPart or CauseKind.GroupTooSmall or CauseKind.OfOtherLength;

    private static string[] Row(Policy policy, SubjectEvaluation subject, KpiResult kpi, bool isRunning, string language)
    {
        var unit = kpi.Kpi.Unit;
        return
        [
            "",
            kpi.Kpi.Title?.In(language) is { } title && title != kpi.Name ? $"{title} ({kpi.Name})" : kpi.Name,
            Written(policy, subject[kpi.Name], unit),
            Written(policy, kpi.Part("target"), unit),
            Written(policy, kpi.Part("attainment"), "percent"),
            Written(policy, kpi.Part("gap"), unit),
            .. isRunning
                ? [
                    Written(policy, kpi.Part("expected"), unit),
                    Written(policy, kpi.Part("pace"), "percent"),
                    Written(policy, kpi.Part("forecast"), unit),
                    Written(policy, kpi.Part("required"), unit),
                ]
                : Array.Empty<string>(),
            Written(policy, kpi.Part("score"), "score"),
            kpi.Status is { } status ? status.In(language) : kpi.Part("status") is null ? "" : None,
            (kpi.Cause ?? kpi.Part("attainment")?.Cause ?? kpi.Part("score")?.Cause)?.Explain(language) ?? "",
        ];
    }

    private static string[] Row(Policy policy, SubjectEvaluation subject, ScorecardResult card, bool isRunning, string language) =>
    [
        "",
        ToolText.Scorecard(language),
        .. Enumerable.Repeat("", isRunning ? 8 : 4),
        Written(policy, subject["scorecard"], "score"),
        card.Grade ?? "",
        card.Cause?.Explain(language) ?? "",
    ];

    /// <summary>The place stands where values do, and the grade where a status does.</summary>
    private static string[] Row(RatingResult rating, bool isRunning, string language) =>
    [
        "",
        rating.Rating.Title?.In(language) is { } title && title != rating.Name ? $"{title} ({rating.Name})" : rating.Name,
        rating.Place is { } place ? $"{place}/{rating.Members}" : None,
        .. Enumerable.Repeat("", isRunning ? 8 : 4),
        rating.Grade ?? None,
        rating.Cause?.Explain(language) ?? "",
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
        line.State.In(language),
        ((line.State == LineState.Held ? line.Part("due")?.Cause : null) ?? line.Cause)?.Explain(language) ?? "",
    ];

    private static string[] Row(Policy policy, string name, CellValue money, bool isRunning) =>
        ["", name, Written(policy, money, "money"), .. Enumerable.Repeat("", isRunning ? 10 : 6)];

    private static string[] Row(Policy policy, Payout payout, bool isRunning, string language) =>
    [
        "",
        ToolText.Payout(language, payout.Held),
        Written(policy, payout.Amount, "money") ?? None,
        .. Enumerable.Repeat("", isRunning ? 8 : 4),
        "",
        payout.Cause?.Explain(language) ?? "",
    ];

    public static string Written(Policy policy, CellValue? part, string? unit) =>
        part is { } value && value.Cause?.Kind != CauseKind.DoesNotScale ? value.Shown(policy.FormatOf(unit)) ?? None : "";

    public static string? Written(Policy policy, decimal? number, string? unit) =>
        number?.ToString(policy.FormatOf(unit), CultureInfo.InvariantCulture);
}
