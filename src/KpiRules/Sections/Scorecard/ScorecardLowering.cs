// Lowers the scorecard into its cells: the card, its perspectives and the grade.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Cells;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Rulesets;
using KpiRules.Sections.Kpis;
using KpiRules.Sections.Schedules;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Scorecard;

/// <summary>Section 7 of the ruleset format.</summary>
internal sealed class ScorecardLowering(SheetBuilder sheet, ScorecardDefinition scorecard, IReadOnlyList<KpiDefinition> kpis)
{
    public const string Card = ResultNames.Scorecard;

    private readonly Origin _origin = new FormulaText(scorecard.Json, new Term("owner.kpi", Card)).Whole;

    private bool _isFaulty;

    public void Lower()
    {
        var weighted = kpis.Where(kpi => kpi.Weight is not null && !kpi.IsIdTaken).ToList();
        CheckMembers(weighted);
        var byPerspective = weighted.ToLookup(kpi => kpi.Perspective?.Value);
        var groups = scorecard.Perspectives.Count == 0
            ? [WholeGroup(weighted)]
            : scorecard.Perspectives.Select(perspective => Group(
                perspective.Name.Value,
                sheet.Number(perspective.Weight, new Term("owner.perspective", perspective.Name.Value), Card),
                byPerspective[perspective.Name.Value].ToList())).ToList();
        AddMean(CellKey.Of(Card), groups);
        var declared = scorecard.Perspectives.Select(perspective => perspective.Name.Value);
        var used = weighted.Select(kpi => kpi.Perspective?.Value).OfType<string>().Distinct().ToList();
        // a perspective may be that of a KPI that was not read, or says another in error
        var known = _isFaulty || sheet.Unread.HasAnyIn("kpis") ? declared : declared.Intersect(used);
        foreach (var perspective in known.Union(used))
            AddMean(CellKey.Of(Card, perspective), [WholeGroup(byPerspective[perspective].ToList())]);
        LowerGrades();
    }

    /// <summary>
    /// What the card is made of; after a fault it is there, so that nobody who names it is told that it is not, but has no value.
    /// </summary>
    private void CheckMembers(List<KpiDefinition> weighted)
    {
        if (weighted.Count == 0 && !sheet.Unread.HasAnyIn("kpis"))
            Report(PolicyFaults.NothingWeighted(scorecard.Json.Place));
        foreach (var kpi in weighted.Where(kpi => !sheet.Has(KpiCells.Score(kpi.Name.Value)) && !sheet.Unread.MayBe(kpi.Name.Value)))
            Report(PolicyFaults.WeightWithoutScore(kpi.Weight!.Json.Place, kpi.Name.Value));
        if (scorecard.Json["perspectives"] is JsonObject { Members.Count: > 0 } perspectives)
            CheckPerspectives(weighted, [.. perspectives.Members.Select(member => member.Name.Value)]);
    }

    /// <param name="names">As written, those of perspectives that could not be read included.</param>
    private void CheckPerspectives(List<KpiDefinition> weighted, HashSet<string> names)
    {
        foreach (var kpi in weighted.Where(
            kpi => !names.Contains(kpi.Perspective?.Value ?? "") && !(kpi.Perspective is null && sheet.Unread.MayBe(kpi.Name.Value))))
        {
            Report(kpi.Perspective is { } unknown
                ? PolicyFaults.UnknownPerspective(
                    unknown.Place, unknown.Value, kpi.Name.Value, () => ClosestName.Find(unknown.Value, names))
                : RulesetFaults.Missing(kpi.Name.Place, "perspective", new Term("owner.kpi", kpi.Name.Value)));
        }
    }

    /// <summary>A group beside which stands no other, so that its weight does not matter.</summary>
    private DraftGroup WholeGroup(IReadOnlyList<KpiDefinition> members) => Group("", new DraftFormula([], 0, () => Number(1)), members);

    private DraftGroup Group(string name, DraftFormula? weight, IReadOnlyList<KpiDefinition> members)
    {
        var names = members.SelectMany(
            kpi => new[] { KpiCells.Score(kpi.Name.Value).Name, KpiCells.Weight(kpi.Name.Value), KpiCells.AppliesTo(kpi.Name.Value) });
        return new DraftGroup(names.Concat(weight?.Names ?? []).ToList(), () =>
        {
            var scores = members.Select(Score).ToList();
            var groupWeight = weight?.Bind();
            return groupWeight is null || scores.Contains(null)
                ? null
                : new WeightedGroup(name, groupWeight, scores.Select(score => score!).ToList());
        });
    }

    private WeightedScore? Score(KpiDefinition kpi)
    {
        var name = kpi.Name.Value;
        var weight = kpi.Weight!.Json is JsonNumber constant ? Number(constant.Value) : Reference(KpiCells.Weight(name));
        var score = Reference(KpiCells.Score(name));
        return weight is null || score is null
            ? null
            : new WeightedScore(weight, score, sheet.Has(KpiCells.AppliesTo(name)) ? Reference(KpiCells.AppliesTo(name)) : null);
    }

    private void AddMean(CellKey key, IReadOnlyList<DraftGroup> groups) =>
        Add(key, ValueKind.Number, groups.SelectMany(group => group.Names).ToList(), () =>
        {
            var bound = groups.Select(group => group.Bind()).ToList();
            return _isFaulty || bound.Contains(null)
                ? null
                : new WeightedMeanOperation(_origin, key, scorecard.Missing, bound.Select(group => group!).ToList());
        });

    private void LowerGrades()
    {
        if (scorecard.Grades.Count == 0)
            return;
        var formula = new GradeLowering(sheet, Card, _origin, Card).Lower(scorecard.Grades, Card, () => Reference(Card));
        sheet.Add(new CellDraft(CellKey.Of(Card, "grade"), ValueKind.Text, scorecard.Json.Place, formula)
        {
            Texts = scorecard.Grades.Select(grade => grade.Grade.Value).ToList()
        });
    }

    private void Add(CellKey key, ValueKind kind, IReadOnlyList<string> names, System.Func<Operation?> bind) =>
        sheet.Add(new CellDraft(key, kind, scorecard.Json.Place, new DraftFormula(names, 0, bind)));

    private void Report(Diagnostic fault)
    {
        _isFaulty = true;
        sheet.Diagnostics.Add(fault);
    }

    private Operation? Reference(string cell) => sheet.Has(cell) && sheet.IsBound(cell) ? sheet.Reference(_origin, cell) : null;

    private ConstantOperation Number(decimal value) => new(_origin, value, Unit.Plain);

    private sealed record DraftGroup(IReadOnlyList<string> Names, System.Func<WeightedGroup?> Bind);
}
