// Nodes of what is asked of a warning's course.
using KpiRules.Evaluation.Frames;
using KpiRules.Evaluation.Nodes;

namespace KpiRules.Sections.Warnings;

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
