// Tells the composites of the sections apart, for a back end that knows them as a whole.
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Cells;

internal interface ISectionVisitor<out T>
{
    T Attainment(AttainmentOperation attainment);

    T Applicable(ApplicableOperation applicable);

    T Proportion(ProportionOperation proportion);

    T Pace(PaceOperation pace);

    T Required(RequiredOperation required);

    T Rows(RowsOperation rows);

    T Cases(CasesOperation cases);

    T Grid(GridOperation grid);

    T WeightedMean(WeightedMeanOperation mean);

    T Grade(GradeOperation grade);

    T Line(LineOperation line);

    T LineState(LineStateOperation state);

    T Each(EachOperation each);

    T EachOpen(EachOpenOperation open);

    T Payout(PayoutOperation payout);

    T Accumulated(AccumulatedOperation accumulated);

    T SeverityLevel(SeverityLevelOperation level);

    T WarningCourse(WarningCourseOperation course);

    T WarningState(WarningStateOperation state);

    T WarningSeverity(WarningSeverityOperation severity);

    T HoldingCount(HoldingCountOperation count);

    T Trend(TrendOperation trend);

    T ByLength(ByLengthOperation byLength);

    T PeriodBound(PeriodBoundOperation bound);
}

/// <summary>A composite that back ends may know as a whole.</summary>
internal abstract record SectionOperation(Origin Origin, ValueKind Kind, string? Unit) : CompositeOperation(Origin, Kind, Unit)
{
    public abstract T Accept<T>(ISectionVisitor<T> visitor);
}
