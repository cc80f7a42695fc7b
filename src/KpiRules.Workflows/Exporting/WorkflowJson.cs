// Takes a workflow, gives its JSON as RulesEngine 6 reads it; what it does not know of, it passes over.
using System.Collections.Generic;
using System.IO;
using System.Linq;
using KpiRules.Facts;
using Newtonsoft.Json;

namespace KpiRules.Workflows.Exporting;

internal static class WorkflowJson
{
    public static string Of(Policy policy, ParameterScopes scopes, IReadOnlyList<WorkflowInput> inputs)
    {
        var text = new StringWriter { NewLine = "\n" };
        using var json = new JsonTextWriter(text) { Formatting = Formatting.Indented };
        json.WriteStartArray();
        json.WriteStartObject();
        Write(json, "WorkflowName", policy.Id);
        json.WritePropertyName("KpiRules");
        WriteOrigin(json, policy, inputs);
        WriteParameters(json, "GlobalParams", scopes.Global);
        json.WritePropertyName("Rules");
        json.WriteStartArray();
        foreach (var rule in scopes.Rules)
            Write(json, rule);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        return text + "\n";
    }

    /// <summary>Where the workflow comes from, and what it must be given, for whoever reads the file.</summary>
    private static void WriteOrigin(JsonTextWriter json, Policy policy, IReadOnlyList<WorkflowInput> inputs)
    {
        json.WriteStartObject();
        Write(json, "Ruleset", policy.Id);
        Write(json, "Version", policy.Version);
        Write(json, "ContentHash", policy.ContentHash);
        json.WritePropertyName("Inputs");
        json.WriteStartArray();
        foreach (var input in inputs)
            WriteLine(json, ("Name", "input1." + input.Name), ("Type", input.Type), ("Meaning", input.Meaning));
        json.WriteEndArray();
        WriteTables(json, inputs);
        json.WriteEndObject();
    }

    /// <summary>The rows of the ruleset's own tables, for whoever gives them.</summary>
    private static void WriteTables(JsonTextWriter json, IReadOnlyList<WorkflowInput> inputs)
    {
        var tables = inputs.Where(input => input.Source is TableInput { Table.Rows: not null }).ToList();
        if (tables.Count == 0)
            return;
        json.WritePropertyName("Tables");
        json.WriteStartObject();
        foreach (var input in tables)
        {
            json.WritePropertyName(input.Name);
            json.WriteStartArray();
            var table = (TableInput)input.Source;
            foreach (var row in table.RowsOf(table.Table.Rows!))
                WriteRow(json, table, row);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteRow(JsonTextWriter json, TableInput table, FactValue[] row)
    {
        var formatting = json.Formatting;
        json.WriteStartObject();
        json.Formatting = Formatting.None;
        foreach (var (member, value) in table.Members.Zip(row, (member, value) => (member.Name, value)))
        {
            json.WritePropertyName(member);
            if (value.Number is { } number)
                json.WriteValue(number);
            else if (value.Boolean is { } boolean)
                json.WriteValue(boolean);
            else
                json.WriteValue(value.Kind is null ? null : value.ToString());
        }

        json.WriteEndObject();
        json.Formatting = formatting;
    }

    private static void Write(JsonTextWriter json, WorkflowRule rule)
    {
        json.WriteStartObject();
        Write(json, "RuleName", rule.Name);
        if (rule.Properties.Count > 0)
        {
            json.WritePropertyName("Properties");
            WriteObject(json, rule.Properties);
        }

        Write(json, "SuccessEvent", rule.SuccessEvent);
        Write(json, "ErrorMessage", rule.ErrorMessage);
        Write(json, "RuleExpressionType", "LambdaExpression");
        if (rule.Parameters.Count > 0)
            WriteParameters(json, "LocalParams", rule.Parameters);
        Write(json, "Expression", rule.Expression);
        if (rule.Output is not null)
        {
            json.WritePropertyName("Actions");
            json.WriteStartObject();
            WriteOutput(json, "OnSuccess", rule.Output);
            if (rule.AlwaysGives)
                WriteOutput(json, "OnFailure", rule.Output);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteOutput(JsonTextWriter json, string moment, string output)
    {
        json.WritePropertyName(moment);
        json.WriteStartObject();
        Write(json, "Name", "OutputExpression");
        json.WritePropertyName("Context");
        WriteObject(json, ("Expression", output));
        json.WriteEndObject();
    }

    private static void WriteParameters(JsonTextWriter json, string name, IReadOnlyList<WorkflowParameter> parameters)
    {
        json.WritePropertyName(name);
        json.WriteStartArray();
        foreach (var parameter in parameters)
            WriteLine(json, ("Name", parameter.Name), ("Expression", parameter.Expression));
        json.WriteEndArray();
    }

    /// <summary>An object on one line, for there are many of them.</summary>
    private static void WriteLine(JsonTextWriter json, params IReadOnlyList<(string Name, string Value)> members)
    {
        json.WriteStartObject();
        json.Formatting = Formatting.None;
        foreach (var (name, value) in members)
            Write(json, name, value);
        json.WriteEndObject();
        json.Formatting = Formatting.Indented;
    }

    private static void WriteObject(JsonTextWriter json, params IReadOnlyList<(string Name, string Value)> members)
    {
        json.WriteStartObject();
        foreach (var (name, value) in members)
            Write(json, name, value);
        json.WriteEndObject();
    }

    private static void Write(JsonTextWriter json, string name, string value)
    {
        json.WritePropertyName(name);
        json.WriteValue(value);
    }
}
