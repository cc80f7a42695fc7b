using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using KpiRules.Tests.Support;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace KpiRules.Tests.Shapes;

/// <summary>Good and bad rulesets with one change to their structure, such as somebody makes who edits by hand.</summary>
internal sealed class StructuralMutation
{
    private const int MostTests = 4;

    private static readonly string[] Odd =
    [
        "null", "true", "false", "\"\"", "\"abc\"", "-1", "0", "1.5", "[]", "{}", "[1, \"x\"]", "{ \"x\": 1 }", "\"GIVEN\"",
        "\"2026-02-30\"", "100000",
    ];

    private readonly List<JObject> _rulesets = Files().Select(Read).OfType<JObject>().ToList();
    private readonly string[] _names;
    private readonly Dictionary<string, JToken[]> _values;

    public StructuralMutation()
    {
        var properties = _rulesets.SelectMany(ruleset => ruleset.Descendants().OfType<JProperty>()).ToList();
        _names = properties.Select(property => property.Name).Distinct().ToArray();
        _values = properties.GroupBy(property => property.Name)
            .ToDictionary(group => group.Key, group => group.Select(property => property.Value).Take(300).ToArray());
    }

    /// <summary>The text of a ruleset after the change.</summary>
    public string Next(Random random)
    {
        var ruleset = (JObject)Of(_rulesets, random).DeepClone();
        var properties = ruleset.Descendants().OfType<JProperty>().ToList();
        var property = Of(properties, random);
        switch (random.Next(6))
        {
            case 0:
                property.Remove();
                break;
            case 1 when property.Name.Length > 1 && !property.Name.Any(char.IsSurrogate):
                var misspelt = property.Name.Remove(random.Next(property.Name.Length), 1);
                if (property.Parent![misspelt] is null)
                    property.Replace(new JProperty(misspelt, property.Value));
                break;
            case 2:
                property.Value = OddOne(random);
                break;
            case 3:
                property.Value = Of(_values[property.Name], random).DeepClone();
                break;
            case 4:
                var name = Of(_names, random);
                if (property.Parent![name] is null)
                    ((JObject)property.Parent).Add(name, random.Next(2) == 0 ? OddOne(random) : Of(_values[name], random).DeepClone());
                break;
            default:
                var lists = ruleset.Descendants().OfType<JArray>().Where(list => list.Count > 0).ToList();
                if (lists.Count > 0 && Of(lists, random) is var chosen)
                    chosen[random.Next(chosen.Count)] = OddOne(random);
                break;
        }

        return ruleset.ToString();
    }

    private static JToken OddOne(Random random) => JToken.Parse(Of(Odd, random));

    private static T Of<T>(IReadOnlyList<T> list, Random random) => list[random.Next(list.Count)];

    private static IEnumerable<string> Files() =>
        new[] { "rulesets", "tests/KpiRules.Tests/Cases", "tests/KpiRules.Tests/Invalid" }
            .SelectMany(folder => Directory.GetFiles(Repository.PathOf(folder.Split('/')), "*.json", SearchOption.AllDirectories))
            .Where(file => !file.EndsWith(".schema.json", StringComparison.Ordinal))
            .OrderBy(file => file, StringComparer.Ordinal);

    /// <summary>Null for a text that is no JSON object to others than us, or extends another.</summary>
    private static JObject? Read(string file)
    {
        var text = File.ReadAllText(file);
        try
        {
            using var document = System.Text.Json.JsonDocument.Parse(
                text, new System.Text.Json.JsonDocumentOptions { CommentHandling = System.Text.Json.JsonCommentHandling.Skip });
            using var reader = new JsonTextReader(new StringReader(text))
            {
                DateParseHandling = DateParseHandling.None,
                FloatParseHandling = FloatParseHandling.Decimal,
            };
            var json = JObject.Load(reader, new JsonLoadSettings { CommentHandling = CommentHandling.Ignore });
            if (json["tests"] is JArray tests)
                json["tests"] = new JArray(tests.Take(MostTests));
            return json["extends"] is null && json.HasValues && !text.Contains("\\ud", StringComparison.OrdinalIgnoreCase) ? json : null;
        }
        catch (Exception fault) when (fault is JsonException or System.Text.Json.JsonException or OverflowException)
        {
            return null;
        }
    }
}
