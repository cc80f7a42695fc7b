// Lowers a KPI into its cells: value, target, attainment, gap, score and status.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Cells;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Functions;
using KpiRules.Kernel;
using KpiRules.Rulesets;
using KpiRules.Sections.Schedules;
using KpiRules.Source;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Kpis;

/// <summary>Section 6 of the ruleset format.</summary>
internal sealed class KpiLowering(SheetBuilder sheet, KpiDefinition kpi)
{
    private const decimal FullScore = 100;

    private readonly string _name = SheetBuilder.OwnerOf(kpi.Name, kpi.IsIdTaken);
    private readonly Origin _origin = new FormulaText(kpi.Name, new Term("owner.kpi", kpi.Name.Value)).Whole;

    private CellKey Applies => KpiCells.AppliesTo(_name);

    private CellKey Target => TargetOperation.CellOf(_name);

    private CellKey Attainment => CellKey.Of(_name, "attainment");

    private CellKey Score => KpiCells.Score(_name);

    public void Lower()
    {
        LowerApplicability();
        LowerValue();
        LowerTarget();
        LowerAttainment();
        LowerScore();
        LowerStatus();
        LowerWeight();
        new PaceLowering(
            sheet, kpi, _name, _origin, (cell, names, bind) => AddGenerated(cell, ValueKind.Number, names, bind, ofRunningPeriod: true))
            .Lower();
    }

    private void LowerApplicability()
    {
        if (kpi.AppliesTo is not null && sheet.Formula(kpi.AppliesTo, Owner("appliesTo"), ValueKind.Boolean) is { } formula)
            sheet.Add(new CellDraft(Applies, ValueKind.Boolean, kpi.AppliesTo.Place, formula, IsInternal: true));
    }

    private void LowerValue()
    {
        var formula = kpi.Formula is null ? Faulty : Number(kpi.Formula, "formula");
        var place = kpi.Formula?.Json.Place ?? kpi.Name.Place;
        Add(CellKey.Of(_name), ValueKind.Number, place, formula, inner =>
        {
            if (kpi.Unit.Contradicts(inner.Unit))
                sheet.Diagnostics.Add(TypeFaults.UnitDeclared(place, Owner("formula"), UnitWords.Of(kpi.Unit), UnitWords.Of(inner.Unit)));
            return WhereItApplies(inner with { Unit = UnitOf(inner) }, unknownIsTrue: false);
        });
    }

    private void LowerTarget()
    {
        if (kpi.TargetGiven is { } given)
        {
            var fact = new FactDefinition(Target, FactRole.Target, ValueKind.Number, kpi.Unit) { Title = kpi.Title };
            sheet.AddTarget(fact);
            var input = new DraftFormula([], 0, () => new InputOperation(_origin, fact));
            Add(Target, ValueKind.Number, given.Place, input, inner => WhereItApplies(AsTarget(inner), unknownIsTrue: true));
        }
        else if (kpi.Target is { } target)
        {
            Add(Target, ValueKind.Number, target.Json.Place, Number(target, "target"), inner =>
            {
                if (inner is ConstantOperation { Value.Number: 0 } or ParameterOperation { Value: 0 } && !CanJudgeWithoutTarget())
                    sheet.Diagnostics.Add(PolicyFaults.ConstantTargetOfZero(target.Json.Place, kpi.Name.Value));
                return WhereItApplies(AsTarget(inner with { Unit = UnitOf(inner) }), unknownIsTrue: true);
            });
        }

        if (sheet.Has(Target))
            AddGenerated(
                CellKey.Of(_name, "gap"),
                ValueKind.Number,
                [Target, _name],
                () => Combine(ArithmeticSign.Minus, Reference(Target), Reference(_name)));
    }

    private TargetOperation AsTarget(Operation inner) => new(_origin, _name, inner, kpi.Combine);

    private void LowerAttainment()
    {
        if (kpi.Attainment is { } own)
            Add(
                Attainment,
                ValueKind.Number,
                own.Json.Place,
                Number(own, "attainment"),
                inner => WhereItApplies(inner with { Unit = Unit.Percent }, unknownIsTrue: true));
        else if (sheet.Has(Target))
            AddGenerated(Attainment, ValueKind.Number, [_name, Target], () => Attained(scale: 1));
    }

    private void LowerScore()
    {
        if (kpi.Score is { } own)
        {
            var attainment = sheet.Has(Attainment)
                ? new DraftFormula([Attainment], 0, () => sheet.IsBound(Attainment) ? Reference(Attainment) : null)
                : null;
            Add(
                Score,
                ValueKind.Number,
                own.Json.Place,
                Needing(Number(own, "score", attainment), _name),
                inner => new GuardOperation(inner.Origin, Reference(_name), inner with { Unit = Unit.Score }));
        }
        else if (sheet.Has(Attainment))
        {
            AddGenerated(
                Score, ValueKind.Number, [_name, Attainment, Target], () => new GuardOperation(_origin, Reference(_name), DefaultScore()));
        }
    }

    private static readonly string[] Statuses = EnumText<KpiStatus>.All.ToArray();

    private void LowerStatus()
    {
        if (!sheet.Has(Attainment))
        {
            if (kpi.Status is not null)
                sheet.Diagnostics.Add(PolicyFaults.NothingToJudge(kpi.Status.Json.Place, kpi.Name.Value, "status"));
            return;
        }

        var green = Threshold(kpi.Status?.Green, "status.green", StatusDefinition.DefaultGreen);
        var yellow = Threshold(kpi.Status?.Yellow, "status.yellow", StatusDefinition.DefaultYellow);
        var names = new[] { Attainment.Name }.Concat(green.Names).Concat(yellow.Names).ToList();
        AddGenerated(CellKey.Of(_name, "status"), ValueKind.Text, names, () =>
        {
            var (greenFrom, yellowFrom) = (green.Bind(), yellow.Bind());
            if (greenFrom is null || yellowFrom is null)
                return null;
            var belowGreen = new ChoiceOperation(_origin, AtLeast(yellowFrom), Text(KpiStatus.Yellow), Text(KpiStatus.Red), Unit.Unknown);
            return new ChoiceOperation(_origin, AtLeast(greenFrom), Text(KpiStatus.Green), belowGreen, Unit.Unknown);
        });
    }

    /// <summary>A weight that a formula gives is a cell, for the scorecard to use.</summary>
    private void LowerWeight()
    {
        if (kpi.Weight is { Json: not JsonNumber } weight)
            sheet.Add(new CellDraft(
                KpiCells.Weight(_name), ValueKind.Number, weight.Json.Place, Number(weight, "weight"), IsInternal: true));
    }

    /// <summary>Attainment × 100 between 0 and 100; by a target, multiplied before it is divided.</summary>
    private CallOperation DefaultScore()
    {
        Operation attained = kpi.Attainment is null
            ? Attained(FullScore)
            : Combine(ArithmeticSign.Times, Reference(Attainment), Number(FullScore));
        return new CallOperation(_origin, ExtremeFunctions.Clamp, [attained, Number(0), Number(FullScore)], ValueKind.Number, Unit.Score);
    }

    /// <summary>The score may be worked out although nothing can be divided by the target.</summary>
    private bool CanJudgeWithoutTarget() =>
        kpi.Attainment is not null || kpi.Score?.Json is JsonString || (kpi.Score?.Json as JsonObject)?["on"] is not null;

    private DraftFormula Threshold(NumberDefinition? number, string role, decimal otherwise) => number is null
        ? new DraftFormula([], 0, () => Number(otherwise))
        : Number(number, role);

    /// <summary>A cell whose formula has a fault exists all the same, so that nobody who names it is told that it does not.</summary>
    private DraftFormula Number(NumberDefinition number, string role, DraftFormula? defaultOn = null) =>
        sheet.Number(number, Owner(role), _name, defaultOn) ?? Faulty;

    private static DraftFormula Faulty { get; } = new([], 0, () => null);

    private Operation WhereItApplies(Operation inner, bool unknownIsTrue) =>
        sheet.Has(Applies) ? new ApplicableOperation(inner.Origin, _name, Reference(Applies), inner, unknownIsTrue) : inner;

    private void Add(CellKey key, ValueKind kind, SourcePlace place, DraftFormula formula, System.Func<Operation, Operation> wrap)
    {
        var needing = kpi.AppliesTo is null ? formula : Needing(formula, Applies);
        sheet.Add(new CellDraft(key, kind, place, needing with { Bind = () => formula.Bind() is { } inner ? wrap(inner) : null }));
    }

    private void AddGenerated(
        CellKey key, ValueKind kind, IReadOnlyList<string> names, System.Func<Operation?> bind, bool ofRunningPeriod = false) =>
        sheet.Add(new CellDraft(
            key,
            kind,
            kpi.Name.Place,
            new DraftFormula(names, 0, () => sheet.AreBound(names) ? bind() : null),
            OfRunningPeriod: ofRunningPeriod,
            IsOnDemand: ofRunningPeriod)
        {
            Texts = kind == ValueKind.Text ? Statuses : null
        });

    private static DraftFormula Needing(DraftFormula formula, string name) => formula with { Names = formula.Names.Append(name).ToList() };

    private AttainmentOperation Attained(decimal scale) => new(_origin, _name, kpi.Better, Reference(_name), Reference(Target), scale);

    private ArithmeticOperation Combine(ArithmeticSign sign, Operation left, Operation right) => new(_origin, left, sign, right, left.Unit);

    private ComparisonOperation AtLeast(Operation bound) => new(_origin, ComparisonSign.GreaterOrEqual, Reference(Attainment), bound);

    private CellOperation Reference(string cell) => sheet.Reference(_origin, cell);

    private ConstantOperation Number(decimal value) => new(_origin, value, Unit.Plain);

    private ConstantOperation Text(KpiStatus value) => new(_origin, EnumText<KpiStatus>.Of(value), Unit.Unknown);

    private Unit UnitOf(Operation inner) => kpi.Unit.Or(inner.Unit);

    private Term Owner(string role) => new("owner." + role, kpi.Name.Value);
}
