// Reads the warnings of a ruleset.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Rulesets;
using KpiRules.Rulesets.Shapes;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Warnings;

internal sealed class WarningReader(DiagnosticBag diagnostics, IdRegister ids)
{
    public IReadOnlyList<WarningDefinition> Read(IReadOnlyList<MapEntry<ObjectReader>> entries) =>
        entries.Select(Read).OfType<WarningDefinition>().ToList();

    private WarningDefinition? Read(MapEntry<ObjectReader> entry)
    {
        var isNew = ids.Register(entry.Name);
        if (entry.Read() is not { } reader)
            return null;
        var warning = new WarningDefinition
        {
            Name = entry.Name,
            IsIdTaken = !isNew,
            Title = reader.Read(Naming.Title),
            Description = reader.Read(Naming.Description),
            Conditions = ReadConditions(reader.Read(WarningShape.When), reader.Read(WarningShape.Severity)),
            For = reader.Read(WarningShape.For),
            Until = reader.Read(WarningShape.Until),
            Messages = ReadMessages(reader),
            Notify = reader.ReadAll(WarningShape.Notify),
            Response = reader.Read(WarningShape.Response),
            Escalation = ReadEscalation(reader.Read(WarningShape.Escalate)),
        };
        reader.Finish();
        return warning;
    }

    private static IReadOnlyList<WarningCondition> ReadConditions(WrittenWhen? when, WarningSeverity severity)
    {
        if (when?.Formula is { } formula)
            return [new WarningCondition(severity, formula)];
        if (when?.BySeverity is not { } reader)
            return [];
        var found = WhenShape.Conditions.Select(one => (one.Severity, Formula: reader.Read(one.Condition)))
            .Where(one => one.Formula is not null)
            .Select(one => new WarningCondition(one.Severity, one.Formula!))
            .ToList();
        reader.Finish();
        return found;
    }

    private IReadOnlyList<MessageTemplate> ReadMessages(ObjectReader reader)
    {
        reader.Read(WarningShape.Message); // reports what is neither a text nor texts by language
        return reader.Written(WarningShape.Message) switch
        {
            JsonString text => [MessageTemplate.Read("", text, diagnostics)],
            JsonObject map => map.Members.Where(member => member.Value is JsonString)
                .Select(member => MessageTemplate.Read(member.Name.Value, (JsonString)member.Value, diagnostics)).ToList(),
            _ => [],
        };
    }

    private static EscalationDefinition? ReadEscalation(ObjectReader? reader)
    {
        if (reader is null)
            return null;
        var escalation = new EscalationDefinition(
            reader.Written(EscalateShape.After) as JsonNumber, reader.Read(EscalateShape.After), reader.ReadAll(EscalateShape.Notify));
        reader.Finish();
        return escalation;
    }
}
