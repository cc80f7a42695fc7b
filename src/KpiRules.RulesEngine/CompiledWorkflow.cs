// A workflow in an engine of its own: compiled before anybody waits for it, then run for one input after the other.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Workflows.Exporting;
using RulesEngine.Models;

namespace KpiRules.RulesEngine;

internal sealed class CompiledWorkflow
{
    private readonly string _name;
    private readonly global::RulesEngine.RulesEngine _engine;

    private CompiledWorkflow(Workflow workflow)
    {
        _name = workflow.WorkflowName;
        // what goes wrong is thrown
        _engine = new global::RulesEngine.RulesEngine(
            [workflow], new ReSettings { EnableExceptionAsErrorMessage = false, IsExpressionCaseSensitive = true });
    }

    /// <summary>All parameters of a workflow, each worked out once, and a single rule that has them.</summary>
    /// <param name="compiles">Called whenever RulesEngine reads the parameters, which it does to check or to compile them.</param>
    public static CompiledWorkflow OfParameters(ExportedWorkflow workflow, Action compiles)
    {
        return new CompiledWorkflow(new Workflow
        {
            WorkflowName = workflow.Name,
            GlobalParams = Parameters(),
            Rules = [new Rule { RuleName = "all", Expression = "true" }],
        });

        IEnumerable<ScopedParam> Parameters()
        {
            compiles();
            foreach (var parameter in workflow.Parameters)
                yield return new ScopedParam { Name = parameter.Name, Expression = parameter.Expression };
        }
    }

    /// <summary>The workflow as it was exported, with its rules and their outputs.</summary>
    public static CompiledWorkflow OfRules(ExportedWorkflow workflow) =>
        new(System.Text.Json.JsonSerializer.Deserialize<Workflow[]>(workflow.Json)!.Single());

    /// <summary>Compiles it, unless that was done before for an input of the same type, and runs it.</summary>
    public IReadOnlyList<RuleResultTree> Run(object input) =>
        _engine.ExecuteAllRulesAsync(_name, new RuleParameter("input1", input)).AsTask().GetAwaiter().GetResult();

    /// <summary>
    /// A number that is too large, above all; RulesEngine wraps what happens in exceptions of its own. Null for anything else.
    /// </summary>
    public static ArithmeticException? ArithmeticFaultIn(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is ArithmeticException fault)
                return fault;
        }

        return null;
    }
}
