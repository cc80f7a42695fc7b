// Takes an operation, says whether the ruleset alone gives its value, and the operation is one that a workflow can do without.
using System.Linq;
using KpiRules.Kernel;

namespace KpiRules.Workflows.Exporting;

internal sealed class OfRulesetAlone : IOperationVisitor<bool>
{
    private static readonly OfRulesetAlone Whether = new();

    private OfRulesetAlone()
    {
    }

    public static bool Is(Operation operation) => operation.Accept(Whether);

    bool IOperationVisitor<bool>.Constant(ConstantOperation constant) => true;

    bool IOperationVisitor<bool>.Parameter(ParameterOperation parameter) => true;

    bool IOperationVisitor<bool>.Input(InputOperation input) => false;

    bool IOperationVisitor<bool>.Calendar(CalendarOperation calendar) => false;

    bool IOperationVisitor<bool>.Field(FieldOperation field) => false;

    bool IOperationVisitor<bool>.Cell(CellOperation cell) => false;

    bool IOperationVisitor<bool>.NoValue(NoValueOperation none) => false;

    bool IOperationVisitor<bool>.Negation(NegationOperation negation) => Parts(negation);

    bool IOperationVisitor<bool>.Arithmetic(ArithmeticOperation arithmetic) => Parts(arithmetic);

    bool IOperationVisitor<bool>.Comparison(ComparisonOperation comparison) => Parts(comparison);

    bool IOperationVisitor<bool>.Not(NotOperation not) => Parts(not);

    bool IOperationVisitor<bool>.Logic(LogicOperation logic) => Parts(logic);

    bool IOperationVisitor<bool>.Choice(ChoiceOperation choice) => Parts(choice);

    bool IOperationVisitor<bool>.Default(DefaultOperation wanted) => Parts(wanted);

    bool IOperationVisitor<bool>.Available(AvailableOperation available) => Parts(available);

    bool IOperationVisitor<bool>.Guard(GuardOperation guard) => false;

    bool IOperationVisitor<bool>.Call(CallOperation call) => call.Function.Signature.Parameters.Count > 0 && Parts(call);

    bool IOperationVisitor<bool>.Round(RoundOperation round) => false;

    bool IOperationVisitor<bool>.Fold(FoldOperation fold) => false;

    bool IOperationVisitor<bool>.Lookup(LookupOperation lookup) => false;

    bool IOperationVisitor<bool>.Across(AcrossOperation across) => false;

    bool IOperationVisitor<bool>.Label(LabelOperation label) => false;

    bool IOperationVisitor<bool>.Composite(CompositeOperation composite) => false;

    bool IOperationVisitor<bool>.Reaching(ReachingOperation reaching) => false;

    private static bool Parts(Operation operation) => operation.Parts().All(Is);
}
