// How each operation combines over several periods or subjects: one method a kind, so that none is forgotten.
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Cells;

internal sealed partial class Combinability
    : IOperationVisitor<Combinable>, IReachingVisitor<Combinable>, ISectionReachVisitor<Combinable>, ISectionVisitor<Combinable>
{
    Combinable IOperationVisitor<Combinable>.Constant(ConstantOperation constant) => new(CombineClass.Constant);

    Combinable IOperationVisitor<Combinable>.Parameter(ParameterOperation parameter) => new(CombineClass.Constant);

    Combinable IOperationVisitor<Combinable>.Input(InputOperation input) => 
        input.Fact?.Role == FactRole.Attribute ? new(CombineClass.OfSubject, input, "combine.attribute") : new(CombineClass.Linear);

    Combinable IOperationVisitor<Combinable>.Calendar(CalendarOperation calendar) => Refused(calendar, "combine.calendar");

    Combinable IOperationVisitor<Combinable>.Field(FieldOperation field) => new(CombineClass.Constant);

    Combinable IOperationVisitor<Combinable>.Cell(CellOperation cell) => OfCell(cell);

    Combinable IOperationVisitor<Combinable>.NoValue(NoValueOperation none) => Refused(none, "combine.other");

    Combinable IOperationVisitor<Combinable>.Negation(NegationOperation negation) => Of(negation.Operand);

    Combinable IOperationVisitor<Combinable>.Arithmetic(ArithmeticOperation arithmetic) => arithmetic.IsSum ? OfSum(arithmetic) : OfProduct(arithmetic);

    Combinable IOperationVisitor<Combinable>.Comparison(ComparisonOperation comparison) => OfFunction(comparison, "combine.condition");

    Combinable IOperationVisitor<Combinable>.Not(NotOperation not) => OfFunction(not, "combine.condition");

    Combinable IOperationVisitor<Combinable>.Logic(LogicOperation logic) => OfFunction(logic, "combine.condition");

    Combinable IOperationVisitor<Combinable>.Choice(ChoiceOperation choice) => OfFunction(choice, "combine.condition");

    Combinable IOperationVisitor<Combinable>.Default(DefaultOperation wanted) => OfFunction(wanted, "combine.function");

    Combinable IOperationVisitor<Combinable>.Available(AvailableOperation available) => OfFunction(available, "combine.function");

    Combinable IOperationVisitor<Combinable>.Guard(GuardOperation guard) => Refused(guard, "combine.other");

    Combinable IOperationVisitor<Combinable>.Call(CallOperation call) => OfCall(call, call.Function.Combining);

    Combinable IOperationVisitor<Combinable>.Round(RoundOperation round) => Refused(round, "combine.line");

    Combinable IOperationVisitor<Combinable>.Fold(FoldOperation fold) => OfCall(fold, fold.Function.Combining);

    Combinable IOperationVisitor<Combinable>.Group(GroupOperation group) => Refused(group, "combine.other");

    Combinable IOperationVisitor<Combinable>.Pool(PoolOperation pool) => Refused(pool, "combine.line");

    Combinable IOperationVisitor<Combinable>.Label(LabelOperation label) => Refused(label, "combine.other");

    Combinable IOperationVisitor<Combinable>.Composite(CompositeOperation composite) => ((SectionOperation)composite).Accept(this);

    Combinable IOperationVisitor<Combinable>.Reaching(ReachingOperation reaching) => reaching.Accept((IReachingVisitor<Combinable>)this);

    Combinable IReachingVisitor<Combinable>.Previous(PreviousOperation previous) => Refused(previous, "combine.time");

    Combinable IReachingVisitor<Combinable>.Trailing(TrailingOperation trailing) => Refused(trailing, "combine.time");

    Combinable IReachingVisitor<Combinable>.Window(WindowOperation window) => Of(window.Inner);

    Combinable IReachingVisitor<Combinable>.Population(PopulationOperation population) => Of(population.Inner);

    Combinable IReachingVisitor<Combinable>.Share(ShareOperation share) => Refused(share, "combine.population");

    Combinable IReachingVisitor<Combinable>.Among(AmongOperation among) => Refused(among, "combine.population");

    Combinable IReachingVisitor<Combinable>.Headcount(HeadcountOperation headcount) => Refused(headcount, "combine.population");

    Combinable IReachingVisitor<Combinable>.OfSection(ReachingOperation reaching) => ((SectionReachOperation)reaching).Accept(this);

    /// <summary>Combined by a rule of its own, whatever its formula is made of.</summary>
    Combinable ISectionReachVisitor<Combinable>.Target(TargetOperation target) => new(CombineClass.Linear);

    Combinable ISectionReachVisitor<Combinable>.Accumulate(AccumulateOperation accumulate) => Refused(accumulate, "combine.time");

    Combinable ISectionReachVisitor<Combinable>.Warning(WarningOperation warning) => Refused(warning, "combine.other");

    Combinable ISectionVisitor<Combinable>.Attainment(AttainmentOperation attainment) => OfAttainment(attainment);

    Combinable ISectionVisitor<Combinable>.Applicable(ApplicableOperation applicable) => Of(applicable.Inner);

    Combinable ISectionVisitor<Combinable>.Proportion(ProportionOperation proportion) => Refused(proportion, "combine.calendar");

    Combinable ISectionVisitor<Combinable>.Pace(PaceOperation pace) => Refused(pace, "combine.calendar");

    Combinable ISectionVisitor<Combinable>.Required(RequiredOperation required) => Refused(required, "combine.calendar");

    Combinable ISectionVisitor<Combinable>.Rows(RowsOperation rows) => OfFunction(rows, "combine.schedule");

    Combinable ISectionVisitor<Combinable>.Cases(CasesOperation cases) => OfFunction(cases, "combine.schedule");

    Combinable ISectionVisitor<Combinable>.Grid(GridOperation grid) => OfFunction(grid, "combine.schedule");

    Combinable ISectionVisitor<Combinable>.WeightedMean(WeightedMeanOperation mean) => Refused(mean, "combine.other");

    Combinable ISectionVisitor<Combinable>.Grade(GradeOperation grade) => Refused(grade, "combine.other");

    Combinable ISectionVisitor<Combinable>.Line(LineOperation line) => Refused(line, "combine.line");

    Combinable ISectionVisitor<Combinable>.LineState(LineStateOperation state) => Refused(state, "combine.line");

    Combinable ISectionVisitor<Combinable>.Each(EachOperation each) => Refused(each, "combine.line");

    Combinable ISectionVisitor<Combinable>.EachOpen(EachOpenOperation open) => Refused(open, "combine.line");

    Combinable ISectionVisitor<Combinable>.Payout(PayoutOperation payout) => Refused(payout, "combine.line");

    Combinable ISectionVisitor<Combinable>.Accumulated(AccumulatedOperation accumulated) => Refused(accumulated, "combine.other");

    Combinable ISectionVisitor<Combinable>.SeverityLevel(SeverityLevelOperation level) => Refused(level, "combine.other");

    Combinable ISectionVisitor<Combinable>.WarningCourse(WarningCourseOperation course) => Refused(course, "combine.other");

    Combinable ISectionVisitor<Combinable>.WarningState(WarningStateOperation state) => Refused(state, "combine.other");

    Combinable ISectionVisitor<Combinable>.WarningSeverity(WarningSeverityOperation severity) => Refused(severity, "combine.other");

    Combinable ISectionVisitor<Combinable>.HoldingCount(HoldingCountOperation count) => Refused(count, "combine.other");

    Combinable ISectionVisitor<Combinable>.Trend(TrendOperation trend) => Refused(trend, "combine.other");

    Combinable ISectionVisitor<Combinable>.ByLength(ByLengthOperation byLength) => Refused(byLength, "combine.other");

    Combinable ISectionVisitor<Combinable>.PeriodBound(PeriodBoundOperation bound) => Refused(bound, "combine.calendar");
}
