// Takes the text of a file of workflows, gives a ruleset that can be read, the facts it needs, and every fault at its place.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Formulas;
using KpiRules.Functions;
using KpiRules.Kernel;
using KpiRules.Source;
using KpiRules.Source.Json;

namespace KpiRules.Workflows.Importing;

internal sealed class WorkflowImport
{
    public const int MaxLength = 2_000_000;

    /// <summary>
    /// How many parts the rules of a file may have together: 3,000 that all name one long parameter would become a ruleset of
    /// megabytes, and a warning, which remembers twelve periods, is made of its condition in each of them.
    /// </summary>
    private const int MostParts = 70_000;

    /// <summary>The section and the rule's name.</summary>
    private const int RuleDepth = 2;

    private readonly SourceText _source;
    private readonly DiagnosticBag _diagnostics = new();
    private readonly RuleNotes _notes;

    private WorkflowImport(SourceText source) => (_source, _notes) = (source, new RuleNotes(_diagnostics));

    public static RulesEngineImportResult Run(string text, string name)
    {
        var import = new WorkflowImport(new SourceText(name, text));
        (string? Ruleset, IReadOnlyList<ImportedFact> Facts) result = (null, []);
        // expressions and rules nest as deep as their limits let them, and the caller's stack may be small
        DeepStack.Run(DeepStack.DeepestOnCallersStack + 1, () => result = import.Run());
        var sorted = import._diagnostics.Sorted();
        return new RulesEngineImportResult(result.Ruleset, result.Facts, sorted, import._diagnostics.Count - sorted.Count);
    }

    private (string? Ruleset, IReadOnlyList<ImportedFact> Facts) Run()
    {
        if (_source.Text.Length > MaxLength)
        {
            _diagnostics.Add(ImportFaults.FileTooLong(
                new SourcePlace(_source, new SourceSpan(0, 1), SourcePath.Root), _source.Text.Length, MaxLength));
            return (null, []);
        }

        if (JsonReader.Read(_source, _diagnostics) is not { } json || _diagnostics.HasErrors)
            return (null, []);
        var definitions = new WorkflowReader(_diagnostics).Read(json);
        if (definitions.Count == 0)
            return (null, []);
        var rules = new RuleImport(new InputPaths(), _notes);
        var workflows = definitions.Select(rules.Import).ToList();
        var imported = workflows.SelectMany(workflow => workflow.Rules).ToList();
        RefuseWhatIsTooMuch(imported);
        Check(imported);
        return Write(workflows);
    }

    private void RefuseWhatIsTooMuch(IReadOnlyList<ImportedRule> rules)
    {
        var left = MostParts;
        foreach (var rule in rules)
        {
            var size = rule.Trees.Sum(tree => tree.Size);
            if (size <= left)
            {
                left -= size;
                continue;
            }

            _notes.Report(ImportFaults.TooMuch(rule.Definition.Name.Place, rule.Definition.Name.Value, MostParts));
            rule.Note(_notes.Take());
            rule.Refuse();
        }
    }

    /// <summary>Finds out the types, and refuses what cannot be meant so.</summary>
    private void Check(IReadOnlyList<ImportedRule> rules)
    {
        var checks = rules.Where(rule => rule.Condition is not null)
            .Select(rule => (Rule: rule, Check: new TypeCheck(_notes.Report))).ToList();
        foreach (var (rule, check) in checks)
        {
            if (!check.TakeCondition(rule.Condition!))
                rule.Refuse();
            else if (new[] { rule.Success, rule.Failure }.OfType<LambdaNode>().Any(amount => !check.TakeAmount(amount)))
                (rule.Success, rule.Failure) = (null, null);
            rule.Note(_notes.Take());
        }

        foreach (var (rule, check) in checks)
        {
            check.Finish();
            if (rule.Note(_notes.Take()))
                rule.Refuse();
        }
    }

    /// <summary>Writes the ruleset until it can be read: a rule that formulas cannot say after all is left out with the reason.</summary>
    private (string? Ruleset, IReadOnlyList<ImportedFact> Facts) Write(IReadOnlyList<ImportedWorkflow> workflows)
    {
        var rules = workflows.SelectMany(workflow => workflow.Rules).ToList();
        while (true)
        {
            var imported = rules.Where(rule => rule.Condition is not null).ToList();
            var names = new RulesetNames();
            var (facts, byPath) = Facts(imported, names);
            names.Give(imported);
            var writer = new FormulaWriter(byPath, _notes.Report);
            if (!TryWrite(imported, writer, out var formulas))
                continue;
            var text = new RulesetWriter(_source.Name, workflows, facts).Write(formulas);
            _notes.Take();
            var faults = FaultsOf(text);
            if (faults.Count == 0)
                return (text, facts);
            if (!Refuse(imported, faults))
                return (null, []);
        }
    }

    /// <summary>All of them: what a reading lists at most would have the ruleset written anew for every hundred rules.</summary>
    private static IReadOnlyList<Diagnostic> FaultsOf(string text)
    {
        var diagnostics = new DiagnosticBag();
        PolicyReader.Read(new SourceText("", text), null, diagnostics);
        return diagnostics.Errors;
    }

    /// <summary>False after refusing the rules whose formulas are too long or nest too deep.</summary>
    private bool TryWrite(IReadOnlyList<ImportedRule> rules, FormulaWriter writer, out Dictionary<LambdaNode, string> formulas)
    {
        formulas = [];
        var isGood = true;
        foreach (var rule in rules)
        {
            foreach (var tree in rule.Trees)
                formulas[tree] = writer.Write(tree);
            _notes.Take();
            if (FaultOf(RulesetWriter.FormulasOf(rule, formulas)) is not { } fault)
                continue;
            isGood = false;
            Refuse(rule, fault);
        }

        return isGood;
    }

    private static Diagnostic? FaultOf(IEnumerable<string> formulas)
    {
        var diagnostics = new DiagnosticBag();
        foreach (var formula in formulas)
        {
            var quoted = new SourceText("", Newtonsoft.Json.JsonConvert.ToString(formula));
            var text = new FormulaText(
                new JsonString(new SourcePlace(quoted, new SourceSpan(0, quoted.Text.Length), SourcePath.Root), formula),
                new Term("lambda.formula"));
            if (FormulaLexer.Read(text, diagnostics) is { } tokens)
                FormulaShape.Of(text, tokens, static _ => false, diagnostics);
        }

        return diagnostics.Sorted().FirstOrDefault();
    }

    private void Refuse(ImportedRule rule, Diagnostic fault)
    {
        _notes.Report(ImportFaults.NoFormula(rule.Definition.Name.Place, rule.Definition.Name.Value, fault));
        rule.Note(_notes.Take());
        rule.Refuse();
    }

    /// <summary>False where no rule is to blame.</summary>
    private bool Refuse(List<ImportedRule> rules, IReadOnlyList<Diagnostic> faults)
    {
        var any = false;
        var byRule = faults.ToLookup(fault => fault.Place.Path.Start(RuleDepth).ToString());
        foreach (var rule in rules)
        {
            var path = SourcePath.Root.Member(rule.IsPaid ? "incentives" : "warnings").Member(rule.Id).ToString();
            if (byRule[path].FirstOrDefault() is not { } fault)
                continue;
            any = true;
            Refuse(rule, fault);
        }

        if (!any)
            _diagnostics.Add(ImportFaults.NoFormula(
                new SourcePlace(_source, new SourceSpan(0, 1), SourcePath.Root), _source.Name, faults[0]));
        return any;
    }

    private (IReadOnlyList<ImportedFact> Facts, IReadOnlyDictionary<InputPath, string> ByPath) Facts(
        IEnumerable<ImportedRule> rules, RulesetNames names)
    {
        var (paths, valued, seen) = (new List<InputPath>(), new HashSet<InputPath>(), new HashSet<InputPath>());
        foreach (var tree in rules.SelectMany(rule => rule.Trees))
            Collect(tree, false);
        foreach (var path in paths.Where(path => path.Type.Kind is null))
        {
            // what is only looked for may be a whole object: a text can stand for it
            var kind = valued.Contains(path) ? ValueKind.Number : ValueKind.Text;
            path.Type.TryUnite(LambdaType.Of(kind, path.FirstUse));
            _notes.Report(ImportFaults.Assumed(path.FirstUse.Place, path.Written, FormulaBinder.KindOf(kind)));
        }

        var byPath = names.Of(paths);
        return (paths.Select(path => new ImportedFact(byPath[path], path.Written, path.Type.Kind!.Value)).ToList().AsReadOnly(), byPath);

        void Collect(LambdaNode node, bool isOnlyLookedFor)
        {
            if (node is FactNode fact)
            {
                if (seen.Add(fact.Path))
                    paths.Add(fact.Path);
                if (!isOnlyLookedFor)
                    valued.Add(fact.Path);
            }

            foreach (var part in node.Parts)
                Collect(part, node is CallNode { Function: var function } && function == ChoiceFunctions.Available);
        }
    }
}
