// Tells the operations of the kernel apart: a back end that forgets one does not build.
namespace KpiRules.Kernel;

internal interface IOperationVisitor<out T>
{
    T Constant(ConstantOperation constant);

    T Parameter(ParameterOperation parameter);

    T Input(InputOperation input);

    T Calendar(CalendarOperation calendar);

    T Field(FieldOperation field);

    T Cell(CellOperation cell);

    T NoValue(NoValueOperation none);

    T Negation(NegationOperation negation);

    T Arithmetic(ArithmeticOperation arithmetic);

    T Comparison(ComparisonOperation comparison);

    T Not(NotOperation not);

    T Logic(LogicOperation logic);

    T Choice(ChoiceOperation choice);

    T Default(DefaultOperation wanted);

    T Available(AvailableOperation available);

    T Guard(GuardOperation guard);

    T Call(CallOperation call);

    T Round(RoundOperation round);

    T Fold(FoldOperation fold);

    T Lookup(LookupOperation lookup);

    T Across(AcrossOperation across);

    T Label(LabelOperation label);

    T Composite(CompositeOperation composite);

    /// <summary>Only met before functions over time and people are pushed down to the facts.</summary>
    T Reaching(ReachingOperation reaching);
}
