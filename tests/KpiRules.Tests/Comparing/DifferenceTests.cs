using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using FluentAssertions;
using KpiRules.Comparing;
using KpiRules.Testing;
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

    /// <summary>Two entries exchanged, or something left out: where no result may change by it, none of the tests' does.</summary>
    [Theory]
    [MemberData(nameof(Rulesets))]
    public void WhereNoResultMayChange_TheFiguresOfAllTestsAreTheSame(string file)
    {
        var random = new Random(20261129);
        var before = Parsed(file);
        var policy = DoubtfulRuleset.Read(before).Policy!;
        var figures = new Lazy<IReadOnlyList<string>>(() => Figures(policy, policy));
        var rules = (JsonObject)before.DeepClone();
        rules.Remove("tests");
        var count = Nodes(rules).Count();
        var lists = Nodes(rules).Index().Where(node => node.Item is JsonArray { Count: > 1 }).Select(node => node.Index);
        foreach (var chosen in lists.Concat(Enumerable.Range(0, 50).Select(_ => random.Next(1, count))))
        {
            var after = (JsonObject)rules.DeepClone();
            var node = Nodes(after).ElementAt(chosen);
            var path = node.GetPath();
            if (node is JsonArray { Count: > 1 } list)
            {
                var first = list[0];
                list.RemoveAt(0);
                list.Insert(1, first);
            }
            else if (node.Parent is JsonObject parent)
                parent.Remove(node.GetPropertyName());

            if (DoubtfulRuleset.Read(after).Policy is { } changed
                && changed.DifferencesFrom(policy).All(difference => !difference.ChangesNumbers))
                Figures(changed, policy).Should().Equal(figures.Value, "of {0}, nothing is told that may change a result", path);
        }
    }

    /// <summary>Every result of every test's facts.</summary>
    private static IReadOnlyList<string> Figures(Policy policy, Policy tests) =>
    [
        .. from test in tests.Tests
           where test.Plan is null
           from evaluation in new RulesetTest(policy, test).Evaluate()
           from subject in evaluation.Subjects
           from result in tests.Results
           let found = evaluation[subject].TryGet(result.Name, out var value) ? value.Value.ToString() : "no such result"
           select $"{test.Name.Value} {evaluation.Period} {subject} {result.Name}: {found}",
    ];

    private static IEnumerable<JsonNode> Nodes(JsonNode node) => node switch
    {
        JsonObject json => json.Select(member => member.Value).OfType<JsonNode>().SelectMany(Nodes).Prepend(node),
        JsonArray list => list.OfType<JsonNode>().SelectMany(Nodes).Prepend(node),
        _ => [node],
    };

    private static IReadOnlyList<RulesetDifference> Differences(JsonObject before, JsonObject after) =>
        DoubtfulRuleset.Read(after).Policy!.DifferencesFrom(DoubtfulRuleset.Read(before).Policy!);

    private static JsonObject Parsed(string file) =>
        (JsonObject)JsonNode.Parse(File.ReadAllText(Repository.PathOf(file.Split('/'))), documentOptions: WithComments)!;

    private static IEnumerable<JsonValue> Numbers(JsonNode node) =>
        Nodes(node).OfType<JsonValue>().Where(value => value.GetValueKind() == JsonValueKind.Number);

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
