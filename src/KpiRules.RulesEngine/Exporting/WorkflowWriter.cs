// Takes a policy, gives its workflow: what it must be given, its parameters, its rules.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Cells;
using KpiRules.Formulas;

namespace KpiRules.RulesEngine.Exporting;

internal sealed class WorkflowWriter
{
    private const int LongestInline = 120;

    private readonly Policy _policy;
    private readonly IReadOnlyList<Cell> _cells;
    private readonly WorkflowParameters _parameters = new();
    private readonly WorkflowInputs _inputs = new();
    private readonly Dictionary<string, Term> _terms = [];
    private readonly HashSet<string> _own = [];
    private readonly HashSet<string> _approximate = [];

    private WorkflowWriter(Policy policy)
    {
        _policy = policy;
        _cells = InputCells.Separate(policy.Sheet.Cells);
    }

    public static ExportedWorkflow Write(Policy policy)
    {
        var writer = new WorkflowWriter(policy);
        DeepStack.Run(writer._cells.Select(cell => cell.Nesting).DefaultIfEmpty().Max(), writer.WriteCells);
        var rules = new WorkflowRules(policy, writer._terms).All();
        return new ExportedWorkflow(
            policy,
            writer._parameters.All,
            rules,
            writer._inputs.All,
            writer._cells.Select(writer.Exported).ToList());
    }

    private void WriteCells()
    {
        var uses = UsesIn(_cells);
        var values = new ParameterValues(_parameters, _policy.Settings.MissingIsZero);
        foreach (var cell in _cells)
        {
            if (InputCells.IsInput(cell))
            {
                _terms.Add(cell.Name, cell.IsInternal ? _inputs.Of(cell) : _parameters.Add(cell.Name, _inputs.Of(cell)));
                continue;
            }

            var name = CellNames.Of(cell.Name);
            var writer = new TermWriter(name, _terms, _parameters, _inputs, values);
            var term = writer.Write(cell.Expression);
            // what only one other cell needs, or is but another name, is written there
            var isOwn = !cell.IsInternal || (!term.IsShort && (uses[cell.Name] > 1 || term.Text.Length > LongestInline));
            _terms.Add(cell.Name, isOwn ? _parameters.Add(name, term) : term with { Cell = name });
            if (isOwn)
                _own.Add(cell.Name);
            if (writer.IsApproximate)
                _approximate.Add(cell.Name);
        }
    }

    /// <summary>In how many places each cell is named.</summary>
    private static Dictionary<string, int> UsesIn(IReadOnlyList<Cell> cells)
    {
        var uses = cells.ToDictionary(cell => cell.Name, _ => 0);
        foreach (var cell in cells)
            Visit(cell.Expression);
        return uses;

        Expression Visit(Expression expression)
        {
            if (expression is CellExpression reference)
                uses[reference.Cell]++;
            return expression.Map(Visit);
        }
    }

    private ExportedCell Exported(Cell cell) => new(cell, _own.Contains(cell.Name) || InputCells.IsInput(cell) ? _terms[cell.Name].Text : null, InputCells.IsInput(cell), _approximate.Contains(cell.Name));
}
