// Building of what looks across the columns of all subjects.
using System.Linq;
using KpiRules.Kernel;

namespace KpiRules.Evaluation;

internal sealed partial class NodeBuilder
{
    public GroupColumns Group(GroupOperation group)
    {
        var isCell = group.Source is CellOperation;
        var name = group.Source is CellOperation reference ? reference.Shown : ((InputOperation)group.Source).Fact?.Name ?? "";
        return new GroupColumns(
            group.Function,
            new GroupSource(SlotOf(group.Source), name, isCell ? ((CellOperation)group.Source).Cell : null),
            group.Members,
            group.Key is null ? null : new GroupSource(SlotOf(group.Key), group.Key.Fact!.Name, null),
            SlotOf(group.Presence),
            group.Conditions.Select(Shown).ToArray(),
            group.Fraction);
    }

    public PoolColumns Pool(PoolOperation pool) => new(
        pool.Line,
        Source(pool.Amount, "amount"),
        pool.Applies is null ? null : Source(pool.Applies, "exists"),
        pool.When is null ? null : Source(pool.When, "when"),
        pool.Share is null ? null : Source(pool.Share, "share"),
        pool.Key is null ? null : new GroupSource(SlotOf(pool.Key), pool.Key.Fact!.Name, null),
        SlotOf(pool.Presence),
        pool.Rounding);

    public RatingColumns Rating(RatingOperation rating) => new(
        Shown(rating.On),
        rating.Then.Select(Shown).ToArray(),
        rating.When is null ? null : Shown(rating.When),
        rating.Line is null ? null : SlotOf(rating.Line),
        rating.Key is null ? null : new GroupSource(SlotOf(rating.Key), rating.Key.Fact!.Name, null),
        SlotOf(rating.Presence));

    /// <summary>A cell that has a name of its own, or the author's words.</summary>
    private GroupSource Shown(CellOperation cell) => new(SlotOf(cell), cell.Shown, cell.Cell);

    /// <summary>A part of a line, called by what it is.</summary>
    private GroupSource Source(CellOperation cell, string part) => new(SlotOf(cell), part, cell.Cell);

    /// <param name="leaf">A cell or an input.</param>
    private int SlotOf(Operation leaf) => leaf is CellOperation reference ? cells[reference.Cell] : inputs.Of(((InputOperation)leaf).Input);
}
