using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using FluentAssertions;
using KpiRules.Comparing;
using KpiRules.Tests.Linting;
using KpiRules.Tests.Support;
using Xunit;

namespace KpiRules.Tests.Comparing;

/// <summary>Rulesets differ by what they say: never in silence where a figure is another, not at all where only the writing is.</summary>
public sealed class DifferenceTests
{
    private static readonly JsonDocumentOptions WithComments = new() { CommentHandling = JsonCommentHandling.Skip };

    private static readonly Lazy<Dictionary<string, DoubtfulRuleset>> Mistakes =
        new(() => DoubtfulRuleset.All().ToDictionary(entry => entry.Name));

    public static TheoryData<string> Entries => new(Mistakes.Value.Keys);

    public static TheoryData<string> Rulesets => new(Directory.GetFiles(Repository.PathOf("tests", "KpiRules.Tests", "Cases"), "*.json")
        .Concat(Directory.GetFiles(Repository.PathOf("rulesets"), "ruleset.json", SearchOption.AllDirectories))
        .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')).Order(StringComparer.Ordinal));

    /// <summary>Of each mistake of the corpus it is known by hand that it pays another figure.</summary>
    [Theory]
    [MemberData(nameof(Entries))]
    public void EveryMistakeOfTheCorpus_IsADifferenceThatMayChangeAResult(string name)
    {
        var entry = Mistakes.Value[name];
        var found = Differences(entry.Unchanged, entry.Mistaken);
        if (entry is { HasFigure: true, ChangesFigure: true })
            found.Should().Contain(difference => difference.ChangesNumbers);
        foreach (var difference in found)
        {
            difference.Message("zh").Should().NotBe(difference.Message("en")).And.NotContain("\n");
            (difference.PlaceBefore ?? difference.PlaceAfter).Should().NotBeNull("it is told by what is written");
        }
    }

    /// <summary>Other orders of properties, other ways to write numbers and formulas, other blanks.</summary>
    [Theory]
    [MemberData(nameof(Rulesets))]
    public void AnotherWayToWriteIt_IsNoDifference(string file)
    {
        var random = new Random(20261127);
        var before = Parsed(file);
        for (var i = 0; i < 5; i++)
            Differences(before, (JsonObject)Rewritten(before, random, isFormula: false)!).Should().BeEmpty();
    }

    /// <summary>A number changed anywhere is told, and nothing else; who is told of a warning after how long is no result.</summary>
    [Theory]
    [MemberData(nameof(Rulesets))]
    public void OneOtherNumber_IsOneDifference_AtItsPlace(string file)
    {
        var random = new Random(20261128);
        var before = Parsed(file);
        for (var i = 0; i < 40; i++)
        {
            var after = (JsonObject)before.DeepClone();
            var numbers = Numbers(after)
                .Where(number => !number.GetPath().StartsWith("$.tests", StringComparison.Ordinal)
                    && !number.GetPath().Contains(".escalate.", StringComparison.Ordinal))
                .ToList();
            if (numbers.Count == 0)
                return;
            var chosen = numbers[random.Next(numbers.Count)];
            var value = chosen.GetValue<decimal>();
            chosen.ReplaceWith(JsonValue.Create(value == 0 ? 0.5m : value * 1.5m));
            if (Policy.Read(after.ToJsonString()).Policy is null)
                continue;
            Differences(before, after).Should().ContainSingle("{0} is {1} times 1.5", chosen.GetPath(), value)
                .Which.Should().Match<RulesetDifference>(
                    difference => difference.ChangesNumbers && difference.Kind == DifferenceKind.Changed);
        }
    }

    private static IReadOnlyList<RulesetDifference> Differences(JsonObject before, JsonObject after) =>
        DoubtfulRuleset.Read(after).Policy!.DifferencesFrom(DoubtfulRuleset.Read(before).Policy!);

    private static JsonObject Parsed(string file) =>
        (JsonObject)JsonNode.Parse(File.ReadAllText(Repository.PathOf(file.Split('/'))), documentOptions: WithComments)!;

    private static IEnumerable<JsonValue> Numbers(JsonNode node) => node switch
    {
        JsonObject json => json.Select(member => member.Value).OfType<JsonNode>().SelectMany(Numbers),
        JsonArray list => list.OfType<JsonNode>().SelectMany(Numbers),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => [value],
        _ => [],
    };

    private static JsonNode? Rewritten(JsonNode? node, Random random, bool isFormula)
    {
        switch (node)
        {
            case JsonObject json:
                var members = json.ToList();
                for (var i = members.Count - 1; i > 0; i--)
                {
                    var other = random.Next(i + 1);
                    (members[i], members[other]) = (members[other], members[i]);
                }

                return new JsonObject(members.Select(member => new KeyValuePair<string, JsonNode?>(
                    member.Key, Rewritten(member.Value, random, member.Key is "formula" or "gate" or "amount" or "appliesTo" or "basis"))));
            case JsonArray list:
                return new JsonArray(list.Select(entry => Rewritten(entry, random, isFormula: false)).ToArray());
            case JsonValue value when value.GetValueKind() == JsonValueKind.Number && value.ToJsonString().Contains('.'):
                return JsonNode.Parse(value.ToJsonString() + "0");
            case JsonValue value when isFormula && value.GetValueKind() == JsonValueKind.String:
                return random.Next(2) == 0 ? $" ( {value.GetValue<string>()} ) " : value.GetValue<string>().Replace("(", "( ");
            default:
                return node?.DeepClone();
        }
    }
}
