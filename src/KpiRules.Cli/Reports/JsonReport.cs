// Writes what came of checking rulesets as JSON; docs/reports.md says what each property means.
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using KpiRules.Testing;

namespace KpiRules.Cli.Reports;

internal static class JsonReport
{
    /// <summary>Raised when a property changes its meaning or goes; new ones may come at any time.</summary>
    private const int Version = 1;

    public static void Write(Utf8JsonWriter json, string command, IReadOnlyList<CheckedRuleset> files)
    {
        json.WriteStartObject();
        json.WriteNumber("reportVersion", Version);
        json.WriteString("command", command);
        json.WriteNumber("exitCode", files.Max(file => file.ExitCode));
        json.WriteStartArray("files");
        foreach (var file in files)
            Write(json, file);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, CheckedRuleset file)
    {
        json.WriteStartObject();
        json.WriteString("file", file.File);
        json.WriteBoolean("read", file.Read is not null);
        json.WriteBoolean("usable", file.Read?.Policy is not null);
        json.WriteString("ruleset", file.Read?.Policy?.Id);
        json.WriteString("version", file.Read?.Policy?.Version);
        json.WriteString("contentHash", file.Read?.Policy?.ContentHash);
        json.WriteString("language", file.Language);
        json.WriteNumber("exitCode", file.ExitCode);
        json.WriteString("summary", file.Summary);
        json.WriteStartArray("remarks");
        foreach (var remark in file.Remarks)
            Write(json, remark);
        json.WriteEndArray();
        json.WriteNumber("omitted", file.Read?.OmittedDiagnostics ?? 0);
        if (file.Tests is not null)
            Write(json, file.Tests);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Remark remark)
    {
        json.WriteStartObject();
        json.WriteString("code", remark.Code);
        json.WriteString("level", LevelText.Of(remark.Level));
        json.WriteString("file", remark.File);
        json.WriteNumber("line", remark.Line);
        Write(json, "column", remark.Column);
        Write(json, "endLine", remark.EndLine);
        Write(json, "endColumn", remark.EndColumn);
        json.WriteString("message", remark.Message);
        json.WriteString("waived", remark.Waived);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } known)
            json.WriteNumber(name, known);
        else
            json.WriteNull(name);
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<RulesetTestResult> tests)
    {
        json.WriteStartArray("tests");
        foreach (var test in tests)
        {
            json.WriteStartObject();
            json.WriteString("name", test.Name);
            json.WriteString("file", test.File);
            json.WriteNumber("line", test.Line);
            json.WriteBoolean("passed", test.Passed);
            json.WriteNumber("expectations", test.Expectations);
            json.WriteNumber("failures", test.Failures.Count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
