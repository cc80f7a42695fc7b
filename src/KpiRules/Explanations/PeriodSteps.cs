// Takes what was combined over several periods, gives what it was in each of them.
using KpiRules.Evaluation;
using KpiRules.Evaluation.Frames;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Explanations;

internal sealed class PeriodSteps(SheetProgram sheet, EvaluatedFrame frame, bool missingIsZero)
{
    /// <summary>What a fact was in each of the periods it was combined over.</summary>
    public void TellFact(InputOperation input, int row, Trace trace)
    {
        if (frame.History is not { } history || input.Input.Fact!.Role == FactRole.Attribute
            || input.Input.Lag.From(frame.Calendar.Period) is not { } period
            || frame.Calendar.At(period).PeriodsOf(input.Input.Window) is not { } periods)
            return;
        var name = input.Input.Fact.Name;
        var reader = new MeasureReader(new InputSlot(input.Input, 0), history, periods, new FactCheck([]), missingIsZero)
        {
            OnValue = (one, value) => trace.Add(StepKind.Period, $"{name} {one}", value),
        };
        reader.TryRead(row, out _);
    }

    /// <summary>What a target was in each of the periods it was combined over.</summary>
    public void TellTarget(InputOperation input, int row, Trace trace)
    {
        if (frame.History is not { } history
            || input.Input.Lag.From(frame.Calendar.Period) is not { } period
            || frame.Calendar.At(period).PeriodsOf(input.Input.Window) is not { } periods)
            return;
        var reader = new TargetReader(new InputSlot(input.Input, 0), sheet, history, periods, frame.Targets!)
        {
            OnValue = (one, value) => trace.Add(StepKind.Period, $"{input.Input.Target!.Name} {one}", value),
        };
        reader.TryRead(row, out _);
    }
}
