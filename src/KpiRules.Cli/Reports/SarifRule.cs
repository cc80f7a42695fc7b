// Writes a code as a rule of SARIF: what it means, what to do, and where to read on.
using System;
using System.Text.Json;

namespace KpiRules.Cli.Reports;

internal static class SarifRule
{
    public static void Write(Utf8JsonWriter json, string code, Uri? address)
    {
        json.WriteStartObject();
        json.WriteString("id", code);
        if (code == Remark.FailedTest)
            WriteText(json, "shortDescription", "a test that the ruleset carries fails");
        else if (DocumentedCodes.Of(code) is { } documented)
            Write(json, documented, address);
        json.WriteEndObject();
    }

    /// <summary>A brace begins a placeholder of a message with arguments; ours has none.</summary>
    public static string Escaped(string text) => text.Replace("{", "{{").Replace("}", "}}");

    private static void Write(Utf8JsonWriter json, DocumentedCode documented, Uri? address)
    {
        var place = $"{DocumentedCodes.Page}#{documented.Section}";
        WriteText(json, "shortDescription", documented.Meaning);
        WriteText(json, "help", $"{documented.WayOut} (see {place})");
        if (address is not null)
            json.WriteString("helpUri", new Uri(address, place).AbsoluteUri);
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", Escaped(text));
        json.WriteEndObject();
    }
}
