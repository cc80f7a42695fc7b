// Lowers a warning into its cells: its conditions, whether it is firing, state, severity, and for how long.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Analysis;
using KpiRules.Cells;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Formulas;
using KpiRules.Kernel;
using KpiRules.Rulesets;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Warnings;

/// <summary>Section 9 of the ruleset format. Firing = held <c>for</c> so long, or was firing and has not ended.</summary>
/// <param name="lookback">How many earlier periods it may have been firing in.</param>
internal sealed class WarningLowering(SheetBuilder sheet, WarningDefinition warning, int lookback)
{
    private readonly string _name = SheetBuilder.OwnerOf(warning.Name, warning.IsIdTaken);
    private readonly Origin _origin = new FormulaText(warning.Name, new Term("owner.kpi", warning.Name.Value)).Whole;

    private CellKey Level => LevelOf(_name);

    private CellKey Until => Part("until");

    private CellKey IsFiring => FiringOf(_name);

    private CellKey Last => LastOf(_name);

    private CellKey Severity => SeverityOf(_name);

    /// <summary>The cell that has the most severe condition that holds.</summary>
    public static CellKey LevelOf(string warning) => CellKey.Hidden(warning, "level");

    /// <summary>The cell that has whether a warning is firing.</summary>
    public static CellKey FiringOf(string warning) => CellKey.Hidden(warning, "firing");

    /// <summary>The result that has how severe a warning is.</summary>
    public static CellKey SeverityOf(string warning) => CellKey.Of(warning, "severity");

    /// <summary>The cell that has how severe the condition was that held last.</summary>
    public static CellKey LastOf(string warning) => CellKey.Hidden(warning, "last");

    public void Lower()
    {
        foreach (var condition in warning.Conditions)
            AddFormula(Part(condition.Severity), condition.Formula, EnumText<WarningSeverity>.Of(condition.Severity));
        if (warning.Until is { } until)
            AddFormula(Until, until, "until");
        var conditions = warning.Conditions.Select(condition => Part(condition.Severity).Name).ToArray();
        Add(Level, ValueKind.Number, conditions, isInternal: true, () =>
            new SeverityLevelOperation(
                _origin, warning.Conditions.Select(one => (one.Severity, (Operation)Reference(Part(one.Severity)))).ToList()));
        Add(IsFiring, ValueKind.Boolean, [Level, Until], isInternal: true, () => Course(WarningQuestion.IsFiring, ValueKind.Boolean));
        Add(Last, ValueKind.Number, [Level, Until], isInternal: true, () => Course(WarningQuestion.LastSeverity, ValueKind.Number));
        Add(
            CellKey.Of(_name),
            ValueKind.Text,
            [IsFiring, Level],
            isInternal: false,
            () => new WarningStateOperation(_origin, Reference(IsFiring), Reference(Level)));
        Add(Severity, ValueKind.Text, [IsFiring, Level, Last], isInternal: false, () =>
            new WarningSeverityOperation(_origin, _name, Reference(IsFiring), Reference(Level), Reference(Last)));
        Add(
            CellKey.Of(_name, "periods"),
            ValueKind.Number,
            [Level, Until],
            isInternal: false,
            () => Course(WarningQuestion.Periods, ValueKind.Number));
        CheckEscalation();
    }

    /// <summary>Everything that is not a number of the warning's own: to be called once all names are known.</summary>
    public void CheckNames()
    {
        foreach (var recipient in warning.Notify.Concat(warning.Escalation?.Notify ?? [])
            .Where(recipient => recipient.Value != WarningDefinition.Self))
        {
            var attribute = sheet.AttributeOf(
                recipient,
                suggestion => PolicyFaults.UnknownRecipient(recipient.Place, recipient.Value, warning.Name.Value, suggestion));
            if (attribute is not null && attribute.Kind != ValueKind.Text)
                sheet.Diagnostics.Add(PolicyFaults.RecipientNotText(recipient.Place, recipient.Value));
        }

        foreach (var message in warning.Messages)
        {
            var text = new FormulaText(message.Json, new Term("owner.message", warning.Name.Value));
            foreach (var hole in message.Parts.Where(part => part.IsHole))
                CheckHole(hole, text, message.Json);
        }
    }

    private void CheckHole(MessagePart hole, FormulaText text, JsonString json)
    {
        var origin = text.Part(hole.Start, hole.Text.Length);
        if (hole.Text.Length == 0)
        {
            sheet.Diagnostics.Add(RulesetFaults.EmptyHole(json.PlaceOf(Math.Max(0, hole.Start - 1), 1)));
            return;
        }

        var kind = hole.Text is MessageTemplate.Subject or MessageTemplate.Period
            ? ValueKind.Text
            : sheet.KindOf(new NameSyntax(origin, hole.Text), text.Owner, [MessageTemplate.Subject, MessageTemplate.Period]);
        if (kind is { } known && hole.Format is { } format && !ValueFormat.IsKnown(format, known))
            sheet.Diagnostics.Add(RulesetFaults.BadFormat(
                json.PlaceOf(hole.Start, hole.Text.Length), format, hole.Text, FormulaBinder.KindOf(known)));
    }

    private void CheckEscalation()
    {
        if (warning.Escalation is { AfterJson: { } json, After: var after } && after > lookback + 1)
            sheet.Diagnostics.Add(PolicyFaults.NeverEscalates(json.Place, warning.Name.Value, after, lookback));
    }

    private WarningOperation? Course(WarningQuestion question, ValueKind kind)
    {
        var until = sheet.Has(Until) ? Reference(Until) : null;
        if (question == WarningQuestion.IsFiring)
            CheckConditions(until);
        return new WarningOperation(_origin, question, Reference(Level), until, warning.For, lookback, kind);
    }

    /// <summary>What can never end the warning, and a severity that can never be the most severe.</summary>
    private void CheckConditions(CellOperation? until)
    {
        var bound = warning.Conditions.Select(one => (Condition: one, Operation: sheet.ExpressionOf(Part(one.Severity))!)).ToList();
        var conditions = bound.Select(one => one.Operation).ToList();
        if (until is not null && !ConditionSpace.CanHold([sheet.ExpressionOf(Until)!], conditions))
            sheet.Diagnostics.Add(PolicyFaults.NeverEnds(warning.Until!.Place, warning.Name.Value));
        for (var i = 1; i < bound.Count; i++)
        {
            if (!ConditionSpace.CanHold([conditions[i]], conditions.Take(i).ToList()))
                sheet.Diagnostics.Add(PolicyFaults.NeverThisSevere(
                    bound[i].Condition.Formula.Place, EnumText<WarningSeverity>.Of(bound[i].Condition.Severity), warning.Name.Value));
        }
    }

    private void AddFormula(CellKey key, JsonString json, string role)
    {
        var formula = sheet.Formula(json, new Term("owner." + role, warning.Name.Value), ValueKind.Boolean)
            ?? new DraftFormula([], 0, () => null);
        sheet.Add(new CellDraft(key, ValueKind.Boolean, json.Place, formula, IsInternal: true));
    }

    private void Add(CellKey key, ValueKind kind, IReadOnlyList<string> names, bool isInternal, Func<Operation?> bind) =>
        sheet.Add(new CellDraft(
            key,
            kind,
            warning.Name.Place,
            new DraftFormula(names, 0, () => sheet.AreBound(names) ? bind() : null),
            isInternal,
            IsOnDemand: true)
        {
            Texts = kind != ValueKind.Text ? null
                : key == Severity ? [.. EnumText<WarningSeverity>.All]
                : [.. EnumText<WarningState>.All]
        });

    private CellOperation Reference(string cell) => sheet.Reference(_origin, cell);

    private CellKey Part(WarningSeverity severity) => Part(EnumText<WarningSeverity>.Of(severity));

    /// <summary>A cell of the warning that nobody can name.</summary>
    private CellKey Part(string part) => CellKey.Hidden(_name, part);
}
