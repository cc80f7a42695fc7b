// Checks the facts and expectations of a test: values are single ones, periods are periods, subjects have names.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Source.Json;

namespace KpiRules.Rulesets;

internal sealed class TestFactsCheck(DiagnosticBag diagnostics)
{
    public void Check(JsonObject test)
    {
        CheckSubject(test);
        CheckLists(test["tables"] as JsonObject);
        new TestRangeCheck(diagnostics).Check(test["periods"] as JsonObject);
        var subjects = test["subjects"] as JsonObject;
        foreach (var member in subjects?.Members ?? [])
        {
            if (member.Name.Value.Length == 0)
                diagnostics.Add(RulesetFaults.BadId(member.Name.Place, ""));
            if (member.Value is not JsonObject subject)
            {
                ReportType(member, "json.object");
                continue;
            }

            CheckSubject(subject);
            foreach (var fact in subject.Members)
            {
                if (fact.Name.Value is not ("given" or "history" or "records"))
                    CheckValue(fact);
            }
        }

        if (test["expect"] is not JsonObject expect)
            return;
        foreach (var member in expect.Members)
        {
            // by subject and period, by subject or period, or of the only subject in the only period
            if (test["plan"] is not null)
                CheckTargets(member);
            else if (subjects is null && test["periods"] is null)
                CheckValue(member);
            else
                CheckValues(member.Value as JsonObject);
        }
    }

    private void CheckTargets(JsonMember subject)
    {
        if (subject.Value is not JsonObject targets)
            ReportType(subject, "json.object");
        else
            CheckTargetsOf(targets);
    }

    /// <summary>A target, or the columns of the plan's table by name.</summary>
    private void CheckTargetsOf(JsonObject targets)
    {
        foreach (var member in targets.Members)
        {
            if (member.Value is JsonObject columns)
                CheckValues(columns);
            else
                CheckValue(member);
        }
    }

    private void CheckSubject(JsonObject json)
    {
        CheckValues(json["given"] as JsonObject);
        CheckLists(json["records"] as JsonObject);
        foreach (var property in (string[])["history", "periods"])
        {
            foreach (var member in (json[property] as JsonObject)?.Members ?? [])
                CheckPeriod(property, member);
        }
    }

    private void CheckPeriod(string property, JsonMember member)
    {
        if (!Period.TryParse(member.Name.Value, out _))
            diagnostics.Add(RulesetFaults.BadPeriod(member.Name.Place, property, member.Name.Value));
        if (member.Value is not JsonObject facts)
        {
            ReportType(member, "json.object");
            return;
        }

        // a fact may be called tables too, for it is a single value
        var tables = facts["tables"] as JsonObject;
        CheckValues(facts.Members.Where(fact => tables is null || fact.Value != tables));
        CheckLists(facts["records"] as JsonObject);
        CheckLists(tables);
    }

    private void CheckLists(JsonObject? lists)
    {
        foreach (var list in lists?.Members ?? [])
        {
            if (list.Value is not JsonArray rows)
            {
                ReportType(list, "json.array");
                continue;
            }

            foreach (var row in rows.Items)
            {
                if (row is JsonObject record)
                    CheckValues(record);
                else
                    diagnostics.Add(RulesetFaults.WrongEntry(row.Place, new Term("json.object"), row.Type));
            }
        }
    }

    private void CheckValues(JsonObject? json) => CheckValues(json?.Members ?? []);

    private void CheckValues(IEnumerable<JsonMember> members)
    {
        foreach (var member in members)
        {
            if (member.Name.Value != "records")
                CheckValue(member);
        }
    }

    private void CheckValue(JsonMember member)
    {
        if (member.Value is JsonObject or JsonArray)
            ReportType(member, "json.single");
    }

    private void ReportType(JsonMember member, string needed) =>
        diagnostics.Add(RulesetFaults.WrongType(member.Value.Place, member.Name.Value, new Term(needed), member.Value.Type));
}
