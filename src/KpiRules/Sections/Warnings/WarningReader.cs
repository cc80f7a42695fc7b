// Reads the warnings of a ruleset.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Rulesets;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Warnings;

internal sealed class WarningReader(DiagnosticBag diagnostics, IdRegister ids)
{
    private const int MostPeriods = 366;

    private static readonly WarningSeverity[] Severities = [WarningSeverity.Critical, WarningSeverity.Warning, WarningSeverity.Info];

    public IReadOnlyList<WarningDefinition> Read(IReadOnlyList<JsonMember> members) =>
        members.Select(Read).OfType<WarningDefinition>().ToList();

    private WarningDefinition? Read(JsonMember member)
    {
        var isNew = ids.Register(member.Name);
        if (ObjectReader.Of(member, new Term("what.warning"), diagnostics) is not { } reader)
            return null;
        reader.Required("when");
        var warning = new WarningDefinition
        {
            Name = member.Name,
            IsIdTaken = !isNew,
            Title = reader.Localized("title"),
            Description = reader.Localized("description"),
            Conditions = ReadConditions(reader),
            For = reader.WholeNumber("for", 1, MostPeriods, 1),
            Until = reader.Text("until"),
            Messages = ReadMessages(reader),
            Notify = reader.Texts("notify"),
            Response = reader.Localized("response"),
            Escalation = ReadEscalation(reader.Object("escalate")),
        };
        reader.Finish();
        return warning;
    }

    /// <summary>One formula, of the severity that stands beside it, or one for each severity.</summary>
    private IReadOnlyList<WarningCondition> ReadConditions(ObjectReader reader)
    {
        var severity = reader.OneOf<WarningSeverity>("severity") ?? WarningSeverity.Warning;
        switch (reader.Take("when"))
        {
            case null:
                return [];
            case JsonString formula:
                return [new WarningCondition(severity, formula)];
            case JsonObject json:
                if (reader.Json["severity"] is { } beside)
                    diagnostics.Add(RulesetFaults.Beside(beside.Place, "severity", "when"));
                var conditions = new ObjectReader(json, new Term("what.when"), diagnostics);
                var found = Severities
                    .Select(one => (Severity: one, Formula: conditions.Text(EnumText<WarningSeverity>.Of(one))))
                    .Where(one => one.Formula is not null)
                    .Select(one => new WarningCondition(one.Severity, one.Formula!))
                    .ToList();
                if (json.Members.Count == 0)
                    conditions.Required(EnumText<WarningSeverity>.Of(WarningSeverity.Warning));
                conditions.Finish();
                return found;
            case { } other:
                reader.ReportType(other, "when", "json.when");
                return [];
        }
    }

    private IReadOnlyList<MessageTemplate> ReadMessages(ObjectReader reader)
    {
        reader.Localized("message"); // reports what is neither a text nor texts by language
        return reader.Json["message"] switch
        {
            JsonString text => [MessageTemplate.Read("", text, diagnostics)],
            JsonObject map => map.Members.Where(member => member.Value is JsonString)
                .Select(member => MessageTemplate.Read(member.Name.Value, (JsonString)member.Value, diagnostics)).ToList(),
            _ => [],
        };
    }

    private EscalationDefinition? ReadEscalation(JsonObject? json)
    {
        if (json is null)
            return null;
        var reader = new ObjectReader(json, new Term("what.escalate"), diagnostics);
        reader.Required("after");
        reader.Required("notify");
        var escalation = new EscalationDefinition(
            json["after"] as JsonNumber, reader.WholeNumber("after", 1, MostPeriods, 1), reader.Texts("notify"));
        reader.Finish();
        return escalation;
    }
}
