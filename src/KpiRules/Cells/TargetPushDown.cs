// Pushes targets down: in a period a target is its formula; over several it is the targets of these, each worked out in its own.
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Cells;

internal sealed class TargetPushDown(Combinability combinability, PushDown pushDown, DiagnosticBag diagnostics)
{
    /// <summary>A target in a period; in a longer one it is made of those of its parts.</summary>
    public Operation In(TargetOperation target, Lag lag)
    {
        var combine = combinability.TargetCombine(target);
        if (combine == Combine.Sum && target.Combine is null && lag.IsNone && DoesNotAddUp(target))
            diagnostics.Add(PolicyFaults.TargetAddsUp(target.Origin.Place, target.Kpi, combinability.UnitOf(target.Kpi).Text));
        var inner = pushDown.At(lag, target.Inner);
        if (IsGiven(target) || (IsConstant(target) && combine != Combine.Sum))
            return Over(target, lag, TimeWindow.None);
        return new ByLengthOperation(target.Origin, inner, Over(target, lag, TimeWindow.None));
    }

    /// <summary>The targets of a stretch of time, each period's own, combined as the KPI says.</summary>
    public Operation Over(TargetOperation target, Lag lag, TimeWindow window)
    {
        var combine = combinability.TargetCombine(target);
        if (target.Inner is InputOperation { Fact.Role: FactRole.Target } given)
            return given with { Input = given.Input with { Lag = lag, Window = window, Combine = combine, IsWhole = true } };
        if (!IsConstant(target))
        {
            var input = Input.OfTarget(SourceOf(target, combine), lag, window, combine);
            return new InputOperation(target.Inner.Origin, input, ValueKind.Number, target.Unit);
        }

        // of a constant there is nothing to work out in each period: only how many there are matters
        var constant = pushDown.At(lag, target.Inner);
        return combine == Combine.Sum ? Times(constant, Count(target, lag, window, isOfLonger: window == TimeWindow.None)) : constant;
    }

    /// <summary>Whether the KPI's value does not add up as its target would.</summary>
    private bool DoesNotAddUp(TargetOperation target) =>
        !IsGiven(target) && (combinability.DoesNotAddUp(target.Kpi) || (IsConstant(target) && combinability.CombinesOtherwise(target.Kpi)));

    private static bool IsGiven(TargetOperation target) => target.Inner is InputOperation { Fact.Role: FactRole.Target };

    private bool IsConstant(TargetOperation target) => combinability.ClassOf(target.Inner) == CombineClass.Constant;

    private TargetSource SourceOf(TargetOperation target, Combine combine)
    {
        var name = TargetOperation.CellOf(target.Kpi).Name;
        var formula = combine == Combine.Sum ? InEachPeriod(target, target.Inner) : target.Inner;
        return new TargetSource(name, pushDown.Keep(CellKey.Hidden("", name), formula, name));
    }

    /// <summary>
    /// The formula of one period. Of a period that is longer and yet has facts of its own, what is no fact counts once for each
    /// of the policy's periods in it.
    /// </summary>
    private Operation InEachPeriod(TargetOperation target, Operation inner) => combinability.ClassOf(inner) switch
    {
        CombineClass.Constant or CombineClass.OfSubject => Times(inner, Count(target, Lag.None, TimeWindow.None, isOfLonger: false)),
        CombineClass.Shifted when inner is ArithmeticOperation { IsSum: false } =>
            inner.Map(part => IsFree(part) ? part : InEachPeriod(target, part)),
        CombineClass.Shifted when inner is ArithmeticOperation or NegationOperation => inner.Map(part => InEachPeriod(target, part)),
        CombineClass.Shifted or CombineClass.Linear or CombineClass.Ratio or CombineClass.None => inner,
    };

    private bool IsFree(Operation part) => combinability.ClassOf(part) is CombineClass.Constant or CombineClass.OfSubject;

    private static InputOperation Count(TargetOperation target, Lag lag, TimeWindow window, bool isOfLonger) =>
        new(target.Origin, Input.PeriodCount(lag, window, isOfLonger), ValueKind.Number, Unit.Plain);

    private static ArithmeticOperation Times(Operation constant, Operation count) =>
        new(constant.Origin, constant, ArithmeticSign.Times, count, constant.Unit);
}
