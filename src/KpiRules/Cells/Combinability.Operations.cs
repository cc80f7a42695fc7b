// How each operation combines over several periods or subjects: one method a kind, so that none is forgotten.
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Cells;

internal sealed partial class Combinability
    : IOperationVisitor<Combinable>, IReachingVisitor<Combinable>
{
    Combinable IOperationVisitor<Combinable>.Constant(ConstantOperation constant) => new(CombineClass.Constant);

    Combinable IOperationVisitor<Combinable>.Parameter(ParameterOperation parameter) => new(CombineClass.Constant);

    Combinable IOperationVisitor<Combinable>.Input(InputOperation input) => 
        input.Fact?.Role == FactRole.Attribute ? new(CombineClass.OfSubject, input, "combine.attribute") : new(CombineClass.Linear);

    Combinable IOperationVisitor<Combinable>.Calendar(CalendarOperation calendar) => Refused(calendar, "combine.calendar");

    Combinable IOperationVisitor<Combinable>.Field(FieldOperation field) => new(CombineClass.Constant);

    Combinable IOperationVisitor<Combinable>.Cell(CellOperation cell) => OfCell(cell);

    Combinable IOperationVisitor<Combinable>.NoValue(NoValueOperation none) =>
        none.Of is null ? Refused(none, "combine.other") : OfFunction(none, "combine.condition");

    Combinable IOperationVisitor<Combinable>.Negation(NegationOperation negation) => Of(negation.Operand);

    Combinable IOperationVisitor<Combinable>.Arithmetic(ArithmeticOperation arithmetic) =>
        arithmetic.IsSum ? OfSum(arithmetic) : OfProduct(arithmetic);

    Combinable IOperationVisitor<Combinable>.Comparison(ComparisonOperation comparison) => OfFunction(comparison, "combine.condition");

    Combinable IOperationVisitor<Combinable>.Not(NotOperation not) => OfFunction(not, "combine.condition");

    Combinable IOperationVisitor<Combinable>.Logic(LogicOperation logic) => OfFunction(logic, "combine.condition");

    Combinable IOperationVisitor<Combinable>.Choice(ChoiceOperation choice) => OfFunction(choice, "combine.condition");

    Combinable IOperationVisitor<Combinable>.Default(DefaultOperation wanted) => OfFunction(wanted, "combine.function");

    Combinable IOperationVisitor<Combinable>.Available(AvailableOperation available) => OfFunction(available, "combine.function");

    Combinable IOperationVisitor<Combinable>.Guard(GuardOperation guard) => Refused(guard, "combine.other");

    Combinable IOperationVisitor<Combinable>.Call(CallOperation call) => By(call.Function.Combining, call);

    Combinable IOperationVisitor<Combinable>.Round(RoundOperation round) => Refused(round, "combine.line");

    Combinable IOperationVisitor<Combinable>.Fold(FoldOperation fold) => By(fold.Function.Combining, fold);

    /// <summary>Rows that come with the facts are others from period to period, whatever the keys are.</summary>
    Combinable IOperationVisitor<Combinable>.Lookup(LookupOperation lookup) =>
        OfFunction(lookup, "combine.function") is var found && IsFree(found) && lookup.DiffersByPeriod
            ? new(CombineClass.OfSubject, lookup, "combine.table")
            : found;

    Combinable IOperationVisitor<Combinable>.Across(AcrossOperation across) => Refused(across, across.WhyNotCombined);

    Combinable IOperationVisitor<Combinable>.Label(LabelOperation label) => OfFunction(label, "combine.condition");

    Combinable IOperationVisitor<Combinable>.Composite(CompositeOperation composite) => By(composite.Combining, composite);

    Combinable IOperationVisitor<Combinable>.Reaching(ReachingOperation reaching) => reaching.Accept((IReachingVisitor<Combinable>)this);

    Combinable IReachingVisitor<Combinable>.Previous(PreviousOperation previous) => Refused(previous, "combine.time");

    Combinable IReachingVisitor<Combinable>.Trailing(TrailingOperation trailing) => Refused(trailing, "combine.time");

    Combinable IReachingVisitor<Combinable>.Window(WindowOperation window) => Of(window.Inner);

    Combinable IReachingVisitor<Combinable>.Population(PopulationOperation population) => Of(population.Inner);

    Combinable IReachingVisitor<Combinable>.Share(ShareOperation share) => Refused(share, "combine.population");

    Combinable IReachingVisitor<Combinable>.Among(AmongOperation among) => Refused(among, "combine.population");

    Combinable IReachingVisitor<Combinable>.Headcount(HeadcountOperation headcount) => Refused(headcount, "combine.population");

    /// <summary>Combined by a rule of its own, whatever its formula is made of.</summary>
    Combinable IReachingVisitor<Combinable>.Target(TargetOperation target) => new(CombineClass.Linear);

    Combinable IReachingVisitor<Combinable>.OfSection(SectionReachOperation reaching) => By(reaching.Combining, reaching);
}
