// Writes one subject's pay statement as text, a page: KPIs, scorecard, lines with their steps, what is held and why, total.
using System;
using System.Globalization;
using System.Linq;
using System.Text;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Results;
using KpiRules.Rulesets;

namespace KpiRules.Statements;

internal sealed class StatementText(SubjectEvaluation subject, Payout payout, string language)
{
    private const string None = "–";
    private const int Width = 78;

    /// <summary>Where the values end.</summary>
    private const int ValueColumn = 40;

    private readonly StringBuilder _text = new();
    private readonly PeriodEvaluation _evaluation = subject.Evaluation;

    public string Write()
    {
        Heading();
        Rule('═');
        Measured();
        Rule('─');
        // a line that is none may release what it earned before
        foreach (var line in payout.Lines.Where(line => line.State != LineState.None || line.Parts.Count > 0))
            Line(line);
        Rule('═');
        Total();
        return _text.ToString();
    }

    private void Heading()
    {
        var provisional = _evaluation.AsOf is { } day ? Say("statement.provisional", ((FactValue)day).ToString()) : "";
        _text.Append($"{Say("statement.title")}  {subject.Subject}  {_evaluation.Period}{provisional}\n");
        _text.Append($"{_evaluation.RulesetTitle?.In(language) ?? _evaluation.RulesetId} ")
            .Append($"({_evaluation.RulesetId} {_evaluation.RulesetVersion}, {_evaluation.ContentHash.Substring(0, 12)})\n");
    }

    private void Measured()
    {
        foreach (var kpi in subject.Kpis.Where(kpi => kpi.Cause?.Kind != CauseKind.DoesNotApply))
            Row(kpi.Kpi.Title?.In(language) ?? kpi.Name, Written(subject[kpi.Name], kpi.Kpi.Unit), Judged(kpi));
        if (subject.Scorecard is { } card)
            Row(Say("statement.scorecard"), Written(subject[ScorecardResult.Cell], "score"), card.Grade ?? "");
        foreach (var rating in subject.Ratings.Where(rating => rating.Cause?.Kind != CauseKind.TakesNoPart))
            Row(rating.Rating.Title?.In(language) ?? rating.Name, rating.Grade ?? None, rating.Cause?.Explain(language) ?? "");
    }

    private string Judged(KpiResult kpi)
    {
        if (kpi.Cause is { } cause)
            return cause.Explain(language);
        if (kpi.Attainment is null)
            return "";
        var target = kpi.Target is null ? None : Written(kpi.Part("target"), kpi.Kpi.Unit);
        var attainment = Written(kpi.Part("attainment"), "percent");
        return $"{Say("statement.target")} {target}, {attainment} {kpi.Status?.In(language)}".TrimEnd();
    }

    private void Line(IncentiveLine line)
    {
        Row(line.Incentive.Title?.In(language) ?? line.Name, Money(line.Amount), line.State.In(language));
        foreach (var step in subject.Explain(line.Name).StepsIn(language))
            _text.Append("  ").Append(step).Append('\n');
        foreach (var (name, value, note) in ReleaseRows.Of(line, language))
            Row(name, Money(value), note);
    }

    private void Total()
    {
        if (subject.TryGet("payout.earned", out var earned))
            Row(Say("statement.earned"), Money(earned.Number), "");
        Row(Say("statement.total"), Money(payout.Amount), _evaluation.Currency ?? "");
        if (payout.Cause is { } cause)
            _text.Append(Say("statement.noTotal", (Func<string, string>)cause.Explain)).Append('\n');
        if (payout.Held > 0)
            _text.Append(Say(payout.Held == 1 ? "statement.heldOne" : "statement.held", payout.Held)).Append('\n');
    }

    private void Rule(char drawn) => _text.Append(drawn, Width).Append('\n');

    private void Row(string name, string value, string note) =>
        _text.Append(name)
            .Append(' ', Math.Max(1, ValueColumn - DisplayWidth.Of(name) - value.Length))
            .Append(value)
            .Append("  ")
            .Append(note)
            .Append('\n');

    private string Written(CellValue? part, string? unit) => part is { } value && value.Cause?.Kind != CauseKind.DoesNotScale
        ? value.Shown(UnitFormat.Of(unit, _evaluation.MoneyDecimals)) ?? None
        : "";

    private string Money(decimal? amount) =>
        amount?.ToString(UnitFormat.Of("money", _evaluation.MoneyDecimals), CultureInfo.InvariantCulture) ?? None;

    private string Say(string key, params object[] arguments) => Messages.Format(language, key, arguments);
}
