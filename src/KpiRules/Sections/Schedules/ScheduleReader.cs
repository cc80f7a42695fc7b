// Reads schedules in their five forms.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Rulesets;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Schedules;

internal sealed class ScheduleReader(DiagnosticBag diagnostics)
{
    private static readonly Term What = new("what.schedule");

    /// <summary>How each form is read, by the property that tells it: a name without its reading cannot be added.</summary>
    private static readonly (string Name, Func<ScheduleReader, ObjectReader, ScheduleDefinition?> Read)[] Forms =
    [
        ("steps", (schedules, reader) => schedules.ReadRows(reader, ScheduleForm.Steps, "from", "value")),
        ("marginal", (schedules, reader) => schedules.ReadRows(reader, ScheduleForm.Marginal, "from", "rate")),
        ("points", (schedules, reader) => schedules.ReadRows(reader, ScheduleForm.Points, "at", "value")),
        ("cases", (schedules, reader) => schedules.ReadCases(reader)),
        ("values", (schedules, reader) => schedules.ReadGrid(reader)),
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

        var schedule = forms[0].Read(this, reader);
        reader.Finish();
        return schedule;
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

    private RowsDefinition? ReadRows(ObjectReader reader, ScheduleForm form, string bound, string value)
    {
        var name = form.ToString().ToLowerInvariant();
        var (on, per) = (reader.Text("on"), reader.NumberLike("per"));
        var accumulate = form == ScheduleForm.Marginal ? reader.Text("accumulate") : null;
        if (accumulate is not null and not { Value: "ytd" or "qtd" })
            reader.ReportNotOneOf(accumulate, "accumulate", ["ytd", "qtd"]);
        var items = NonEmpty(reader, name);
        var rows = items.Select(item => ReadRow(reader, item, bound, value)).ToList();
        return rows.Count == 0 || rows.Contains(null) ? null : new RowsDefinition(reader.Json, form, on, per, accumulate, rows.OfType<ScheduleRow>().ToList());
    }

    private ScheduleRow? ReadRow(ObjectReader schedule, JsonValue item, string bound, string value)
    {
        if (schedule.As<JsonObject>(item, null, "json.object") is not { } json)
            return null;
        var reader = new ObjectReader(json, new Term("what.scheduleRow"), diagnostics);
        reader.Required(bound);
        reader.Required(value);
        var (at, gives) = (reader.NumberLike(bound), reader.NumberLike(value));
        reader.Finish();
        return at is null || gives is null ? null : new ScheduleRow(json, at, gives);
    }

    private CasesDefinition? ReadCases(ObjectReader reader)
    {
        var (on, otherwise) = (reader.Text("on"), reader.NumberLike("else"));
        if (reader.Object("cases") is not { } json)
            return null;
        var values = new ObjectReader(json, new Term("what.cases"), diagnostics);
        var cases = json.Members.Select(member => (member.Name, Value: values.NumberLike(member.Name.Value))).ToList();
        if (cases.Count == 0)
            diagnostics.Add(RulesetFaults.Missing(json.Place, "cases", What));
        return cases.Count == 0 || cases.Any(entry => entry.Value is null)
            ? null
            : new CasesDefinition(reader.Json, on, cases.Select(entry => new ScheduleCase(entry.Name, entry.Value!)).ToList(), otherwise);
    }

    private GridDefinition? ReadGrid(ObjectReader reader)
    {
        reader.Required("rows");
        reader.Required("columns");
        var (rows, columns) = (ReadAxis(reader.Object("rows")), ReadAxis(reader.Object("columns")));
        var lines = NonEmpty(reader, "values")
            .Select(line => reader.As<JsonArray>(line, null, "json.array")?.Items.Select(item => reader.NumberLike(item)).ToList())
            .ToList();
        if (rows is null || columns is null || lines.Any(line => line is null || line.Contains(null)))
            return null;
        if (lines.Count != rows.From.Count || lines.Any(line => line!.Count != columns.From.Count))
        {
            diagnostics.Add(RulesetFaults.GridShape(reader.Json["values"]!.Place, rows.From.Count, columns.From.Count));
            return null;
        }

        return new GridDefinition(reader.Json, rows, columns, lines.Select(line => line!.Select(value => value!).ToList()).ToList());
    }

    private GridAxis? ReadAxis(JsonObject? json)
    {
        if (json is null)
            return null;
        var reader = new ObjectReader(json, new Term("what.axis"), diagnostics);
        reader.Required("on");
        reader.Required("from");
        var on = reader.Text("on");
        var bounds = NonEmpty(reader, "from").Select(item => reader.NumberLike(item)).ToList();
        reader.Finish();
        return on is null || bounds.Count == 0 || bounds.Contains(null) ? null : new GridAxis(on, bounds.OfType<NumberDefinition>().ToList());
    }

    private IReadOnlyList<JsonValue> NonEmpty(ObjectReader reader, string name)
    {
        var array = reader.Array(name);
        if (array is { Items.Count: 0 })
            diagnostics.Add(RulesetFaults.Missing(array.Place, name, What));
        return array?.Items ?? [];
    }
}
