using System.Collections.Generic;
using System.IO;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Tests.Support;
using Newtonsoft.Json.Linq;

namespace KpiRules.Tests.Fuzzing;

/// <summary>Documents to begin with: small ones, for a mutated input of a few kilobytes is read in a few milliseconds.</summary>
internal static class FuzzCorpus
{
    private const int Longest = 6_000;

    /// <summary>The acceptance cases, mostly with few tests, and fewer bad rulesets and sections of the great ones.</summary>
    public static IReadOnlyList<string> Rulesets { get; } = Enumerable.Repeat(Cases, 6)
        .SelectMany(texts => texts)
        .Concat(Bad)
        .Concat(Parts).ToList();

    /// <summary>Policies whose facts are mutated.</summary>
    public static IReadOnlyList<Policy> Policies { get; } = Texts("Cases")
        .Select(text => Policy.Read(text).Policy).OfType<Policy>().ToList();

    /// <summary>Lists of facts, with fields of records too, in the names of the cases.</summary>
    public static IReadOnlyList<string> Facts { get; } = Policies.Select(FactsOf).ToList();

    private static List<string> Cases => Texts("Cases").SelectMany(text => new[] { text, WithTests(text, 0), WithTests(text, 2) }).ToList();

    private static IEnumerable<string> Bad => Texts("Invalid").Where(text => text.Length is > 0 and < Longest);

    private static IEnumerable<string> Parts => new[] { "retail-store", "adventure-works" }
        .Select(folder => JObject.Parse(File.ReadAllText(Repository.PathOf("rulesets", folder, "ruleset.json"))))
        .SelectMany(json => json.Properties().Where(section => section.Value is JObject)
            .SelectMany(section => Chunks((JObject)section.Value).Select(chunk =>
                new JObject(new JProperty("id", "part"), new JProperty("version", "1"), new JProperty(section.Name, chunk)).ToString())))
        .Where(text => text.Length < Longest);

    private static IEnumerable<JObject> Chunks(JObject section) => section.Properties().Chunk(4).Select(members => new JObject(members));

    private static IEnumerable<string> Texts(string folder) =>
        Directory.GetFiles(Repository.PathOf("tests", "KpiRules.Tests", folder), "*.json")
            .OrderBy(file => file, System.StringComparer.Ordinal).Select(File.ReadAllText);

    /// <summary>Without most of its tests, which are what takes time.</summary>
    private static string WithTests(string text, int tests)
    {
        var json = JObject.Parse(text, new JsonLoadSettings { CommentHandling = CommentHandling.Ignore });
        json["tests"] = new JArray(((JArray?)json["tests"] ?? []).Take(tests));
        return json.ToString();
    }

    private static string FactsOf(Policy policy)
    {
        var rows = new JArray();
        foreach (var (subject, month) in new[] { ("ann", 1), ("ann", 2), ("ann", 3), ("bob", 3), ("eve", 2) })
        {
            var row = new JObject
            {
                ["subject"] = subject,
                ["period"] = Period.Containing(policy.Period, new System.DateTime(2026, month, 10)).ToString()
            };
            foreach (var fact in policy.Facts.Take(8))
                row[fact.Name] = fact.Kind switch
                {
                    ValueKind.Number => month * 10,
                    ValueKind.Boolean => true,
                    ValueKind.Date => "2026-01-31",
                    _ => fact.Values?[0] ?? "north"
                };
            rows.Add(row);
        }

        return rows.ToString(Newtonsoft.Json.Formatting.None);
    }
}
