// Takes a policy, gives its workflow: what it must be given, its parameters, its rules.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Cells;
using KpiRules.Formulas;

namespace KpiRules.RulesEngine.Exporting;

internal sealed class WorkflowWriter
{
    private readonly Policy _policy;
    private readonly IReadOnlyList<Cell> _cells;
    private readonly WorkflowParameters _parameters = new();
    private readonly WorkflowInputs _inputs = new();
    private readonly Dictionary<string, Term> _terms = [];
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
            _terms.Add(cell.Name, _parameters.Add(name, term));
            if (writer.IsApproximate)
                _approximate.Add(cell.Name);
        }
    }

    private ExportedCell Exported(Cell cell) => new(cell, _terms[cell.Name].Text, InputCells.IsInput(cell), _approximate.Contains(cell.Name));
}
