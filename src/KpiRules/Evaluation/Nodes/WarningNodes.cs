// Nodes of warnings: the level of the condition that holds, and what the course over the periods comes to.
using KpiRules.Cells;
using KpiRules.Evaluation.Frames;
using KpiRules.Rulesets;

namespace KpiRules.Evaluation.Nodes;

/// <summary>The most severe condition known to hold; not available where none is, and one may.</summary>
/// <param name="conditions">The most severe first.</param>
internal sealed class SeverityLevelNode((WarningSeverity Severity, Node<bool> Condition)[] conditions) : Node<decimal>
{
    public override bool TryEvaluate(Frame frame, out decimal value)
    {
        value = 0;
        NotAvailable? unknown = null;
        foreach (var (severity, condition) in conditions)
        {
            if (!condition.TryEvaluate(frame, out var holds))
            {
                unknown ??= frame.Cause;
                continue;
            }

            value = holds ? (int)severity : 0;
            if (holds)
                return true;
        }

        return unknown is null || frame.Fail(unknown);
    }
}

/// <summary>Whether a warning is firing.</summary>
internal sealed class WarningFiringNode(WarningCourse course) : Node<bool>
{
    public override bool TryEvaluate(Frame frame, out bool value)
    {
        course.Tell(frame);
        var firing = course.IsFiring(frame, 0);
        value = firing.Holds == true;
        return firing.Holds is not null || frame.Fail(firing.Cause!);
    }
}

/// <summary>For how many periods up to the current one it is known to have been firing.</summary>
internal sealed class WarningPeriodsNode(WarningCourse course) : Node<decimal>
{
    public override bool TryEvaluate(Frame frame, out decimal value)
    {
        value = 0;
        while (course.IsFiring(frame, (int)value).Holds == true)
            value++;
        return true;
    }
}

/// <summary>How severe the condition was that held last; 0 where none is known to have.</summary>
internal sealed class LastSeverityNode(WarningCourse course) : Node<decimal>
{
    public override bool TryEvaluate(Frame frame, out decimal value)
    {
        value = course.LastLevel(frame);
        return true;
    }
}

internal sealed class WarningStateNode(Node<bool> isFiring, Node<decimal> level) : Node<string>
{
    public override bool TryEvaluate(Frame frame, out string value)
    {
        var isKnown = isFiring.TryEvaluate(frame, out var fires);
        value = !isKnown ? WarningStateOperation.NotAvailable
            : fires ? WarningStateOperation.Firing
            : !level.TryEvaluate(frame, out var now) ? WarningStateOperation.NotAvailable
            : now > 0 ? WarningStateOperation.Pending : WarningStateOperation.Ok;
        return true;
    }
}

/// <param name="quiet">Why there is no severity while it is neither firing nor pending.</param>
internal sealed class WarningSeverityNode(Node<bool> isFiring, Node<decimal> level, Node<decimal> last, NotAvailable quiet) : Node<string>
{
    private static readonly string[] Names = ["", "info", "warning", "critical"];

    public override bool TryEvaluate(Frame frame, out string value)
    {
        value = "";
        if (!isFiring.TryEvaluate(frame, out var fires) || !(fires ? last : level).TryEvaluate(frame, out var severity))
            return false;
        value = Names[(int)severity];
        return severity > 0 || frame.Fail(quiet);
    }
}
