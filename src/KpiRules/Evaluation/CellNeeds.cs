// What each cell needs, and which cells every evaluation works out; the others wait until somebody reads them.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Cells;
using KpiRules.Formulas;

namespace KpiRules.Evaluation;

/// <remarks>
/// Few read what is of interest only for a while, or looks far back, such as warnings: a payroll pays nothing for them. What
/// only such cells need waits too.
/// </remarks>
internal sealed class CellNeeds
{
    private readonly Uses[] _uses;
    private readonly bool[] _isEager;
    private readonly bool[] _isAlone;

    /// <param name="cells">Each behind all it depends on.</param>
    /// <param name="slots">The place of every cell, by name.</param>
    public CellNeeds(IReadOnlyList<Cell> cells, IReadOnlyDictionary<string, int> slots)
    {
        _uses = cells.Select(cell => Uses.Of(cell.Expression, slots)).ToArray();
        _isEager = cells.Select(cell => !cell.IsOnDemand && !cell.IsInternal).ToArray();
        for (var i = cells.Count - 1; i >= 0; i--)
        {
            foreach (var used in _isEager[i] ? _uses[i].Cells : [])
                _isEager[used] = true;
        }

        var eager = Enumerable.Range(0, cells.Count).Where(i => _isEager[i]).ToList();
        EagerInputs = new HashSet<Input>(eager.SelectMany(i => _uses[i].Inputs));
        EagerRecords = new HashSet<RecordInput>(eager.SelectMany(i => _uses[i].Records));
        _isAlone = _uses.Select((uses, i) => !LooksAcross(cells[i].Expression)
            && uses.Cells.All(used => _isEager[used]) && uses.Inputs.All(input => input.IsPlain || EagerInputs.Contains(input)) && uses.Records.All(EagerRecords.Contains)).ToArray();
    }

    public HashSet<Input> EagerInputs { get; }

    public HashSet<RecordInput> EagerRecords { get; }

    /// <summary>Whether a cell that waits needs nothing else that does: it is worked out for one subject at a time.</summary>
    public bool IsAlone(int cell) => _isAlone[cell];

    public bool IsEager(int cell) => _isEager[cell];

    /// <summary>What looks at all subjects is worked out for all of them or not at all.</summary>
    private static bool LooksAcross(Expression expression) => expression is GroupExpression or PoolExpression;

    /// <summary>All cells that wait and that one needs, itself included, in order; and what of the facts waits with them.</summary>
    public (IReadOnlyList<int> Cells, IReadOnlyList<Input> Inputs, IReadOnlyList<RecordInput> Records) Waiting(int cell)
    {
        var needed = new SortedSet<int> { cell };
        var open = new Stack<int>(needed);
        while (open.Count > 0)
        {
            foreach (var used in _uses[open.Pop()].Cells.Where(used => !_isEager[used] && needed.Add(used)))
                open.Push(used);
        }

        return (needed.ToList(), needed.SelectMany(one => _uses[one].Inputs).Distinct().ToList(), needed.SelectMany(one => _uses[one].Records).Distinct().ToList());
    }

    private sealed record Uses(IReadOnlyList<int> Cells, IReadOnlyList<Input> Inputs, IReadOnlyList<RecordInput> Records)
    {
        public static Uses Of(Expression expression, IReadOnlyDictionary<string, int> slots)
        {
            List<int>? cells = null;
            List<Input>? inputs = null;
            List<RecordInput>? records = null;
            Visit(expression);
            return new Uses((IReadOnlyList<int>?)cells ?? [], (IReadOnlyList<Input>?)inputs ?? [], (IReadOnlyList<RecordInput>?)records ?? []);

            void Visit(Expression part)
            {
                switch (part)
                {
                    case CellExpression cell:
                        (cells ??= []).Add(slots[cell.Cell]);
                        break;
                    case InputExpression input:
                        (inputs ??= []).Add(input.Input);
                        break;
                    case RecordExpression over:
                        (records ??= []).Add(over.Records);
                        break;
                    case EachExpression each:
                        (records ??= []).Add(each.Records);
                        break;
                    case EachOpenExpression open:
                        (records ??= []).Add(open.Records);
                        break;
                }

                foreach (var inner in part.Parts())
                    Visit(inner);
            }
        }
    }
}
