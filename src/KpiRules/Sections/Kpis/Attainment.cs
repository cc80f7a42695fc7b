// How well a value meets its target: "KPIs, targets and attainment" in docs/format.md.
using System;
using System.Collections.Generic;
using KpiRules.Evaluation.Frames;
using KpiRules.Evaluation.Nodes;
using KpiRules.Facts;
using KpiRules.Functions;
using KpiRules.Kernel;

namespace KpiRules.Sections.Kpis;

/// <summary>How well a value meets its target, times a scale.</summary>
internal sealed record AttainmentOperation(Origin Origin, string Kpi, Better Better, Operation Value, Operation Target, decimal Scale)
    : FusedOperation(Origin, ValueKind.Number, Unit.Percent)
{
    public override Combining Combining => Combining.Attains;

    public override Operation Map(Func<Operation, Operation> part) => this with { Value = part(Value), Target = part(Target) };

    public override int GetHashCode() => HashOfPartsAnd((Kpi, Better, Scale));

    public override IEnumerable<(Operation One, Operation Other)> Compared() => [(Value, Target)];

    public override Operation Expand()
    {
        var (write, zero) = (Write, Write.Number(0));
        var reached = Better switch
        {
            Better.Higher => write.If(
                write.Greater(Target, zero),
                write.Divide(write.Multiply(Scaled, Value), Target),
                write.Add(Scaled, Missed(write.Subtract(Value, Target)))),
            Better.Lower => write.Subtract(Scaled, Missed(write.Subtract(Value, Target))),
            Better.Nearer => write.Subtract(Scaled, Missed(write.Absolute(write.Subtract(Value, Target)))),
        };
        return write.Where([Value], write.Guard(write.Differs(Target, zero), new Reason(CauseKind.ZeroTarget, Kpi), reached));
    }

    private Operation Scaled => Write.Number(Scale);

    /// <summary>A distance in targets, times the scale.</summary>
    private Operation Missed(Operation distance) => Write.Divide(Write.Multiply(Scaled, distance), Write.Absolute(Target));

    public override Node Fuse(INodeBuilder nodes) => new AttainmentNode(
        Better, nodes.Number(Value), nodes.Number(Target), Scale, new NotAvailable(CauseKind.ZeroTarget, Kpi));
}

/// <summary>How well a value meets its target, times a scale, which is multiplied before anything is divided.</summary>
internal sealed class AttainmentNode(Better better, Node<decimal> actual, Node<decimal> target, decimal scale, NotAvailable zeroTarget)
    : Node<decimal>
{
    public override bool TryEvaluate(Frame frame, out decimal value)
    {
        if (!actual.TryEvaluate(frame, out value) || !target.TryEvaluate(frame, out var aim))
            return false;
        if (aim == 0)
            return frame.Fail(zeroTarget);
        var size = Math.Abs(aim);
        value = better switch
        {
            Better.Higher when aim > 0 => scale * value / aim,
            Better.Higher => scale + scale * (value - aim) / size,
            Better.Lower => scale - scale * (value - aim) / size,
            Better.Nearer => scale - scale * Math.Abs(value - aim) / size,
        };
        return true;
    }
}
