// Takes the JSON of a schedule, gives it in the form that one of its properties tells.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Rulesets;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Schedules;

internal sealed class ScheduleReader(DiagnosticBag diagnostics)
{
    public static readonly Term What = new("what.schedule");

    /// <summary>How each form is read, by the property that tells it: a name without its reading cannot be added.</summary>
    private static readonly (string Name, Func<ObjectReader, ScheduleDefinition?> Read)[] Forms =
    [
        ("steps", reader => RowsDefinition.Read(reader, ScheduleForm.Steps, "from", "value")),
        ("marginal", reader => RowsDefinition.Read(reader, ScheduleForm.Marginal, "from", "rate")),
        ("points", reader => RowsDefinition.Read(reader, ScheduleForm.Points, "at", "value")),
        ("cases", CasesDefinition.Read),
        ("values", GridDefinition.Read),
        ("blocks", BlocksDefinition.Read),
    ];

    /// <summary>The schedule, or null after reporting why there is none.</summary>
    public ScheduleDefinition? Read(JsonObject json)
    {
        var reader = new ObjectReader(json, What, diagnostics);
        var forms = Forms.Where(form => json[form.Name] is not null).ToList();
        if (forms.Count != 1)
        {
            ReportForms(reader, forms.Select(form => form.Name).ToList());
            return null;
        }

        var schedule = forms[0].Read(reader);
        reader.Finish();
        return schedule;
    }

    /// <summary>The entries of a list that must not be empty; none after reporting that it is.</summary>
    public static IReadOnlyList<JsonValue> NonEmpty(ObjectReader reader, string name)
    {
        var array = reader.Array(name);
        if (array is { Items.Count: 0 })
            reader.Diagnostics.Add(RulesetFaults.Missing(array.Place, name, What));
        return array?.Items ?? [];
    }

    /// <summary>A form that is misspelt is an unknown property; only where there is none is the schedule without a form.</summary>
    private void ReportForms(ObjectReader reader, List<string> forms)
    {
        foreach (var known in Forms.Select(form => form.Name).Concat(["on", "per", "accumulate", "else", "rows", "columns"]))
            reader.Take(known);
        var before = diagnostics.Count;
        reader.Finish();
        if (diagnostics.Count == before)
            diagnostics.Add(RulesetFaults.OneFormNeeded(reader.Json.Place, forms));
    }
}
