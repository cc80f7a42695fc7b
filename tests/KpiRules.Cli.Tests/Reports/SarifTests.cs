using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using FluentAssertions;
using KpiRules.Cli.Reports;
using Xunit;

namespace KpiRules.Cli.Tests.Reports;

/// <summary>The rules of SARIF 2.1.0 (OASIS standard) that a code host refuses a file for.</summary>
public sealed class SarifTests
{
    [Theory]
    [InlineData("lint {}/doubtful.json {}/nowhere.json {}/broken.json --format sarif")]
    [InlineData("validate - --format sarif < {}/broken.json")]
    [InlineData("test {}/failing.json {}/store.json {}/plans.json --format sarif --language zh")]
    public void IsAsTheStandardDemands(string words)
    {
        ToolTests.Run(words, out var text);
        var log = JsonDocument.Parse(text).RootElement;
        log.GetProperty("version").GetString().Should().Be("2.1.0");
        log.GetProperty("$schema").GetString().Should().EndWith("sarif-schema-2.1.0.json");
        var run = log.GetProperty("runs").EnumerateArray().Single();
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().ToList();
        rules.Select(rule => rule.GetProperty("id").GetString()).Should().OnlyHaveUniqueItems();
        rules.Should().OnlyContain(rule => rule.GetProperty("shortDescription").GetProperty("text").GetString()!.Length > 0);
        var results = run.GetProperty("results").EnumerateArray().ToList();
        results.Should().NotBeEmpty();
        foreach (var result in results)
            IsGood(result, rules);
    }

    [Fact]
    public void RulesLeadToTheDocumentation_WhereItsAddressIsKnown()
    {
        var file = new CheckedRuleset(
            "a.json", "en", Policy.Read("{"), Policy.Read("{").Diagnostics, null, [], "", ExitCode.RulesetFails);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
            SarifReport.Write(json, [file], "1.2.3", new Uri("https://example.org/kpirules/blob/HEAD/"));
        Encoding.UTF8.GetString(stream.ToArray()).Should()
            .Contain("\"helpUri\":\"https://example.org/kpirules/blob/HEAD/docs/diagnostics.md#1-text\"");
    }

    private static void IsGood(JsonElement result, List<JsonElement> rules)
    {
        rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString()
            .Should().Be(result.GetProperty("ruleId").GetString());
        result.GetProperty("level").GetString().Should().BeOneOf("none", "note", "warning", "error");
        result.GetProperty("message").GetProperty("text").GetString().Should().NotBeEmpty();
        var place = result.GetProperty("locations").EnumerateArray().Single().GetProperty("physicalLocation");
        var uri = place.GetProperty("artifactLocation").GetProperty("uri").GetString()!;
        Uri.IsWellFormedUriString(uri, UriKind.RelativeOrAbsolute).Should().BeTrue(uri);
        var region = place.GetProperty("region");
        region.GetProperty("startLine").GetInt32().Should().BePositive();
        foreach (var bound in region.EnumerateObject())
        {
            bound.Name.Should().BeOneOf("startLine", "startColumn", "endLine", "endColumn");
            bound.Value.GetInt32().Should().BePositive();
        }

        if (result.TryGetProperty("suppressions", out var suppressions))
            suppressions.EnumerateArray().Single().GetProperty("kind").GetString().Should().BeOneOf("inSource", "external");
    }
}
