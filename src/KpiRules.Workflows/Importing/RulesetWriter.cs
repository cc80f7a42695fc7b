// Takes imported rules and the facts they need, gives the text of a ruleset; what could not be imported stands in it as a comment.
using System.Collections.Generic;
using System.Linq;
using System.Text;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Functions;
using KpiRules.Rulesets;
using KpiRules.Source;
using Newtonsoft.Json;

namespace KpiRules.Workflows.Importing;

internal sealed class RulesetWriter(string file, IReadOnlyList<ImportedWorkflow> workflows, IReadOnlyList<ImportedFact> facts)
{
    private const int LongestWords = 200;
    private const int MostFaults = 5;

    private static readonly Dictionary<ValueKind, string> TypeNames = new()
    {
        [ValueKind.Text] = "text",
        [ValueKind.Boolean] = "boolean",
        [ValueKind.Date] = "date"
    };

    private readonly List<(string Name, List<Entry> Entries)> _sections = [];

    /// <param name="formulas">The formula of every tree that is imported.</param>
    public string Write(IReadOnlyDictionary<LambdaNode, string> formulas)
    {
        AddFacts("attributes", fact => fact.Kind != ValueKind.Number, fact => $"{{ \"type\": \"{TypeNames[fact.Kind]}\" }}");
        AddFacts("measures", fact => fact.Kind == ValueKind.Number, _ => "{}");
        var (warnings, incentives) = (new List<Entry>(), new List<Entry>());
        foreach (var workflow in workflows)
        {
            if (workflows.Count > 1 || workflow.Faults.Count > 0)
                warnings.Add(new Entry(
                    [
                        $"workflow {Words(workflow.Definition.Name.Value)}",
                        .. Todo("rules of another workflow, or parameters, are not imported:", workflow.Faults)
                    ],
                    null));
            foreach (var rule in workflow.Rules)
                (rule.IsPaid ? incentives : warnings).Add(Of(rule, formulas));
            foreach (var left in workflow.Definition.Rules.Where(rule => !rule.IsEnabled))
                warnings.Add(new Entry([$"left out, for it is not enabled: {Words(left.Name.Value)}"], null));
        }

        _sections.Add(("warnings", warnings));
        _sections.Add(("incentives", incentives));
        return Assemble(formulas.Keys.Any(UsesContains));
    }

    private void AddFacts(string section, System.Func<ImportedFact, bool> belongs, System.Func<ImportedFact, string> value) =>
        _sections.Add((section, facts.Where(belongs)
            .Select(fact => new Entry([], $"{Quoted(fact.Name)}: {value(fact)}", OneLine(Shortened(fact.Path)))).ToList()));

    private Entry Of(ImportedRule rule, IReadOnlyDictionary<LambdaNode, string> formulas)
    {
        var (definition, comments) = (rule.Definition, new List<string>());
        if (rule.Condition is null)
        {
            var called = definition.Name.Value.Length > 0 ? $"the rule {Words(definition.Name.Value)}" : "a rule without a name";
            return new Entry([.. Todo(called + " is not imported:", rule.Faults), .. Original(definition)], null);
        }

        if (rule.Faults.Count > 0)
            comments.AddRange(Todo("of this rule only the condition is imported:", rule.Faults));
        if (definition.Operator is { } joined && definition.Rules.Count > 0)
        {
            var named = definition.Rules.Where(below => below.IsEnabled).Select(below => Words(below.Name.Value)).Take(10);
            comments.Add($"{Words(joined.Value)} of {string.Join(", ", named)}");
        }

        if (definition.ErrorMessage is { } message)
            comments.Add($"where it does not hold: {Words(message.Value)}");
        var text = new StringBuilder($"{Quoted(rule.Id)}: {{");
        if (rule.Id != definition.Name.Value)
            Add("title", Shortened(definition.Name.Value));
        var condition = formulas[rule.Condition];
        if (!rule.IsPaid)
        {
            Add("when", condition);
            Add("severity", "info");
            Add("message", Shortened(definition.SuccessEvent?.Value ?? definition.Name.Value).Replace("{", "{{").Replace("}", "}}"));
        }
        else
        {
            if (definition.SuccessEvent is { } happens)
                comments.Add($"where it holds: {Words(happens.Value)}");
            var texts = FormulasOf(rule, formulas).ToList();
            if (texts.Count > 1)
                Add("appliesTo", texts[1]);
            Add("amount", texts[0]);
        }

        text.Length--;
        return new Entry(comments, text.Append("\n    }").ToString());

        void Add(string property, string value) => text.Append($"\n      {Quoted(property)}: {Quoted(value)},");
    }

    /// <summary>What a rule becomes: the condition of a warning; or an amount, and what else says to whom it applies.</summary>
    public static IEnumerable<string> FormulasOf(ImportedRule rule, IReadOnlyDictionary<LambdaNode, string> formulas)
    {
        var condition = formulas[rule.Condition!];
        return rule switch
        {
            { Success: { } success, Failure: { } failure } => [$"if({condition}, {formulas[success]}, {formulas[failure]})"],
            { Success: { } success } => [formulas[success], condition],
            { Failure: { } failure } => [formulas[failure], $"not ({condition})"],
            _ => [condition],
        };
    }

    /// <summary>What a person has to do, for each fault the place and the message.</summary>
    private static IEnumerable<string> Todo(string what, IReadOnlyList<Diagnostic> faults) => faults.Count == 0
        ? []
        : faults.Take(MostFaults)
            .Select(fault => $"  {fault.Code}, line {fault.Line}, column {fault.Column}: {OneLine(fault.Message("en"))}")
            .Prepend($"{ImportTodos.Mark}{what}").Concat(faults.Count > MostFaults ? [$"  … and {faults.Count - MostFaults} more"] : []);

    private static IEnumerable<string> Original(RuleDefinition rule) =>
        rule.Expression is { } expression ? [$"  it says: {Words(expression.Value)}"] : [];

    private string Assemble(bool usesContains)
    {
        var isChinese = workflows.Any(workflow => workflow.Definition.Name.Value.Any(c => c is >= '\u4E00' and <= '\u9FFF'));
        var text = new StringBuilder();
        foreach (var line in Header(usesContains))
            text.Append("// ").Append(line).Append('\n');
        var id = workflows.Count == 1 ? workflows[0].Definition.Name.Value : file.Split('/', '\\').Last().Split('.')[0];
        text.Append("{\n  \"id\": ").Append(Quoted(RulesetNames.IdOf(id))).Append(",\n  \"version\": \"1\"");
        text.Append($",\n  \"settings\": {{ \"language\": \"{(isChinese ? "zh" : "en")}\" }}");
        foreach (var (name, entries) in _sections.Where(section => section.Entries.Count > 0))
        {
            text.Append(",\n  ").Append(Quoted(name)).Append(": {");
            var last = entries.FindLastIndex(entry => entry.Text is not null);
            for (var i = 0; i < entries.Count; i++)
            {
                foreach (var comment in entries[i].Comments)
                    text.Append("\n    // ").Append(comment);
                if (entries[i].Text is { } entry)
                    text.Append("\n    ")
                        .Append(entry)
                        .Append(i < last ? "," : "")
                        .Append(entries[i].Trailing is { } trailing ? " // " + trailing : "");
            }

            text.Append("\n  }");
        }

        return text.Append("\n}\n").ToString();
    }

    private IEnumerable<string> Header(bool usesContains)
    {
        yield return $"Imported from {OneLine(Shortened(file.Split('/', '\\').Last()))}, workflows of Microsoft RulesEngine. "
            + "What is different here:";
        yield return "- What is null there is not available here: a condition that needs it neither holds nor fails, even x != 'a'.";
        yield return "- Numbers are exact decimals. Texts are compared, searched and changed by code units, in no culture.";
        if (workflows.Any(workflow => workflow.Rules.Any(rule => rule.IsPaid)))
            yield return "- An amount is money, rounded to two digits: settings.moneyDecimals.";
        if (usesContains)
            yield return "- contains(…) looks into a text; where an input is a list, Contains means something else, "
                + "and a fact must say it.";
        if (workflows.Count > 1)
            yield return "- Inputs of one name are one fact, whichever workflow they stand in.";
    }

    private static bool UsesContains(LambdaNode tree) =>
        tree is CallNode { Function: var function } && function == TextFunctions.Contains || tree.Parts.Any(UsesContains);

    /// <summary>An author's words inside a comment: on one line, of bearable length, in quotes.</summary>
    private static string Words(string words) => "'" + OneLine(Shortened(words)) + "'";

    private static string Shortened(string words) => ShortText.Of(words, LongestWords);

    private static string OneLine(string words) => string.Concat(words.Select(c => DisplayWidth.IsInvisible(c) ? '·' : c));

    private static string Quoted(string text) => JsonConvert.ToString(text);

    /// <param name="Text">Null where there is nothing but comments.</param>
    private sealed record Entry(IReadOnlyList<string> Comments, string? Text, string? Trailing = null);
}
