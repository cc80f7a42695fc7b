// Building of incentive lines.
using System.Linq;
using KpiRules.Cells;
using KpiRules.Evaluation.Nodes;
using KpiRules.Formulas;
using KpiRules.Kernel;

namespace KpiRules.Evaluation;

internal sealed partial class NodeBuilder
{
    private LineNode Line(LineOperation line) => new(
        Optional(line.Exists),
        Optional(line.Gate),
        Number(line.Inner),
        new NotAvailable(CauseKind.DoesNotApply, line.Line),
        new NotAvailable(CauseKind.ApplicabilityUnknown, line.Line, Because: line.Exists?.Cell));

    private LineStateNode LineState(LineStateOperation state) =>
        new(Optional(state.Exists), Optional(state.Open), Number(state.Amount));

    private EachNode Each(EachOperation each) => Within(each.Records, (slot, list) => new EachNode(slot, list, Optional(each.Applies), Optional(each.Gate), Number(each.Inner)));

    private EachOpenNode EachOpen(EachOpenOperation each) => Within(each.Records, (slot, list) => new EachOpenNode(slot, list, Optional(each.Applies), Boolean(each.Gate)));

    private PayoutNode Payout(PayoutOperation payout) =>
        new(payout.Lines.Select(line => Text(line.State)).ToArray(), payout.Lines.Select(line => Number(line.Amount)).ToArray(), payout.CountsHeld);

    public PoolPlan Pool(PoolOperation pool) => new(
        pool.Line,
        Source(pool.Amount),
        pool.Applies is null ? null : Source(pool.Applies),
        pool.When is null ? null : Source(pool.When),
        pool.Share is null ? null : Source(pool.Share),
        pool.Key is null ? null : new GroupSource(SlotOf(pool.Key), pool.Key.Fact!.Name, null),
        SlotOf(pool.Presence),
        pool.Rounding);

    private GroupSource Source(CellOperation cell) => new(SlotOf(cell), cell.Cell.Substring(cell.Cell.LastIndexOf(':') + 1), cell.Cell);
}
