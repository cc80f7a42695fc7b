// Lowers a rating into its cells: what members are placed by, who takes part, the grade by the line, and the three results.
using System.Linq;
using KpiRules.Cells;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Sections.Scorecard;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Ratings;

/// <summary>Section 13 of the ruleset format.</summary>
internal sealed class RatingLowering(SheetBuilder sheet, RatingDefinition rating)
{
    private readonly string _name = SheetBuilder.OwnerOf(rating.Name, rating.IsIdTaken);
    private readonly Origin _origin = new FormulaText(rating.Name, new Term("owner.kpi", rating.Name.Value)).Whole;

    private CellKey On => Part("on");

    private CellKey When => Part("takesPart");

    /// <summary>The grade by the value alone, for a small group.</summary>
    private CellKey Line => Part("line");

    public void Lower()
    {
        var key = rating.Among is { } among
            ? sheet.AttributeOf(
                among, suggestion => RatingFaults.NoSuchGroup(among.Place, among.Value, rating.Name.Value, suggestion))
            : null;
        AddFormula(On, rating.On, "ratingOn", ValueKind.Number);
        if (rating.When is not null)
            AddFormula(When, rating.When, "ratingWhen", ValueKind.Boolean);
        var then = rating.Then.Select((formula, i) => (Formula: formula, Cell: Part($"then{i + 1}"))).ToList();
        foreach (var (formula, cell) in then)
            AddFormula(cell, formula, "ratingThen", ValueKind.Number);
        LowerLine();
        var names = then.Select(one => one.Cell)
            .Concat(new[] { On, When, Line }.Where(part => sheet.Has(part))).Select(key => key.Name).ToList();
        sheet.AddRating(_name);
        Add(RatingPart.Grade);
        Add(RatingPart.Place);
        Add(RatingPart.Members);

        void Add(RatingPart part) => sheet.Add(new CellDraft(
            RatingOperation.CellOf(_name, part),
            RatingOperation.KindOf(part),
            rating.Name.Place,
            new DraftFormula(names, 0, () => names.All(sheet.IsBound) ? Bound(part) : null))
        {
            Texts = part == RatingPart.Grade ? rating.Grades.Select(grade => grade.Grade.Value).ToList() : null
        });

        RatingOperation? Bound(RatingPart part) => rating.Grades.Count == 0 || (rating.Among is not null && key is null)
            ? null
            : new RatingOperation(
                _origin,
                _name,
                part,
                Reference(On, rating.On!),
                then.Select(one => Reference(one.Cell, one.Formula)).ToList(),
                rating.When is null ? null : Reference(When, rating.When),
                sheet.Has(Line) ? sheet.Reference(_origin, Line) : null,
                key is null ? null : new InputOperation(_origin, key),
                PushDown.Presence(_origin, Lag.None),
                Rule());
    }

    private RatingRule Rule() => new(
        rating.Better == PlacedFirst.Lower,
        rating.Grades.Select(grade => grade.Grade.Value).ToList(),
        rating.Grades.Select(grade => grade.Share).ToArray(),
        rating.Ties == Ties.Better,
        rating.Smallest);

    private void LowerLine()
    {
        if (rating.Grades.Count == 0 || rating.Grades[0].From is null)
            return;
        var grades = rating.Grades.Select(grade => new GradeDefinition(grade.Grade, grade.From!)).ToList();
        var formula = new GradeLowering(sheet, _name, _origin, rating.On?.Value ?? "").Lower(
            grades, On, () => sheet.IsBound(On) ? Reference(On, rating.On!) : null);
        sheet.Add(new CellDraft(Line, ValueKind.Text, rating.Name.Place, formula, IsInternal: true));
    }

    private void AddFormula(CellKey cell, JsonString? json, string role, ValueKind kind)
    {
        // a formula with a fault is there all the same, so that nobody who names the rating is told that it is not
        var formula = json is null ? null : sheet.Formula(json, new Term("owner." + role, rating.Name.Value), kind);
        sheet.Add(new CellDraft(cell, kind, (json ?? rating.Name).Place, formula ?? new DraftFormula([], 0, () => null), IsInternal: true));
    }

    /// <summary>A part as the author wrote it, for causes.</summary>
    private CellOperation Reference(CellKey cell, JsonString formula) => sheet.Reference(_origin, cell) with { Shown = formula.Value };

    /// <summary>A cell of the rating that nobody can name.</summary>
    private CellKey Part(string part) => CellKey.Hidden(_name, part);
}
