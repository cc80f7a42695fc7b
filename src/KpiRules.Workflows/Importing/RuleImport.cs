// Takes a rule as written, gives its condition and amounts as trees: nested rules joined by their operator, parameters in place.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Kernel;
using KpiRules.Source.Json;

namespace KpiRules.Workflows.Importing;

internal sealed class RuleImport(InputPaths inputs, RuleNotes notes)
{
    private const string OutputExpression = "OutputExpression";
    private static readonly string[] Operators = ["And", "AndAlso", "Or", "OrElse"];

    public ImportedWorkflow Import(WorkflowDefinition workflow)
    {
        if (workflow.Injects is { } injects)
            notes.Report(ImportFaults.Injected(injects.Place));
        if (workflow.ForeignType is { } foreign)
            notes.Report(ImportFaults.ForeignType(foreign.Place));
        notes.Repeat(workflow.Faults);
        var parameters = Parameters(null, workflow.GlobalParams);
        var faults = notes.Take().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        foreach (var second in workflow.Rules.Where(rule => rule.IsEnabled)
            .GroupBy(rule => rule.Name.Value)
            .SelectMany(group => group.Skip(1))
            .Where(rule => rule.Name.Value.Length > 0))
            notes.Report(ImportFaults.RuleTwice(second.Name.Place, second.Name.Value));
        return new ImportedWorkflow(workflow, faults, Enabled(workflow.Rules).Select(rule => Import(workflow, rule, parameters)).ToList());
    }

    private ImportedRule Import(WorkflowDefinition workflow, RuleDefinition rule, ScopedParameters global)
    {
        var imported = new ImportedRule(workflow, rule);
        var parameters = Parameters(global, rule.LocalParams);
        notes.Repeat(workflow.Faults);
        imported.Condition = workflow.Faults.Count > 0 || workflow.ForeignType is not null ? null : Condition(rule, parameters);
        if (imported.Condition is not null)
        {
            imported.Success = Output(rule.OnSuccess, parameters);
            imported.Failure = Output(rule.OnFailure, parameters);
            ReportActionsBelow(rule);
        }

        imported.Note(notes.Take());
        return imported;
    }

    /// <summary>Null after reporting why the rule cannot be imported.</summary>
    private LambdaNode? Condition(RuleDefinition rule, ScopedParameters parameters)
    {
        if (rule.ForeignType is { } foreign)
            notes.Report(ImportFaults.ForeignType(foreign.Place));
        else if (rule.Injects is { } injects)
            notes.Report(ImportFaults.Injected(injects.Place));
        else if (rule.Faults.Count > 0)
            notes.Repeat(rule.Faults);
        else if (rule.Operator is { } @operator)
            return Joined(rule, @operator, parameters);
        else if (rule.RulesJson is { } rules)
            notes.Report(ImportFaults.NoOperator(rules.Place, rule.Name.Value));
        else if (rule.Expression is { } expression && expression.Value.Trim().Length > 0)
            return Parse(expression, parameters);
        else
            notes.Report(ImportFaults.NoExpression(rule.Name.Place, rule.Name.Value));
        return null;
    }

    private LambdaNode? Joined(RuleDefinition rule, JsonString @operator, ScopedParameters parameters)
    {
        var known = Array.Find(Operators, name => string.Equals(name, @operator.Value, StringComparison.OrdinalIgnoreCase));
        if (known is null)
        {
            notes.Report(ImportFaults.UnknownOperator(@operator.Place, @operator.Value, Operators));
            return null;
        }

        // RulesEngine's validator takes any case, but where it runs a rule it looks for these words as they are
        if (known != @operator.Value)
            notes.Report(ImportFaults.OperatorCase(@operator.Place, @operator.Value, known));
        if (rule.Expression is { } ignored)
            notes.Report(ImportFaults.ExpressionIgnored(ignored.Place, @operator.Value));
        var parts = Enabled(rule.Rules).Select(part => Condition(part, Parameters(parameters, part.LocalParams))).ToList();
        if (parts.Count == 0)
            notes.Report(ImportFaults.NothingJoined(@operator.Place, rule.Name.Value, @operator.Value));
        if (parts.Count == 0 || parts.Contains(null))
            return null;
        if (parts.Count == 1)
            return parts[0];
        var kind = known.StartsWith("And", StringComparison.Ordinal) ? LambdaTokenKind.And : LambdaTokenKind.Or;
        var joined = new ChainNode(
            new FormulaText(@operator, new Term("what.rule")).Whole,
            parts.Select(part => part!).ToList(),
            Enumerable.Repeat(kind, parts.Count - 1).ToList());
        if (!LambdaParser.IsTooLarge(joined))
            return joined;
        notes.Report(ImportFaults.TooLarge(@operator.Place, LambdaParser.MaxSize, LambdaParser.MaxDepth));
        return null;
    }

    private LambdaNode? Output(ActionDefinition? action, ScopedParameters parameters)
    {
        if (action is null)
            return null;
        if (action.Name.Value != OutputExpression || action.Expression is null)
        {
            notes.Report(ImportFaults.ForeignAction(action.Name.Place, action.Name.Value));
            return null;
        }

        return Parse(action.Expression, parameters);
    }

    /// <summary>RulesEngine runs the actions of nested rules too; a condition inside another pays nothing here.</summary>
    private void ReportActionsBelow(RuleDefinition rule)
    {
        foreach (var below in rule.Rules.Where(below => below.IsEnabled && rule.Operator is not null))
        {
            foreach (var action in new[] { below.OnSuccess, below.OnFailure }.OfType<ActionDefinition>())
                notes.Report(ImportFaults.NestedAction(action.Name.Place, below.Name.Value));
            ReportActionsBelow(below);
        }
    }

    private LambdaNode? Parse(JsonString expression, ScopedParameters parameters)
    {
        try
        {
            return LambdaParser.Parse(new FormulaText(expression, new Term("what.rule")), inputs, parameters);
        }
        catch (RefusedException refused)
        {
            notes.Report(refused.Diagnostic);
            return null;
        }
    }

    /// <summary>One that is at fault is reported where it is named: RulesEngine has it stand for nothing else.</summary>
    private ScopedParameters Parameters(ScopedParameters? outer, IReadOnlyList<ParameterDefinition> definitions)
    {
        var scope = new ScopedParameters(outer);
        foreach (var definition in definitions)
        {
            LambdaNode? value = null;
            Diagnostic? fault = null;
            try
            {
                value = LambdaParser.Parse(new FormulaText(definition.Expression, new Term("what.scopedParameter")), inputs, scope);
            }
            catch (RefusedException refused)
            {
                fault = refused.Diagnostic;
            }

            if (scope[definition.Name.Value] is not null)
            {
                fault = ImportFaults.ParameterTwice(definition.Name.Place, definition.Name.Value);
                notes.Report(fault);
            }

            scope.Add(definition.Name.Value, fault is null ? value : null, fault);
        }

        return scope;
    }

    private IEnumerable<RuleDefinition> Enabled(IReadOnlyList<RuleDefinition> rules)
    {
        foreach (var rule in rules)
        {
            if (rule.IsEnabled)
                yield return rule;
            else
                notes.Report(ImportFaults.Disabled(rule.Json.Place, rule.Name.Value));
        }
    }
}
