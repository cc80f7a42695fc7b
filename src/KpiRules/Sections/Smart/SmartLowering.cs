// Lowers the checks of a KPI's target into its cells: five criteria, and how many of them hold.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Cells;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Rulesets;
using KpiRules.Sections.Schedules;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Smart;

/// <summary>Section 8 of the ruleset format. A target is judged by the period before it.</summary>
/// <param name="effective">The days on which the ruleset holds; null where it does not say.</param>
internal sealed class SmartLowering(SheetBuilder sheet, CheckedKpi kpi, KpiSmart smart, EffectiveRange? effective)
{
    public const string Part = "smart";

    /// <summary>The criteria as results name them, in order.</summary>
    public static readonly string[] Criteria = ["specific", "measurable", "achievable", "relevant", "timeBound"];

    private readonly string _name = kpi.Name.Value;
    private readonly Origin _origin = new FormulaText(kpi.Name, new Term("owner.kpi", kpi.Name.Value)).Whole;

    private CellKey Target => TargetOperation.CellOf(_name);

    private CellKey Baseline => BaselineOf(_name);

    /// <summary>The cell that has what a KPI's target is measured against.</summary>
    public static CellKey BaselineOf(string kpi) => CellKey.Hidden(kpi, "baseline");

    /// <summary>The cell that has the least, or the most, that a target may be in baselines, where a formula says it.</summary>
    /// <param name="bound"><c>from</c> or <c>to</c>.</param>
    public static CellKey BoundOf(string kpi, string bound) => CellKey.Hidden(kpi, bound);

    private CellKey Criterion(string criterion) => CellKey.Of(_name, $"{Part}.{criterion}");

    public void Lower()
    {
        if (!sheet.Has(Target))
        {
            if (smart.Json is { } json)
                sheet.Diagnostics.Add(PolicyFaults.NothingToCheck(json.Place, _name));
            return;
        }

        if (smart.Waiver is { } waiver)
        {
            LowerWaived(waiver);
            return;
        }

        LowerStatic("specific", smart.Criteria.Specific?.Missing.Count == 0, smart.Criteria.Specific is not null);
        LowerMeasurable(smart.Criteria.Measurable);
        LowerAchievable(smart.Criteria.Achievable);
        LowerRelevant(smart.Criteria.Relevant);
        LowerTimeBound(smart.Criteria.TimeBound);
        var criteria = Criteria.Select(Criterion).ToList();
        Add(CellKey.Of(_name, Part), ValueKind.Number, [Target, .. criteria.Select(criterion => criterion.Name)], () =>
            new GuardOperation(
                _origin,
                Reference(Target),
                new HoldingCountOperation(_origin, criteria.Select(criterion => (Operation)Reference(criterion)).ToList())));
    }

    private void LowerWaived(LocalizedText waiver)
    {
        foreach (var criterion in Criteria)
            Add(Criterion(criterion), ValueKind.Boolean, [], () => new NoValueOperation(
                _origin, new Reason(CauseKind.Waived, _name, waiver?.In("en") ?? "", Words: waiver), ValueKind.Boolean));
        Add(CellKey.Of(_name, Part), ValueKind.Number, [], () =>
            new NoValueOperation(_origin, new Reason(CauseKind.Waived, _name, waiver?.In("en") ?? "", Words: waiver), ValueKind.Number));
    }

    private void LowerStatic(string criterion, bool holds, bool isAsked)
    {
        if (isAsked)
            AddCriterion(criterion, [], () => new ConstantOperation(_origin, holds, Unit.Unknown));
        else
            Add(
                Criterion(criterion),
                ValueKind.Boolean,
                [],
                () => new NoValueOperation(_origin, new Reason(CauseKind.NotAsked, Criterion(criterion)), ValueKind.Boolean));
    }

    /// <summary>The formula must have been available the period before.</summary>
    private void LowerMeasurable(RequiringCriterion? measurable)
    {
        if (measurable is null || measurable.Missing.Count > 0)
            LowerStatic("measurable", holds: false, measurable is not null);
        else
            AddCriterion(
                "measurable",
                [_name, KpiCells.AppliesTo(_name)],
                () => Before(WhereItApplies(new AvailableOperation(_origin, Reference(_name)))));
    }

    private void LowerAchievable(AchievableCriterion? achievable)
    {
        if (achievable?.Baseline is not { } definition)
        {
            LowerStatic("achievable", holds: false, isAsked: false);
            return;
        }

        var own = new Dictionary<string, string> { ["value"] = _name };
        var baseline = sheet.Number(definition, Owner("baseline"), _name, local: own);
        AddInternal(Baseline, baseline, inner => Before(inner with { Unit = inner.Unit.Or(kpi.Unit) }));
        if (achievable.When is { } when)
        {
            var names = new Dictionary<string, string> { ["target"] = Target, ["baseline"] = Baseline };
            var condition = sheet.Formula(when, Owner("achievable"), ValueKind.Boolean, local: names);
            AddCriterion("achievable", [Baseline, .. condition?.Names ?? []], () => condition?.Bind());
            return;
        }

        var bounds = new[]
        {
            (Bound: achievable.From, Cell: BoundOf(_name, "from"), Operator: ComparisonSign.GreaterOrEqual),
            (Bound: achievable.To, Cell: BoundOf(_name, "to"), Operator: ComparisonSign.LessOrEqual)
        }
            .Where(one => one.Bound is not null).ToList();
        foreach (var (bound, cell, _) in bounds)
            AddInternal(cell, sheet.Number(bound!, Owner("achievable"), _name), inner => inner);
        AddCriterion("achievable", [Baseline, .. bounds.Select(bound => bound.Cell.Name)], () =>
        {
            if (bounds.Count == 0)
                return null; // reported when it was read
            var written = new FormulaText(definition.Json, Owner("baseline")).Whole;
            var ratio = new ArithmeticOperation(
                _origin, Reference(Target), ArithmeticSign.Divide, Reference(Baseline) with { Origin = written }, Unit.Plain);
            return All(bounds.Select(bound => (Operation)new ComparisonOperation(
                _origin, bound.Operator, ratio, Reference(bound.Cell) with { Shown = bound.Cell.Part })).ToList());
        });
    }

    private void LowerRelevant(RelevantCriterion? relevant)
    {
        var isConstant = kpi.Weight?.Json is null or JsonNumber;
        var weight = (kpi.Weight?.Json as JsonNumber)?.Value;
        if (relevant is null || relevant.Missing.Count > 0 || !relevant.AsksForWeight || isConstant)
        {
            var fits = relevant is not null
                && (!relevant.AsksForWeight || (weight is not null && !(weight < relevant.WeightFrom) && !(weight > relevant.WeightTo)));
            LowerStatic("relevant", fits && relevant!.Missing.Count == 0, relevant is not null);
            return;
        }

        var cell = KpiCells.Weight(_name);
        AddCriterion("relevant", [cell], () => All(
            new[]
            {
                (Bound: relevant.WeightFrom, Operator: ComparisonSign.GreaterOrEqual),
                (Bound: relevant.WeightTo, Operator: ComparisonSign.LessOrEqual)
            }
                .Where(one => one.Bound is not null)
                .Select(one => (Operation)new ComparisonOperation(
                    _origin, one.Operator, Reference(cell), new ConstantOperation(_origin, one.Bound!.Value, Unit.Plain))).ToList()));
    }

    private void LowerTimeBound(TimeBoundCriterion? timeBound)
    {
        if (timeBound is null)
        {
            LowerStatic("timeBound", holds: false, isAsked: false);
            return;
        }

        if (timeBound.Within is not null && effective is null && !sheet.Unread.HasAnyIn("effective"))
            sheet.ReportOnce(PolicyFaults.NoEffectiveDates(timeBound.Within.Place));
        var (from, to) = timeBound.Within is null ? (null, null) : (effective?.From, effective?.To);
        AddCriterion("timeBound", [], () => new PeriodBoundOperation(_origin, from, to, timeBound.Longest, Lag.None));
    }

    /// <summary>A KPI that did not exist for the subject says nothing of whether it can be measured.</summary>
    private Operation WhereItApplies(Operation inner) =>
        sheet.Has(KpiCells.AppliesTo(_name))
            ? new ApplicableOperation(_origin, _name, Reference(KpiCells.AppliesTo(_name)), inner, UnknownIsTrue: true)
            : inner;

    /// <summary>What is judged as it was the period before.</summary>
    private PreviousOperation Before(Operation inner) => new(inner.Origin, inner, Lag.None.Back(1));

    private Operation All(IReadOnlyList<Operation> conditions) => conditions.Count == 1 ? conditions[0]
        : new LogicOperation(_origin, true, [.. conditions]);

    /// <summary>Nothing is judged without a target.</summary>
    private void AddCriterion(string criterion, IReadOnlyList<string> names, Func<Operation?> bind) => Add(
        Criterion(criterion),
        ValueKind.Boolean,
        [Target, .. names],
        () => bind() is { } inner ? new GuardOperation(_origin, Reference(Target), inner) : null);

    private void AddInternal(CellKey key, DraftFormula? formula, Func<Operation, Operation> wrap) => sheet.Add(new CellDraft(
        key,
        ValueKind.Number,
        kpi.Name.Place,
        new DraftFormula(formula?.Names ?? [], formula?.Nesting ?? 0, () => formula?.Bind() is { } inner ? wrap(inner) : null),
        IsInternal: true));

    private void Add(CellKey key, ValueKind kind, IReadOnlyList<string> names, Func<Operation?> bind) =>
        sheet.Add(new CellDraft(
            key,
            kind,
            kpi.Name.Place,
            new DraftFormula(names, 0, () => sheet.AreBound(names) ? bind() : null),
            IsOnDemand: true));

    private CellOperation Reference(string cell) =>
        cell == Baseline.Name ? sheet.Reference(_origin, cell) with { Shown = "baseline" } : sheet.Reference(_origin, cell);

    private Term Owner(string role) => new("owner." + role, _name);
}
