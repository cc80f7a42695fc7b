// Checks the facts and expectations of a test: values are single ones, periods are periods, subjects have names.
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Source.Json;

namespace KpiRules.Rulesets;

internal sealed class TestFactsCheck(DiagnosticBag diagnostics)
{
    public void Check(JsonObject test)
    {
        CheckSubject(test);
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

        // a test of a range or a plan expects by period or by subject, which a later version reads
        if (test["periods"] is not null || test["plan"] is not null || test["expect"] is not JsonObject expect)
            return;
        foreach (var member in expect.Members)
        {
            if (subjects is null)
                CheckValue(member);
            else
                CheckValues(member.Value as JsonObject);
        }
    }

    private void CheckSubject(JsonObject json)
    {
        CheckValues(json["given"] as JsonObject);
        foreach (var member in (json["history"] as JsonObject)?.Members ?? [])
        {
            if (!Period.TryParse(member.Name.Value, out _))
                diagnostics.Add(RulesetFaults.BadPeriod(member.Name.Place, "history", member.Name.Value));
            if (member.Value is JsonObject facts)
                CheckValues(facts);
            else
                ReportType(member, "json.object");
        }
    }

    private void CheckValues(JsonObject? json)
    {
        foreach (var member in json?.Members ?? [])
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
