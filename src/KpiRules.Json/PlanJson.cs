// Writes a plan as JSON: the tree with its weights, the targets, exact numbers, null for not available.
using System.Linq;
using System.Text.Json;
using KpiRules.Planning;

namespace KpiRules.Json;

internal static class PlanJson
{
    public static void Write(Utf8JsonWriter json, PlanResult result, string language)
    {
        json.WriteStartObject();
        ValueJson.WriteStamp(json, result.RulesetId, result.RulesetVersion, result.ContentHash);
        json.WriteString("plan", result.Plan.Name);
        json.WriteString("kpi", result.Plan.Kpi);
        json.WriteBoolean("available", result.IsAvailable);
        if (result.Closed is { } closed)
            json.WriteString("closed", closed.ToString());
        if (result.Root is { } root)
        {
            Write(json, "total", result.Total);
            json.WritePropertyName("tree");
            Write(json, root);
            WriteTargets(json, result);
        }

        ValueJson.WriteIssues(json, result.Issues, language);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, PlanNode node)
    {
        json.WriteStartObject();
        if (node.Level.Length > 0)
            json.WriteString("level", node.Level);
        json.WriteString("name", node.Name);
        Write(json, "weight", node.Weight);
        Write(json, "part", node.Part);
        if (node.Children.Count > 0)
        {
            json.WriteStartArray("children");
            foreach (var child in node.Children)
                Write(json, child);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteTargets(Utf8JsonWriter json, PlanResult result)
    {
        json.WriteStartObject("targets");
        foreach (var subject in result.Subjects)
        {
            json.WriteStartObject(subject);
            if (result.IsSpread)
                Write(json, "achieved", result.Achieved(subject));
            WriteFactors(json, result, subject);
            foreach (var period in result.Periods)
            {
                json.WriteStartObject(period.ToString());
                Write(json, "target", result.Target(subject, period));
                foreach (var stretch in result.Plan.Stretch)
                    Write(json, stretch, result.Stretch(stretch, subject, period));
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    /// <summary>What formulas gave the subject for a factor, and how far the subject is; nothing where all factors are numbers.</summary>
    private static void WriteFactors(Utf8JsonWriter json, PlanResult result, string subject)
    {
        var names = result.Plan.Stretch.Where(stretch => result.Plan.FormulaOf(stretch) is not null).ToList();
        if (names.Count == 0)
            return;
        Write(json, "progress", result.Progress(subject));
        json.WriteStartObject("factors");
        foreach (var name in names)
            Write(json, name, result.Factor(name, subject));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, decimal? number)
    {
        json.WritePropertyName(name);
        ValueJson.Write(json, number);
    }
}
