// Writes diagnostics as JSON: code, severity, place, path and message.
using System;
using System.Collections.Generic;
using System.Text.Json;
using KpiRules.Diagnostics;

namespace KpiRules.AspNetCore.Responses;

internal static class DiagnosticJson
{
    /// <param name="nameOf">What to call a file; null for as it is known.</param>
    public static void WriteList(
        Utf8JsonWriter json, IReadOnlyList<Diagnostic> diagnostics, string language, Func<string, string>? nameOf = null)
    {
        json.WriteStartArray("diagnostics");
        foreach (var diagnostic in diagnostics)
        {
            json.WriteStartObject();
            json.WriteString("code", diagnostic.Code);
            json.WriteString("severity", diagnostic.Severity == DiagnosticSeverity.Error ? "error" : "warning");
            json.WriteString("file", nameOf?.Invoke(diagnostic.File) ?? diagnostic.File);
            json.WriteNumber("line", diagnostic.Line);
            json.WriteNumber("column", diagnostic.Column);
            json.WriteNumber("endLine", diagnostic.EndLine);
            json.WriteNumber("endColumn", diagnostic.EndColumn);
            json.WriteString("path", diagnostic.Path);
            json.WriteString("message", diagnostic.Message(language));
            if (diagnostic.Suggestion is { } suggestion)
                json.WriteString("suggestion", suggestion);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
