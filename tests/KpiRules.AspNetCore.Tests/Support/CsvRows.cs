// The tool's files of facts as a client of HTTP would send them.
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using KpiRules.Tests.Support;

namespace KpiRules.AspNetCore.Tests.Support;

internal static class CsvRows
{
    public static JsonArray Of(string file)
    {
        var lines = File.ReadAllLines(Repository.PathOf("tests", "KpiRules.Cli.Tests", "Files", file))
            .Where(line => line.Length > 0).Select(line => line.Split(',')).ToList();
        return new JsonArray(lines.Skip(1).Select(fields => (JsonNode)Row(lines[0], fields)).ToArray());
    }

    private static JsonObject Row(string[] header, string[] fields)
    {
        var row = new JsonObject();
        foreach (var (name, field) in header.Zip(fields).Where(pair => pair.Second.Length > 0))
            row[name] = decimal.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                ? JsonValue.Create(number)
                : JsonValue.Create(field);
        return row;
    }
}
