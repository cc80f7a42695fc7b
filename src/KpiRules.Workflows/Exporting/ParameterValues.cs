// What the ruleset itself says: its parameters, what stands in for missing facts, and what comes of constants alone.
using System.Collections.Generic;
using KpiRules.Evaluation;
using KpiRules.Evaluation.Frames;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Linq;

namespace KpiRules.Workflows.Exporting;

/// <param name="needFacts">Whether somebody may have a result in a period without facts: nothing stands in for theirs.</param>
internal sealed class ParameterValues(WorkflowParameters parameters, bool missingIsZero, bool needFacts)
{
    private readonly Dictionary<string, LinqTerm> _parameters = [];

    /// <summary>A named constant keeps its name.</summary>
    public LinqTerm Of(ParameterOperation parameter)
    {
        if (!_parameters.TryGetValue(parameter.Name, out var term))
            _parameters.Add(parameter.Name, term = parameters.AddConstant(parameter.Name, LinqTerm.Of(parameter.Value)));
        return term;
    }

    /// <summary>Whether something stands in for it in a period with other facts only.</summary>
    public bool NeedsFacts(FactDefinition fact) => needFacts && fact.Role != FactRole.Attribute;

    public FactValue StandIn(FactDefinition fact) => FactCheck.StandIn(fact, missingIsZero);

    /// <summary>What the evaluator makes of it; null where it depends on anything but the ruleset.</summary>
    public LinqTerm? Constant(Operation expression)
    {
        if (!OfRulesetAlone.Is(expression))
            return null;
        var cell = new Cells.Cell(CellKey.Of("constant"), expression.Kind, Unit.Unknown, expression, false, false, false, 0);
        var sheet = new SheetProgram(new Cells.CellSheet([cell], [], [], []));
        var column = sheet.Programs[0].RunAt(new Frame([], null!, [""], 1, []), 0).Read(0);
        return column.Kind is null ? LinqTerm.Null(expression.Kind) : LinqTerm.Of(column);
    }
}
