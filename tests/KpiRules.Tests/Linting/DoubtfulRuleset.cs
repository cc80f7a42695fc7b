// Takes an entry of Doubtful/*.json, gives the ruleset before and after the mistake, and what each of the two pays.
using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FluentAssertions;
using KpiRules.Testing;
using KpiRules.Tests.Support;

namespace KpiRules.Tests.Linting;

/// <summary>One mistake in a good ruleset.</summary>
internal sealed class DoubtfulRuleset
{
    private static readonly JsonDocumentOptions WithComments = new() { CommentHandling = JsonCommentHandling.Skip };

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly JsonObject _entry;

    private DoubtfulRuleset(string name, JsonObject entry)
    {
        (Name, _entry) = (name, entry);
        var text = File.ReadAllText(Repository.PathOf(Base.Split('/')));
        Unchanged = (JsonObject)JsonNode.Parse(text, documentOptions: WithComments)!;
        Mistaken = (JsonObject)JsonNode.Parse(text, documentOptions: WithComments)!;
        foreach (var (path, value) in (JsonObject)entry["set"]!)
            Put(Mistaken, path, value);
    }

    /// <summary>The file and the mistake in words.</summary>
    public string Name { get; }

    public string Base => _entry["base"]!.GetValue<string>();

    /// <summary>The code of the finding that a careful reader has.</summary>
    public string Code => _entry["finding"]!.GetValue<string>();

    /// <summary>The path of the value it is about.</summary>
    public string At => _entry["at"]!.GetValue<string>();

    /// <summary>Whether it has a figure; else <c>why</c> says what harm the mistake does.</summary>
    public bool HasFigure => _entry["pays"] is not null;

    /// <summary>Whether no rule finds it yet.</summary>
    public bool IsOpen => _entry["open"] is not null;

    public bool ChangesFigure => !JsonNode.DeepEquals(_entry["pays"]!["before"], _entry["pays"]!["after"]);

    public string? Why => _entry["why"]?.GetValue<string>();

    public JsonObject Unchanged { get; }

    public JsonObject Mistaken { get; }

    public static IEnumerable<DoubtfulRuleset> All() =>
        from file in Directory.GetFiles(Repository.PathOf("tests", "KpiRules.Tests", "Doubtful"), "*.json").Order(StringComparer.Ordinal)
        let code = Path.GetFileNameWithoutExtension(file)
        from entry in ((JsonArray)JsonNode.Parse(File.ReadAllText(file))!).Index()
        select new DoubtfulRuleset($"{code}[{entry.Index}] {entry.Item!["what"]}", (JsonObject)entry.Item);

    public static PolicyReadResult Read(JsonObject ruleset) => Policy.Read(ruleset.ToJsonString(Readable));

    /// <summary>What differs from the figure written down; empty where the ruleset pays it.</summary>
    /// <param name="ruleset">One of the two.</param>
    /// <param name="figure"><c>before</c> or <c>after</c>.</param>
    public IReadOnlyList<string> Differences(JsonObject ruleset, string figure)
    {
        var policy = Read(WithOneTest(ruleset, _entry["pays"]![figure])).Policy!;
        return RulesetTests.Run(policy).Single().Failures.Select(failure => failure.Message("en")).ToList();
    }

    /// <summary>Instead of its tests, one on the entry's facts that expects nothing but the figure.</summary>
    private JsonObject WithOneTest(JsonObject ruleset, JsonNode? figure)
    {
        var pays = (JsonObject)_entry["pays"]!;
        var source = pays["test"]?.GetValue<string>() is { } name
            ? ((JsonArray)ruleset["tests"]!).Single(test => test!["name"]!.GetValue<string>() == name)!
            : _entry["facts"]!;
        var test = (JsonObject)source.DeepClone();
        test["name"] = "figure";
        JsonObject expect = new() { [pays["result"]!.GetValue<string>()] = figure?.DeepClone() };
        if (pays["period"]?.GetValue<string>() is { } period)
            expect = new JsonObject { [period] = expect };
        if (pays["subject"]?.GetValue<string>() is { } subject)
            expect = new JsonObject { [subject] = expect };
        test["expect"] = expect;
        var changed = (JsonObject)ruleset.DeepClone();
        changed["tests"] = new JsonArray(test);
        return changed;
    }

    /// <summary>Puts a value where the path leads, or takes away what is there; objects on the way are made.</summary>
    private static void Put(JsonNode at, string path, JsonNode? value)
    {
        var steps = Regex.Matches(path, @"[^.\[\]]+").Select(step => step.Value).ToList();
        foreach (var step in steps.SkipLast(1))
            at = at is JsonArray list ? list[Index(step)]! : at[step] ??= new JsonObject();
        if (at is JsonArray values)
            values[Index(steps[^1])] = value!.DeepClone();
        else if (value is null)
            ((JsonObject)at).Remove(steps[^1]).Should().BeTrue("there is {0} to take away", path);
        else
            at[steps[^1]] = value.DeepClone();
    }

    private static int Index(string step) => int.Parse(step, CultureInfo.InvariantCulture);
}
