// Reads the tests a ruleset carries; their facts and expectations are read when they run, against the policy.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Source.Json;

namespace KpiRules.Rulesets;

internal sealed class TestReader(DiagnosticBag diagnostics)
{
    private static readonly string[] BesideSubjects = ["given", "history", "records"];
    private static readonly string[] BesidePeriods = ["given", "history", "records", "subjects"];
    private static readonly string[] BesidePlan = ["period", "periods", "asOf"];

    public IReadOnlyList<TestDefinition> Read(JsonArray? tests) => (tests?.Items ?? []).Select(Read).OfType<TestDefinition>().ToList();

    private TestDefinition? Read(JsonValue value)
    {
        if (value is not JsonObject json)
        {
            diagnostics.Add(RulesetFaults.WrongEntry(value.Place, new Term("json.object"), value.Type));
            return null;
        }

        var reader = new ObjectReader(json, new Term("what.test"), diagnostics);
        var name = reader.RequiredText("name");
        var period = ReadPeriod(reader);
        foreach (var property in (string[])["given", "history", "subjects", "records", "tables", "periods"])
            reader.Object(property);
        if (reader.Required("expect") is { } expect && reader.As<JsonObject>(expect, "expect", "json.object") is { Members.Count: 0 })
            diagnostics.Add(RulesetFaults.Missing(expect.Place, "expect", new Term("what.test")));
        ReportBeside(json, "plan", BesidePlan);
        ReportBeside(json, "periods", BesidePeriods);
        if (json["periods"] is null)
            ReportBeside(json, "subjects", BesideSubjects);

        var asOf = reader.Date("asOf");
        var completeFrom = reader.Text("complete") is { } complete ? PeriodOf(complete, "complete") : null;
        var plan = reader.Text("plan");
        var closed = reader.Text("closed") is { } last ? PeriodOf(last, "closed") : null;
        if (json["closed"] is { } open && json["plan"] is null)
            diagnostics.Add(RulesetFaults.Missing(open.Place, "plan", new Term("what.test")));
        reader.Finish();
        new TestFactsCheck(diagnostics).Check(json);
        return name is null ? null : new TestDefinition(name, period, asOf, completeFrom, plan, closed, json);
    }

    private void ReportBeside(JsonObject json, string property, string[] others)
    {
        foreach (var other in json[property] is null ? [] : others)
        {
            if (json[other] is { } unused)
                diagnostics.Add(RulesetFaults.Beside(unused.Place, other, property));
        }
    }

    /// <summary>A test of a range or of a plan has no period of its own.</summary>
    private Period? ReadPeriod(ObjectReader reader)
    {
        var needed = reader.Json["periods"] is null && reader.Json["plan"] is null;
        var text = needed ? reader.RequiredText("period") : reader.Text("period");
        if (text is null)
            return null;
        if (!needed && reader.Json["plan"] is null)
            diagnostics.Add(RulesetFaults.Beside(text.Place, "period", "periods"));
        return PeriodOf(text, "period");
    }

    private Period? PeriodOf(JsonString text, string property)
    {
        if (Period.TryParse(text.Value, out var period))
            return period;
        diagnostics.Add(RulesetFaults.BadPeriod(text.Place, property, text.Value));
        return null;
    }
}
