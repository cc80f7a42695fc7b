// Takes what looks across subjects, gives the program that works it out for all of them at once.
using KpiRules.Cells;
using KpiRules.Kernel;

namespace KpiRules.Evaluation;

internal sealed class AcrossPrograms(Cell cell, int slot, NodeBuilder nodes) : IAcrossVisitor<CellProgram>
{
    public CellProgram Group(GroupOperation group) => new GroupProgram(cell, slot, nodes.Group(group));

    public CellProgram Pool(PoolOperation pool) => new PoolProgram(cell, slot, nodes.Pool(pool));

    public CellProgram Rating(RatingOperation rating) => new RatingProgram(cell, slot, rating, nodes.Rating(rating));
}
