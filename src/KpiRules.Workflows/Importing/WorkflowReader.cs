// Takes the JSON of one workflow or of a list of them, gives them as written; what has the wrong form is reported and left out.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Source.Json;

namespace KpiRules.Workflows.Importing;

internal sealed class WorkflowReader(DiagnosticBag diagnostics)
{
    public const int MaxRules = 3_000;

    private static readonly Term OfWorkflow = new("what.workflow");
    private static readonly Term OfRule = new("what.rule");
    private static readonly Term OfParameter = new("what.scopedParameter");
    private static readonly Term OfAction = new("what.action");

    private int _rules;
    private readonly List<Diagnostic> _errors = [];

    public IReadOnlyList<WorkflowDefinition> Read(JsonValue json)
    {
        var objects = json switch
        {
            JsonObject one => [one],
            JsonArray list => list.Items,
            _ => [],
        };
        foreach (var item in objects.Count == 0 ? [json] : objects.Where(item => item is not JsonObject))
            Report(ImportFaults.NoWorkflow(item.Place, item is JsonArray { Items.Count: 0 } ? new Term("lambda.emptyList") : item.Type));
        return objects.OfType<JsonObject>().Select(ReadWorkflow).OfType<WorkflowDefinition>().ToList();
    }

    private WorkflowDefinition? ReadWorkflow(JsonObject json)
    {
        var reader = new WorkflowObject(json, OfWorkflow, Report);
        if (reader.Take("WorkflowName") is null && reader.Take("Rules") is null)
        {
            Report(ImportFaults.NoWorkflow(json.Place, new Term("lambda.otherObject")));
            return null;
        }

        var name = reader.Required("WorkflowName");
        var before = _errors.Count;
        var global = ReadParameters(reader, "GlobalParams");
        var faults = _errors.Skip(before).ToList();
        var rules = ReadRules(reader);
        var injects = reader.Take("WorkflowsToInject") ?? reader.Take("WorkflowRulesToInject");
        var foreign = ForeignType(reader);
        reader.Finish();
        return name is null ? null : new WorkflowDefinition(name, global, rules, IsEmpty(injects) ? null : injects, foreign, faults);
    }

    private List<RuleDefinition> ReadRules(WorkflowObject reader) =>
        reader.Objects("Rules").Select(ReadRule).OfType<RuleDefinition>().ToList();

    private RuleDefinition? ReadRule(JsonObject json)
    {
        var before = _errors.Count;
        if (++_rules > MaxRules)
        {
            var fault = ImportFaults.TooManyRules(json.Place, MaxRules);
            _errors.Add(fault);
            if (_rules == MaxRules + 1)
                diagnostics.Add(fault);
            return null;
        }

        var reader = new WorkflowObject(json, OfRule, Report);
        var name = reader.Required("RuleName");
        var actions = reader.Object("Actions") is { } found ? new WorkflowObject(found, OfAction, Report) : null;
        var rulesJson = reader.Take("Rules");
        var injects = reader.Take("WorkflowsToInject");
        var rule = new RuleDefinition
        {
            Name = name ?? new JsonString(json.Place, ""),
            Json = json,
            IsEnabled = reader.Boolean("Enabled", true),
            Expression = reader.Text("Expression"),
            Operator = reader.Text("Operator"),
            Rules = ReadRules(reader),
            RulesJson = IsEmpty(rulesJson) ? null : rulesJson,
            LocalParams = ReadParameters(reader, "LocalParams"),
            Injects = IsEmpty(injects) ? null : injects,
            ForeignType = ForeignType(reader),
            SuccessEvent = reader.Text("SuccessEvent"),
            ErrorMessage = reader.Text("ErrorMessage"),
            OnSuccess = actions is null ? null : ReadAction(actions, "OnSuccess"),
            OnFailure = actions is null ? null : ReadAction(actions, "OnFailure"),
        };
        reader.Take("Properties");
        // was a property once, and still stands in many files
        reader.Take("ErrorType");
        reader.Finish();
        actions?.Finish();
        return rule with { Faults = _errors.Skip(before).ToList() };
    }

    private ActionDefinition? ReadAction(WorkflowObject actions, string property)
    {
        if (actions.Object(property) is not { } json)
            return null;
        var reader = new WorkflowObject(json, OfAction, Report);
        var name = reader.Required("Name");
        var context = reader.Object("Context");
        reader.Finish();
        return name is null
            ? null
            : new ActionDefinition(name, context is null ? null : new WorkflowObject(context, OfAction, Report).Text("Expression"));
    }

    private List<ParameterDefinition> ReadParameters(WorkflowObject reader, string property)
    {
        var parameters = new List<ParameterDefinition>();
        foreach (var json in reader.Objects(property))
        {
            var parameter = new WorkflowObject(json, OfParameter, Report);
            var (name, expression) = (parameter.Required("Name"), parameter.Required("Expression"));
            parameter.Finish();
            if (name is not null && expression is not null)
                parameters.Add(new ParameterDefinition(name, expression));
        }

        return parameters;
    }

    private void Report(Diagnostic diagnostic)
    {
        if (diagnostic.Severity == DiagnosticSeverity.Error)
            _errors.Add(diagnostic);
        diagnostics.Add(diagnostic);
    }

    /// <summary>Lambda expressions are the only kind there is, by name or number.</summary>
    private static JsonValue? ForeignType(WorkflowObject reader) => reader.Take("RuleExpressionType") switch
    {
        null or JsonNumber { Value: 0 } => null,
        JsonString text when string.Equals(text.Value, "LambdaExpression", System.StringComparison.OrdinalIgnoreCase) => null,
        var other => other,
    };

    private static bool IsEmpty(JsonValue? value) => value is null or JsonArray { Items.Count: 0 };
}
