// The front door: what a policy is; facts in, results out.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using KpiRules.Cells;
using KpiRules.Diagnostics;
using KpiRules.Evaluation;
using KpiRules.Evaluation.Frames;
using KpiRules.Explanations;
using KpiRules.Facts;
using KpiRules.Planning;
using KpiRules.Results;
using KpiRules.Rulesets;
using KpiRules.Source;
using KpiRules.Source.Json;

namespace KpiRules;

/// <summary>
/// A ruleset that has been read, checked and prepared. Immutable; safe to share between threads. It reads no clock, no
/// culture and no file; the same facts always give the same results.
/// </summary>
public sealed partial class Policy
{
    private readonly PolicyDescription _description;
    private readonly SheetProgram _program;
    private readonly EvaluationEngine? _engine;

    internal Policy(PolicyDescription description, EvaluationEngine? engine = null, ICellRunner? runner = null)
    {
        (_description, _engine) = (description, engine);
        _program = runner is null ? new SheetProgram(Sheet) : SheetProgram.RunBy(runner, Sheet);
    }

    /// <summary>The ruleset's id.</summary>
    public string Id => _description.Id;

    /// <summary>The ruleset's version.</summary>
    public string Version => _description.Version;

    /// <summary>Whose policy it is; null when the ruleset does not say.</summary>
    public string? Company => _description.Company;

    /// <summary>What people call the ruleset; null when it does not say.</summary>
    public LocalizedText? Title => _description.Title;

    /// <summary>What the ruleset is about; null when it does not say.</summary>
    public LocalizedText? Description => _description.Description;

    /// <summary>The first day on which the ruleset holds; null when it does not say.</summary>
    public DateTime? EffectiveFrom => _description.EffectiveFrom;

    /// <summary>The last day on which the ruleset holds; null for no end.</summary>
    public DateTime? EffectiveTo => _description.EffectiveTo;

    /// <summary>
    /// SHA-256 of the content in lower-case hexadecimal; white space, comments and the order of properties do not matter.
    /// </summary>
    public string ContentHash => _description.ContentHash;

    /// <summary>The language of messages where the caller asks for none, such as <c>zh</c>.</summary>
    public string Language => Settings.Language;

    /// <summary>The ISO 4217 code of the currency, for printing; null when the ruleset does not say.</summary>
    public string? Currency => Settings.Currency;

    /// <summary>How many decimals money has, 0 to 8.</summary>
    public int MoneyDecimals => Settings.MoneyDecimals;

    /// <summary>The format in which tables and statements show a number of a unit, for <see cref="CellValue.Shown"/> and .NET.</summary>
    /// <param name="unit">The unit of a result, such as <c>money</c> or <c>percent</c>; null for none.</param>
    public string FormatOf(string? unit) => UnitFormat.Of(unit, MoneyDecimals);

    /// <summary>How long a period of the facts is.</summary>
    public PeriodKind Period => Settings.Period;

    /// <summary>The month in which the fiscal year begins, 1 to 12.</summary>
    public int FiscalYearStart => Settings.FiscalYearStart;

    /// <summary>The period, as long as those of the facts, that holds a day.</summary>
    public Period PeriodOf(DateTime day) => KpiRules.Facts.Period.Containing(Settings.Period, day, Settings.FiscalYearStart);

    /// <summary>
    /// The period that a cell of a spreadsheet says: as rulesets write it, or <c>2026/3</c>, <c>2026年3月</c>, <c>202603</c>, <c>Mar-26</c>;
    /// of a day such as <c>2026/3/1</c>, the period of the facts that holds it. Null for what is none.
    /// </summary>
    /// <param name="cell">What stands in the cell; null for nothing.</param>
    public Period? PeriodOf(string? cell) => CellDay.ReadPeriod(cell?.Trim(), PeriodOf);

    /// <summary>The diagnostics that do not keep the ruleset from being used.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => _description.Diagnostics;

    /// <summary>The named constants, in the order of the ruleset; <see cref="With"/> gives the policy with others.</summary>
    public IReadOnlyList<ParameterDescription> Parameters => _description.Parameters;

    /// <summary>The facts the policy can use.</summary>
    public IReadOnlyList<FactDefinition> Facts => _description.Facts;

    /// <summary>The lists of records the policy can use.</summary>
    public IReadOnlyList<RecordDefinition> Records => _description.Records;

    /// <summary>The tables that formulas look values up in, in the order of the ruleset.</summary>
    public IReadOnlyList<TableDefinition> Tables => _description.Tables;

    /// <summary>The KPIs, in the order of the ruleset.</summary>
    public IReadOnlyList<KpiDescription> Kpis => _description.Kpis;

    /// <summary>The ratings, in the order of the ruleset.</summary>
    public IReadOnlyList<RatingDescription> Ratings => _description.Ratings;

    /// <summary>The incentives, in the order of the ruleset.</summary>
    public IReadOnlyList<IncentiveDescription> Incentives => _description.Incentives;

    /// <summary>The warnings about subjects that the policy gives, in the order of the ruleset.</summary>
    public IReadOnlyList<WarningDescription> Warnings => _description.Warnings;

    /// <summary>The plans, in the order of the ruleset.</summary>
    public IReadOnlyList<PlanDescription> Plans => _description.Plans;

    /// <summary>Every result the policy gives, each behind those it depends on.</summary>
    public IReadOnlyList<CellDescription> Results => _description.Results;

    /// <summary>
    /// The results that look at other subjects, with the function by which they do; those that only name them are left out.
    /// Empty for a policy whose subjects may be evaluated one at a time.
    /// </summary>
    public IReadOnlyList<PopulationUse> LooksAtOthers => _description.LooksAtOthers;

    /// <summary>The cells, for whoever makes something else of them.</summary>
    internal CellSheet Sheet => _description.Sheet;

    internal JsonObject Json => _description.Json;

    internal SettingsDefinition Settings => _description.Settings;

    internal IReadOnlyDictionary<string, FactDefinition> FactsByName => _program.FactsByName;

    internal IReadOnlyList<TestDefinition> Tests => _description.Tests;

    /// <summary>Where its own text says which version it is; the whole document where only a base says so.</summary>
    internal SourcePlace VersionPlace => _description.VersionPlace;

    /// <summary>Where its own text says when it holds; the whole document where it does not.</summary>
    internal SourcePlace EffectivePlace => _description.EffectivePlace;

    /// <summary>Whether every day of a period lies within those on which the ruleset holds, its fiscal year counted as it does.</summary>
    public bool IsInEffect(Period period)
    {
        var start = Settings.FiscalYearStart;
        return EffectiveFrom is not { } from || (period.FirstDay(start) >= from && !(period.LastDay(start) > EffectiveTo));
    }

    /// <summary>Evaluates every KPI for one subject, without any history: what reaches back is not available.</summary>
    /// <param name="subject">The subject with its facts of the period.</param>
    /// <param name="period">The period the facts are of.</param>
    /// <param name="asOf">The day on which the question is asked, for a period still running; null once it is over.</param>
    public SubjectEvaluation Evaluate(Subject subject, Period period, DateTime? asOf = null)
    {
        if (subject is null)
            throw new ArgumentNullException(nameof(subject));
        var issues = new List<DataIssue>(EffectivenessOf(period));
        var frame = Evaluator.Evaluate(_program, CalendarOf(period, asOf), Settings.MissingIsZero, subject, issues);
        var subjects = Array.AsReadOnly([subject.Id]);
        return new SubjectEvaluation(
            new PeriodEvaluation(_description.Stamp, _program, frame, asOf?.Date, subjects, issues, Explainer.Explain), 0);
    }

    /// <summary>Evaluates every KPI for every subject that has facts in the period, or in a shorter one that is a part of it.</summary>
    /// <param name="facts">The facts, of as many periods as there are: time functions reach back into earlier ones.</param>
    /// <param name="period">The period to evaluate.</param>
    /// <param name="asOf">The day on which the question is asked, for a period still running; null once it is over.</param>
    /// <param name="cancellationToken">Asked before each fact and each result is worked out for all subjects.</param>
    /// <exception cref="OperationCanceledException">The evaluation was given up.</exception>
    public PeriodEvaluation Evaluate(
        Dataset facts, Period period, DateTime? asOf = null, CancellationToken cancellationToken = default) =>
        Evaluate(facts ?? throw new ArgumentNullException(nameof(facts)), period, asOf, Carried.Nothing, cancellationToken).Results;

    /// <summary>
    /// Evaluates the periods of a request one after another, carrying the debts of recoverable draws, and what releases defer, from each
    /// into the next.
    /// </summary>
    /// <param name="request">The facts, the first and the last period, and the day on which the question is asked.</param>
    /// <param name="cancellationToken">Asked before each fact and each result is worked out for all subjects.</param>
    /// <returns>An evaluation for each period, the first one first; never empty.</returns>
    /// <exception cref="OperationCanceledException">The evaluation was given up.</exception>
    public IReadOnlyList<PeriodEvaluation> Evaluate(EvaluationRequest request, CancellationToken cancellationToken = default)
    {
        if (request is null)
            throw new ArgumentNullException(nameof(request));
        var evaluations = new List<PeriodEvaluation>();
        var carried = Carried.Nothing;
        for (var period = request.From; period.CompareTo(request.To) <= 0; period = period.Add(1))
        {
            (var results, carried) = Evaluate(request.Facts, period, request.AsOf, carried, cancellationToken);
            evaluations.Add(results);
        }

        return evaluations.AsReadOnly();
    }

    /// <summary>
    /// Breaks a plan's total down over subjects and periods. What it does not know it does not guess: a plan that lacks its
    /// weights or groups is not available, and the result says whose are missing.
    /// </summary>
    /// <param name="name">The plan's id; see <see cref="Plans"/>.</param>
    /// <param name="facts">
    /// The facts: of the period before the plan begins, where subjects are weighed; a year earlier, where periods share by
    /// history; and those of closed periods, their targets among them.
    /// </param>
    /// <param name="closed">
    /// The last closed period: targets up to it stay as issued, and where the plan says so, what they fell short of is spread
    /// over the others. Null for none.
    /// </param>
    /// <param name="cancellationToken">Asked before each fact and each result is worked out for all subjects, and before each subject's
    /// targets.</param>
    /// <exception cref="KeyNotFoundException">The policy has no such plan; the message says which is close, and which it has.</exception>
    /// <exception cref="ArgumentException">The closed period is none of the plan's.</exception>
    /// <exception cref="OperationCanceledException">The planning was given up.</exception>
    public PlanResult Plan(string name, Dataset facts, Period? closed = null, CancellationToken cancellationToken = default)
    {
        if (facts is null)
            throw new ArgumentNullException(nameof(facts));
        var plan = _description.Programs.FirstOrDefault(plan => plan.Description.Name == name)
            ?? throw UnknownName.NoKey($"There is no plan '{name}'", name, Plans.Select(plan => plan.Name));
        return Planner.Plan(plan, facts, _description.Stamp, closed, cancellationToken);
    }

    /// <summary>The same policy, worked out by another engine; the results are the same, and everything else of the policy.</summary>
    /// <param name="engine">The engine. It prepares the policy here, which may take a while, and not in the first evaluation.</param>
    /// <exception cref="NotSupportedException">The engine cannot work the policy out; the message says why.</exception>
    public Policy RunBy(EvaluationEngine engine) =>
        new(_description, engine ?? throw new ArgumentNullException(nameof(engine)), engine.Prepare(this));

    /// <summary>The policy as it would be if some parameters had other values, checked as when it was read; its engine stays.</summary>
    /// <param name="parameters">The values by the names of <see cref="Parameters"/>, in the unit that the ruleset writes them in.</param>
    /// <exception cref="ArgumentException">The policy has no such parameter; the message says which is close, and which it has.</exception>
    /// <exception cref="RulesetException">With these values the ruleset cannot be used, such as with one beyond its bounds.</exception>
    public Policy With(IEnumerable<KeyValuePair<string, decimal>> parameters)
    {
        var read = PolicyReader.Read(ParameterValues.In(Json, Parameters.Select(known => known.Name), parameters));
        var policy = read.Policy ?? throw new RulesetException(read);
        return _engine is null ? policy : policy.RunBy(_engine);
    }

    internal (PeriodEvaluation Results, Carried Carried) Evaluate(
        Dataset facts, Period period, DateTime? asOf, Carried carried, CancellationToken cancellationToken)
    {
        var issues = facts.Issues.Concat(EffectivenessOf(period)).ToList();
        var (frame, next) = Evaluator.Evaluate(
            _program, facts, CalendarOf(period, asOf), carried, Settings.MissingIsZero, issues, cancellationToken);
        var results = new PeriodEvaluation(
            _description.Stamp, _program, frame, asOf?.Date, frame.History!.Evaluated, issues, Explainer.Explain);
        return (results, next);
    }

    private IEnumerable<DataIssue> EffectivenessOf(Period period)
    {
        if (Incentives.Count > 0 && period.Kind > Settings.Period)
            yield return DataIssues.LinesOfLongerPeriod(period);
        if (!IsInEffect(period))
            yield return DataIssues.NotInEffect(period, EffectiveFrom!.Value, EffectiveTo);
    }

    private PeriodCalendar CalendarOf(Period period, DateTime? asOf) =>
        new(period, Settings, asOf is { } day ? DayNumber.Of(day) : null);
}
