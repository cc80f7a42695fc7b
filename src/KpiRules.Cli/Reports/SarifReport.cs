// Writes what came of checking rulesets as SARIF 2.1.0 (OASIS), which code hosts and editors read.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace KpiRules.Cli.Reports;

internal static class SarifReport
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";

    /// <param name="version">The tool's own, three numbers.</param>
    /// <param name="address">Where the documentation of this version is; null where that is not known.</param>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<CheckedRuleset> files, string version, Uri? address)
    {
        var codes = files.SelectMany(file => file.Remarks).Select(remark => remark.Code).Distinct()
            .OrderBy(code => code, StringComparer.Ordinal).ToList();
        json.WriteStartObject();
        json.WriteString("$schema", Schema);
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "kpirules");
        json.WriteString("semanticVersion", version);
        json.WriteStartArray("rules");
        foreach (var code in codes)
            SarifRule.Write(json, code, address);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        WriteInvocation(json, files);
        json.WriteString("columnKind", "unicodeCodePoints");
        json.WriteStartArray("results");
        foreach (var remark in files.SelectMany(file => file.Remarks))
            Write(json, remark, codes.IndexOf(remark.Code));
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>A file that cannot be read is no result: nothing is known of it.</summary>
    private static void WriteInvocation(Utf8JsonWriter json, IReadOnlyList<CheckedRuleset> files)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", files.All(file => file.Read is not null));
        json.WriteNumber("exitCode", files.Max(file => file.ExitCode));
        json.WriteStartArray("toolExecutionNotifications");
        foreach (var file in files.Where(file => file.Read is null))
        {
            json.WriteStartObject();
            json.WriteString("level", "error");
            WriteMessage(json, file.Summary);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Remark remark, int rule)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", remark.Code);
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("level", LevelText.Of(remark.Level));
        WriteMessage(json, remark.Message);
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", UriOf(remark.File));
        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", remark.Line);
        if (remark.Column is { } column)
            json.WriteNumber("startColumn", column);
        if (remark.EndLine is { } endLine)
            json.WriteNumber("endLine", endLine);
        if (remark.EndColumn is { } endColumn)
            json.WriteNumber("endColumn", endColumn);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        if (remark.Waived is { } reason)
        {
            json.WriteStartArray("suppressions");
            json.WriteStartObject();
            json.WriteString("kind", "inSource");
            json.WriteString("justification", reason);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteMessage(Utf8JsonWriter json, string text)
    {
        json.WriteStartObject("message");
        json.WriteString("text", SarifRule.Escaped(text));
        json.WriteEndObject();
    }

    /// <summary>A relative path stays relative: to the folder where the tool runs, in a build the root of the sources.</summary>
    private static string UriOf(string file) => Path.IsPathRooted(file)
        ? new Uri(Path.GetFullPath(file)).AbsoluteUri
        : string.Join("/", file.Split('/', Path.DirectorySeparatorChar).Select(Uri.EscapeDataString));
}
