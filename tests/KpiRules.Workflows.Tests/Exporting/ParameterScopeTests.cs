using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using FluentAssertions;
using Newtonsoft.Json.Linq;
using Xunit;

namespace KpiRules.Workflows.Tests.Exporting;

/// <summary>A rule is given the parameters it needs, each behind all it names, and no others.</summary>
public sealed class ParameterScopeTests
{
    public static TheoryData<string> Names => ExportedRulesets.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void ARule_SeesWhatItNeeds_AndNothingElse(string name)
    {
        var workflow = RulesEngineExport.Write(Policy.Load(ExportedRulesets.Files[name]));
        var json = JArray.Parse(workflow.Json).Single();
        var global = Parameters(json["GlobalParams"]);
        global.Should().NotContain(
            parameter => !Regex.IsMatch(parameter.Value, @"^-?[0-9.]+m$|^(true|false)$|^""|^DateTime"),
            "only constants are seen by every rule");
        var everywhere = new HashSet<string>(global.Keys);
        var used = new HashSet<string>();
        foreach (var rule in json["Rules"]!)
        {
            var own = Parameters(rule["LocalParams"]);
            var results = workflow.Results.Where(result => result.Rule == (string)rule["RuleName"]!).Select(result => result.Parameter);
            var needed = new HashSet<string>(results);
            foreach (var expression in rule.SelectTokens("$..Operation").Where(token => !token.Path.Contains("LocalParams")))
                needed.UnionWith(WordsOf((string)expression!));
            foreach (var (parameter, expression) in own.Reverse())
            {
                needed.Should().Contain(parameter, "the rule {0} is given it", rule["RuleName"]);
                needed.UnionWith(WordsOf(expression));
            }

            // from the first to the last: what one names stands before it
            var seen = new HashSet<string>(global.Keys);
            foreach (var (parameter, expression) in own)
            {
                WordsOf(expression).Where(workflowName => IsParameter(json, workflowName)).Should().BeSubsetOf(seen);
                seen.Add(parameter).Should().BeTrue("{0} is there once", parameter);
            }

            needed.Where(word => IsParameter(json, word)).Should().BeSubsetOf(seen, "the rule {0} needs it", rule["RuleName"]);
            used.UnionWith(needed);
            everywhere.UnionWith(own.Keys);
        }

        everywhere.Should().HaveCount(workflow.ParameterCount);
        global.Keys.Should().BeSubsetOf(used);
        workflow.Results.Select(result => result.Parameter).Should().BeSubsetOf(everywhere);
    }

    private static Dictionary<string, string> Parameters(JToken? list) =>
        (list ?? new JArray()).ToDictionary(parameter => (string)parameter["Name"]!, parameter => (string)parameter["Expression"]!);

    private static bool IsParameter(JToken workflow, string word) => AllNames(workflow).Contains(word);

    private static HashSet<string> AllNames(JToken workflow)
    {
        var all = workflow.Annotation<HashSet<string>>();
        if (all is null)
            workflow.AddAnnotation(all = [.. workflow.SelectTokens("$..GlobalParams[*].Name")
                .Concat(workflow.SelectTokens("$..LocalParams[*].Name")).Select(found => (string)found!)]);
        return all;
    }

    /// <summary>Words that are neither in a text nor behind a dot.</summary>
    private static IEnumerable<string> WordsOf(string expression) =>
        Regex.Split(Regex.Replace(expression, @"""(\\.|[^""\\])*""|\.\w+", " "), @"\W+").Where(word => word.Length > 0);
}
