using System.Collections.Generic;
using System.IO;
using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Rulesets;
using KpiRules.Testing;
using Newtonsoft.Json.Linq;
using Xunit;

namespace KpiRules.Tests;

public sealed class ExtensionTests
{
    private const string Base = """
        {
          "id": "base", "version": "1", "settings": { "language": "en" },
          "measures": { "sales": { "unit": "money" }, "cost": {} },
          "kpis": { "margin": { "formula": "(sales - cost) / sales", "target": 0.2, "weight": 5 }, "old": { "formula": "sales" } },
          "tests": [ { "name": "of the base", "period": "2026-03", "given": {}, "expect": { "margin": 1 } } ]
        }
        """;

    private const string Overlay = """
        {
          "id": "overlay", "version": "7", "extends": "base",
          "kpis": { "margin": { "target": 0.3, "weight": null }, "old": null, "new": { "formula": "sales * 2" } }
        }
        """;

    [Fact]
    public void Overlay_ChangesRemovesAndAdds()
    {
        var policy = Policy.Read(Overlay, "overlay.json", new Rulesets { ["base"] = Base }).Policy!;
        (policy.Id, policy.Version, policy.Language).Should().Be(("overlay", "7", "en"));
        policy.Kpis.Select(kpi => kpi.Name).Should().Equal("margin", "new");
        RulesetTests.Run(policy).Should().BeEmpty("the base's tests are not inherited");
        var result = policy.Evaluate(new Subject("s") { ["sales"] = 100, ["cost"] = 70 }, Period.Parse("2026-03"));
        (result.Kpis["margin"].Target, result.Kpis["margin"].Attainment, result.Kpis["new"].Value).Should().Be((0.3m, 1m, 200m));
    }

    [Fact]
    public void ABaseMayExtendAFurtherOne()
    {
        var middle = """{ "id": "middle", "version": "1", "extends": "base", "kpis": { "margin": { "target": 0.25 } } }""";
        var top = """{ "id": "top", "version": "1", "extends": "middle", "kpis": { "old": null } }""";
        var policy = Policy.Read(top, "top.json", new Rulesets { ["base"] = Base, ["middle"] = middle }).Policy!;
        policy.Kpis.Select(kpi => kpi.Name).Should().Equal("margin");
        policy.Evaluate(new Subject("s"), Period.Parse("2026-03")).Kpis["margin"].Target.Should().Be(0.25m);
    }

    [Fact]
    public void AFaultStandsInTheFileThatHasIt()
    {
        var read = Policy.Read(
            Overlay.Replace("sales * 2", "slaes"),
            "overlay.json",
            new Rulesets { ["base"] = Base.Replace("(sales - cost)", "(sales - csot)") });
        read.Diagnostics.Select(diagnostic => diagnostic.ToString()).Should().Equal(
            "base.json:4:46: error KPI3002: unknown name 'csot' in the formula of 'margin'; did you mean 'cost'?",
            "overlay.json:3:92: error KPI3002: unknown name 'slaes' in the formula of 'new'; did you mean 'sales'?");
    }

    [Theory]
    [InlineData(
        """{ "id": "a", "version": "1", "extends": "nobody" }""", "a.json:1:41: error KPI2020: there is no ruleset 'nobody' to extend")]
    [InlineData(
        """{ "id": "a", "version": "1", "extends": "a" }""", "a.json:1:41: error KPI2021: rulesets extend each other in a circle: a → a")]
    [InlineData(
        """{ "id": "a", "version": "1", "extends": "b" }""",
        "b.json:1:41: error KPI2021: rulesets extend each other in a circle: a → b → a")]
    [InlineData(
        """{ "id": "a", "version": "1", "extends": 5 }""",
        "a.json:1:41: error KPI2002: 'extends' must be a text in double quotes, but is a number")]
    [InlineData(
        """{ "id": "a", "version": "1", "extends": "broken" }""",
        "broken.json:1:3: error KPI1005: the property name id needs double quotes: \"id\"")]
    public void WhatCannotBeExtended_IsRefused(string text, string expected)
    {
        var source = new Rulesets { ["a"] = text, ["b"] = """{ "id": "b", "version": "1", "extends": "a" }""", ["broken"] = "{ id: 1 }" };
        var read = Policy.Read(text, "a.json", source);
        read.Policy.Should().BeNull();
        read.Diagnostics.Select(diagnostic => diagnostic.ToString()).Should().Contain(expected);
    }

    [Fact]
    public void MoreThanSixtyFour_AreRefusedAtTheOneThatGoesTooFar()
    {
        var source = new Rulesets();
        for (var i = 1; i <= 20_000; i++)
            source[$"r{i}"] = $$"""{ "id": "r{{i}}", "version": "1", "extends": "r{{i + 1}}" }""";
        source["r64"] = """{ "id": "r64", "version": "1", "kpis": { "k": { "formula": "1" } } }""";
        Policy.Read("""{ "id": "r0", "version": "1", "extends": "r1" }""", "r0.json", source).Policy!.Kpis.Should().ContainSingle();
        source["r64"] = """{ "id": "r64", "version": "1", "extends": "r65" }""";
        var read = Policy.Read("""{ "id": "r0", "version": "1", "extends": "r1" }""", "r0.json", source);
        (read.Diagnostics[0].Print("en"), read.Diagnostics[0].Message("zh")).Should().Be((
            "r64.json:1:43: error KPI2070: rulesets extend each other more than 64 deep\n    { \"id\": \"r64\", \"version\": \"1\", "
                + "\"extends\": \"r65\" }\n                                              ^^^^^",
            "规则集层层扩展，超过 64 层"));
    }

    [Fact]
    public void AFile_IsExtendedFromBesideIt()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            Directory.CreateDirectory(Path.Combine(folder.FullName, "company"));
            Directory.CreateDirectory(Path.Combine(folder.FullName, "base"));
            File.WriteAllText(Path.Combine(folder.FullName, "base", "ruleset.json"), Base);
            var overlay = Path.Combine(folder.FullName, "company", "ruleset.json");
            File.WriteAllText(overlay, Overlay);
            Policy.Load(overlay).Kpis.Should().HaveCount(2);
            File.WriteAllText(Path.Combine(folder.FullName, "company", "base.json"), Base.Replace("\"old\"", "\"other\""));
            Policy.Load(overlay).Kpis.Should().HaveCount(3, "a file in the same folder comes first");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The examples of RFC 7396, appendix A, that have an object as patch.</summary>
    [Theory]
    [InlineData("""{"a":"b"}""", """{"a":"c"}""", """{"a":"c"}""")]
    [InlineData("""{"a":"b"}""", """{"b":"c"}""", """{"a":"b","b":"c"}""")]
    [InlineData("""{"a":"b"}""", """{"a":null}""", "{}")]
    [InlineData("""{"a":"b","b":"c"}""", """{"a":null}""", """{"b":"c"}""")]
    [InlineData("""{"a":["b"]}""", """{"a":"c"}""", """{"a":"c"}""")]
    [InlineData("""{"a":"c"}""", """{"a":["b"]}""", """{"a":["b"]}""")]
    [InlineData("""{"a":{"b":"c"}}""", """{"a":{"b":"d","c":null}}""", """{"a":{"b":"d"}}""")]
    [InlineData("""{"a":[{"b":"c"}]}""", """{"a":[1]}""", """{"a":[1]}""")]
    [InlineData("""{"e":null}""", """{"a":1}""", """{"e":null,"a":1}""")]
    [InlineData("[1,2]", """{"a":"b","c":null}""", """{"a":"b"}""")]
    [InlineData("{}", """{"a":{"bb":{"ccc":null}}}""", """{"a":{"bb":{}}}""")]
    public void MergePatch_DoesWhatTheRfcSays(string target, string patch, string expected)
    {
        var merged = MergePatch.Apply(Json(target), Json(patch));
        JToken.DeepEquals(JToken.Parse(Written(merged)), JToken.Parse(expected)).Should().BeTrue(Written(merged));
    }

    private static KpiRules.Source.Json.JsonValue Json(string text) =>
        KpiRules.Source.Json.JsonReader.Read(new KpiRules.Source.SourceText("x", text), new KpiRules.Diagnostics.DiagnosticBag())!;

    private static string Written(KpiRules.Source.Json.JsonValue value) => value switch
    {
        KpiRules.Source.Json.JsonObject json =>
            "{" + string.Join(",", json.Members.Select(member => $"\"{member.Name.Value}\":{Written(member.Value)}")) + "}",
        KpiRules.Source.Json.JsonArray array => "[" + string.Join(",", array.Items.Select(Written)) + "]",
        KpiRules.Source.Json.JsonString text => $"\"{text.Value}\"",
        KpiRules.Source.Json.JsonNumber number => number.Value.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => "null",
    };

    private sealed class Rulesets : Dictionary<string, string>, IRulesetSource
    {
        public RulesetText? Find(string id) => TryGetValue(id, out var text) ? new RulesetText(id + ".json", text) : null;
    }
}
