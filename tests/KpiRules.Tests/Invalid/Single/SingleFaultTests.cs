using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using FluentAssertions;
using KpiRules.Tests.Support;
using Xunit;

namespace KpiRules.Tests.Invalid.Single;

/// <summary>
/// One fault is one diagnostic, whoever names the faulty definition's results: nobody else is told that they are not there.
/// </summary>
public sealed class SingleFaultTests
{
    private static readonly string Folder = Repository.PathOf("tests", "KpiRules.Tests", "Invalid", "Single");

    public static TheoryData<string> Faults => new(AllFaults().Select(fault => (string)fault!["fault"]!));

    [Fact]
    public void WithoutAFault_NothingIsReported() =>
        Policy.Read(Whole().ToJsonString()).Diagnostics.Select(diagnostic => diagnostic.ToString()).Should().BeEmpty();

    /// <summary>A fault is a change of the ruleset, as a JSON Merge Patch, and the code it has.</summary>
    [Theory]
    [MemberData(nameof(Faults))]
    public void OneFault_IsOneDiagnostic(string name)
    {
        var fault = AllFaults().Single(fault => (string?)fault!["fault"] == name)!;
        var read = Policy.Read(Patched(Whole(), fault["change"])!.ToJsonString());
        read.Diagnostics.Select(diagnostic => diagnostic.ToString())
            .Should().ContainSingle().Which.Should().Contain((string?)fault["code"]);
    }

    private static JsonNode Whole() => Read("every-section.json");

    private static JsonArray AllFaults() => (JsonArray)Read("faults.json");

    private static JsonNode Read(string file) =>
        JsonNode.Parse(
            File.ReadAllText(Path.Combine(Folder, file)),
            documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip })!;

    private static JsonNode? Patched(JsonNode? target, JsonNode? patch)
    {
        if (patch is not JsonObject changes)
            return patch?.DeepClone();
        var result = target is JsonObject given ? (JsonObject)given.DeepClone() : [];
        foreach (var (name, change) in changes)
        {
            if (change is null)
                result.Remove(name);
            else
                result[name] = Patched(result[name], change);
        }

        return result;
    }
}
