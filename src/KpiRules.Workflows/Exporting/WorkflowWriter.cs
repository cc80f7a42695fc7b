// Takes a policy, gives its workflow: what it must be given, its parameters, its rules.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Cells;
using KpiRules.Kernel;
using KpiRules.Linq;

namespace KpiRules.Workflows.Exporting;

internal sealed class WorkflowWriter
{
    private const int LongestInline = 120;

    private readonly Policy _policy;
    private readonly IReadOnlyList<Cell> _cells;
    private readonly WorkflowParameters _parameters = new();
    private readonly WorkflowInputs _inputs = new();
    private readonly Dictionary<string, LinqTerm> _terms = [];
    private readonly List<ExportedCell> _exported = [];

    private WorkflowWriter(Policy policy)
    {
        _policy = policy;
        _cells = InputCells.Separate(CellClosure.InThePeriod(policy.Sheet.Cells));
    }

    public static ExportedWorkflow Write(Policy policy)
    {
        var writer = new WorkflowWriter(policy);
        DeepStack.Run(writer._cells.Select(cell => cell.Nesting).DefaultIfEmpty().Max(), writer.WriteCells);
        var rules = new WorkflowRules(policy, writer._terms).All();
        return new ExportedWorkflow(policy, writer._parameters.All, rules, writer._inputs.All, writer._exported);
    }

    private void WriteCells()
    {
        var uses = UsesIn(_cells);
        var values = new ParameterValues(_parameters, _policy.Settings.MissingIsZero, _policy.Sheet.Releases.Count > 0);
        foreach (var cell in _cells)
        {
            if (InputCells.IsInput(cell))
            {
                Add(cell, cell.IsInternal ? _inputs.Of(cell) : _parameters.Add(cell.Name, _inputs.Of(cell)), isOwn: true);
                continue;
            }

            var name = CellNames.Of(cell);
            var writer = new TermWriter(name, _terms, _parameters, _inputs, values);
            var term = writer.Write(cell.Operation);
            // what only one other cell needs, or is but another name, is written there
            var isOwn = !cell.IsInternal || (!term.IsShort && (uses[cell.Name] > 1 || term.Text.Length > LongestInline));
            Add(cell, isOwn ? _parameters.Add(name, term) : term with { Cell = name }, isOwn, writer.IsApproximate);
        }
    }

    /// <param name="isOwn">Whether it has a name of its own in the workflow.</param>
    private void Add(Cell cell, LinqTerm term, bool isOwn, bool isApproximate = false)
    {
        _terms.Add(cell.Name, term);
        _exported.Add(new ExportedCell(cell, isOwn ? term.Text : null, InputCells.IsInput(cell), isApproximate));
    }

    /// <summary>In how many places each cell is named.</summary>
    private static Dictionary<string, int> UsesIn(IReadOnlyList<Cell> cells)
    {
        var uses = cells.ToDictionary(cell => cell.Name, _ => 0);
        foreach (var used in cells.SelectMany(PushDown.CellsIn))
            uses[used]++;
        return uses;
    }
}
