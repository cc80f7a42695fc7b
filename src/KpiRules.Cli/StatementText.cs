// Writes one subject's pay statement as text, a page: KPIs, scorecard, lines with their steps, what is held and why, total.
using System.Linq;
using System.Text;
using KpiRules.Facts;
using KpiRules.Results;
using KpiRules.Rulesets;

namespace KpiRules.Cli;

internal static class StatementText
{
    private const int Width = 78;

    /// <exception cref="UsageException">The policy has no incentives.</exception>
    public static string Write(Policy policy, SubjectEvaluation subject, string language)
    {
        if (subject.Payout is not { } payout)
            throw new UsageException(ToolText.NoIncentives(language, policy.Id));
        var text = new StringBuilder();
        var evaluation = subject.Evaluation;
        text.Append(ToolText.StatementTitle(language))
            .Append("  ")
            .Append(subject.Subject)
            .Append("  ")
            .Append(evaluation.Period)
            .Append(ToolText.Provisional(language, evaluation.AsOf))
            .Append('\n');
        text.Append($"{policy.Title?.In(language) ?? policy.Id} ({evaluation.RulesetId} {evaluation.RulesetVersion}, "
            + $"{evaluation.ContentHash[..12]})\n");
        text.Append('═', Width).Append('\n');
        foreach (var kpi in subject.Kpis.Where(kpi => kpi.Cause?.Kind != CauseKind.DoesNotApply))
            Row(
                text,
                kpi.Kpi.Title?.In(language) ?? kpi.Name,
                ResultTable.Written(policy, subject[kpi.Name], kpi.Kpi.Unit),
                Judged(policy, kpi, language));
        if (subject.Scorecard is { } card)
            Row(
                text,
                ToolText.Scorecard(language).Split(" (")[0],
                ResultTable.Written(policy, subject["scorecard"], "score"),
                card.Grade ?? "");
        foreach (var rating in subject.Ratings.Where(rating => rating.Cause?.Kind != CauseKind.TakesNoPart))
            Row(text, rating.Rating.Title?.In(language) ?? rating.Name, rating.Grade ?? "–", rating.Cause?.Explain(language) ?? "");
        text.Append('─', Width).Append('\n');
        // a line that is none may release what it earned before
        foreach (var line in payout.Lines.Where(line => line.State != LineState.None || line.Parts.Count > 0))
            Write(text, policy, subject, line, language);
        text.Append('═', Width).Append('\n');
        if (subject.TryGet("payout.earned", out var earned))
            Row(text, ReleaseText.Earned(language).Split(" (")[0], ResultTable.Written(policy, earned.Number, "money") ?? "–", "");
        Row(
            text,
            ToolText.Payout(language, 0).Split(" (")[0],
            payout.Amount is { } total ? Money(policy, total) : "–",
            policy.Currency ?? "");
        if (payout.Cause is { } cause)
            text.Append(ToolText.NoTotal(language, cause.Explain(language))).Append('\n');
        if (payout.Held > 0)
            text.Append(ToolText.HeldInAll(language, payout.Held)).Append('\n');
        return text.ToString();
    }

    private static void Write(StringBuilder text, Policy policy, SubjectEvaluation subject, IncentiveLine line, string language)
    {
        Row(
            text,
            line.Incentive.Title?.In(language) ?? line.Name,
            line.Amount is { } amount ? Money(policy, amount) : "–",
            ToolText.State(language, line.State));
        // the first line of an explanation is the result itself, and what went in stands behind an empty line
        var explained = subject.Explain(line.Name).ToString(language).Split('\n').Skip(1).TakeWhile(step => step.Length > 0);
        foreach (var step in explained)
            text.Append("  ").Append(step).Append('\n');
        foreach (var (name, value, note) in ReleaseText.Rows(policy, line, language))
            Row(text, name, value, note);
    }

    private static string Judged(Policy policy, KpiResult kpi, string language)
    {
        if (kpi.Cause is { } cause)
            return cause.Explain(language);
        var attainment = ResultTable.Written(policy, kpi.Part("attainment"), "percent");
        if (kpi.Attainment is null)
            return "";
        var target = kpi.Target is null ? "–" : ResultTable.Written(policy, kpi.Part("target"), kpi.Kpi.Unit);
        var status = kpi.Status is { } said ? ToolText.Status(language, said) : "";
        return $"{ToolText.Target(language)} {target}, {attainment} {status}".TrimEnd();
    }

    private static void Row(StringBuilder text, string name, string value, string note) =>
        text.Append(name)
            .Append(' ', System.Math.Max(1, 40 - WidthOf(name) - value.Length))
            .Append(value)
            .Append("  ")
            .Append(note)
            .Append('\n');

    /// <summary>Chinese characters are as wide as two others.</summary>
    private static int WidthOf(string name) => name.Sum(c => c >= 0x2E80 ? 2 : 1);

    private static string Money(Policy policy, decimal amount) => ResultTable.Written(policy, amount, "money")!;
}
