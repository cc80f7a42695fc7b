// Building of incentive lines.
using System.Linq;
using KpiRules.Cells;
using KpiRules.Evaluation.Nodes;
using KpiRules.Formulas;

namespace KpiRules.Evaluation;

internal sealed partial class NodeBuilder
{
    private LineNode Line(LineExpression line) => new(
        Optional(line.Exists),
        Optional(line.Gate),
        Number(line.Inner),
        new NotAvailable(CauseKind.DoesNotApply, line.Line),
        new NotAvailable(CauseKind.ApplicabilityUnknown, line.Line, Because: line.Exists?.Cell));

    private LineStateNode LineState(LineStateExpression state) =>
        new(Optional(state.Exists), Optional(state.Open), Number(state.Amount));

    private EachNode Each(EachExpression each) => Within(each.Records, (slot, list) => new EachNode(slot, list, Optional(each.Applies), Optional(each.Gate), Number(each.Inner)));

    private EachOpenNode EachOpen(EachOpenExpression each) => Within(each.Records, (slot, list) => new EachOpenNode(slot, list, Optional(each.Applies), Boolean(each.Gate)));

    private PayoutNode Payout(PayoutExpression payout) =>
        new(payout.Lines.Select(line => Text(line.State)).ToArray(), payout.Lines.Select(line => Number(line.Amount)).ToArray(), payout.CountsHeld);

    public PoolPlan Pool(PoolExpression pool) => new(
        pool.Line,
        Source(pool.Amount),
        pool.Applies is null ? null : Source(pool.Applies),
        pool.When is null ? null : Source(pool.When),
        pool.Share is null ? null : Source(pool.Share),
        pool.Key is null ? null : new GroupSource(SlotOf(pool.Key), pool.Key.Fact!.Name, null),
        SlotOf(pool.Presence),
        pool.Rounding);

    private GroupSource Source(CellExpression cell) => new(SlotOf(cell), cell.Cell.Substring(cell.Cell.LastIndexOf(':') + 1), cell.Cell);
}
