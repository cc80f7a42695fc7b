// Writes what came of a ruleset's tests as JSON.
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using KpiRules.Json;
using KpiRules.Testing;

namespace KpiRules.AspNetCore.Responses;

internal static class TestJson
{
    public static void Write(Utf8JsonWriter json, Policy policy, IReadOnlyList<RulesetTestResult> tests, string language)
    {
        json.WriteStartObject();
        ValueJson.WriteStamp(json, policy.Id, policy.Version, policy.ContentHash);
        json.WriteNumber("passed", tests.Count(test => test.Passed));
        json.WriteNumber("failed", tests.Count(test => !test.Passed));
        json.WriteStartArray("tests");
        foreach (var test in tests)
            Write(json, test, language);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, RulesetTestResult test, string language)
    {
        json.WriteStartObject();
        json.WriteString("name", test.Name);
        json.WriteNumber("line", test.Line);
        json.WriteBoolean("passed", test.Passed);
        json.WriteNumber("expectations", test.Expectations);
        json.WriteStartArray("failures");
        foreach (var failure in test.Failures)
        {
            json.WriteStartObject();
            json.WriteString("result", failure.Result);
            json.WriteNumber("line", failure.Line);
            json.WriteNumber("column", failure.Column);
            json.WriteString("message", failure.Message(language));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        ValueJson.WriteIssues(json, test.Issues, language);
        json.WriteEndObject();
    }
}
