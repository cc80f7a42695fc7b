// How a warning went over the periods it looks at: "Warnings" in docs/format.md.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Evaluation.Nodes;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Sections.Warnings;

/// <summary>A warning's course over the periods it looks at, the latest first.</summary>
/// <remarks>
/// It is firing where a condition held <c>for</c> so many periods in a row; or where it was firing the period before and has
/// not ended: what holds still does not end, whatever <c>until</c> says. Before the subject's first facts nothing held.
/// </remarks>
/// <param name="Levels">The most severe condition that held in each; those of <c>For</c> − 1 periods before the lookback too.</param>
/// <param name="Untils">Whether the warning ends; empty where it ends as soon as no condition holds.</param>
/// <param name="HasBegun">Whether the subject's history had begun in each period but the current one.</param>
internal sealed record WarningCourseOperation(
    Origin Origin, WarningQuestion Question, ValueList<Operation> Levels, ValueList<Operation> Untils,
    ValueList<Operation> HasBegun, int For, ValueKind Kind)
    : FusedOperation(Origin, Kind, Unit.Unknown)
{
    /// <summary>How many earlier periods it may have been firing in.</summary>
    private int Reach => Levels.Count - For;

    public override Combining Combining => Combining.Never("combine.other");

    public override Operation Map(Func<Operation, Operation> part) =>
        this with { Levels = Map(Levels, part), Untils = Map(Untils, part), HasBegun = Map(HasBegun, part) };

    public override int GetHashCode() => HashOfPartsAnd((Question, For));

    public override Operation Expand()
    {
        var write = Write;
        var levels = Levels.Select(LevelOf).ToList();
        var active = levels.Select(level => write.Greater(level, write.Number(0))).ToList();
        if (Question == WarningQuestion.LastSeverity)
            return write.Choose(
                Enumerable.Range(0, Reach + 1).Select(back => (write.Default(active[back], write.Boolean(false)), levels[back])).ToList(),
                write.Number(0));
        var firing = new Operation[Reach + 1];
        for (var back = Reach; back >= 0; back--)
        {
            var begins = write.All(active.Skip(back).Take(For).ToList());
            firing[back] = back == Reach ? begins : write.Any([begins, write.All([firing[back + 1], Lasts(active[back], back)])]);
        }

        if (Question == WarningQuestion.IsFiring)
            return Told(levels, firing[0]);
        var stops = firing.Select((fires, back) => (write.Not(write.Default(fires, write.Boolean(false))), write.Number(back)));
        return write.Choose(stops.ToList(), write.Number(firing.Length));
    }

    /// <summary>Whether a warning that was firing goes on: a condition holds, or it is not yet said to be over.</summary>
    private Operation Lasts(Operation active, int back) => Untils.Count == 0 ? active : Write.Any([active, Write.Not(Untils[back])]);

    /// <summary>Tells the level of every period that is looked at; of none before the subject's first.</summary>
    private Operation Told(IReadOnlyList<Operation> levels, Operation firing)
    {
        for (var back = levels.Count - 1; back >= 0; back--)
        {
            var begun = back == 0 ? Write.Boolean(true) : HasBegun[back - 1];
            firing = new LabelOperation(
                Origin, StepKind.Level, new StepText("", Period: ((CellOperation)Levels[back]).Lag), [levels[back]], firing, false, begun);
        }

        return firing;
    }

    private Operation LevelOf(Operation level, int back) =>
        back == 0 ? level : Write.If(Write.Default(HasBegun[back - 1], Write.Boolean(false)), level, Write.Number(0));

    public override Node Fuse(INodeBuilder nodes)
    {
        var over = new WarningCourse(
            Levels.Select(nodes.Number).ToArray(),
            Untils.Select(nodes.Boolean).ToArray(),
            HasBegun.Select(nodes.Boolean).ToArray(),
            For,
            Levels.Select(level => ((CellOperation)level).Lag).ToArray());
        return Question switch
        {
            WarningQuestion.IsFiring => new WarningFiringNode(over),
            WarningQuestion.Periods => new WarningPeriodsNode(over),
            WarningQuestion.LastSeverity => new LastSeverityNode(over),
        };
    }
}
