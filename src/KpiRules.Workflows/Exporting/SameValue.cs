// Takes an expression, gives a text that is alike only for expressions which always have the same value.
using System;
using System.Linq;
using System.Runtime.CompilerServices;
using KpiRules.Kernel;
using KpiRules.Linq;

namespace KpiRules.Workflows.Exporting;

internal sealed class SameValue : IOperationVisitor<string>
{
    private static readonly SameValue Own = new();

    private SameValue()
    {
    }

    public static string Of(Operation expression) =>
        $"{expression.GetType().Name}<{expression.Accept(Own)}>({string.Join(";", expression.Parts().Select(Of))})";

    string IOperationVisitor<string>.Constant(ConstantOperation constant) => $"{constant.Value.Kind}:{LinqTerm.Of(constant.Value).Text}";

    string IOperationVisitor<string>.Parameter(ParameterOperation parameter) => parameter.Name;

    string IOperationVisitor<string>.Input(InputOperation input) => input.Input.ToString();

    string IOperationVisitor<string>.Calendar(CalendarOperation calendar) => Alone(calendar);

    string IOperationVisitor<string>.Field(FieldOperation field) => FormattableString.Invariant($"{field.List.Name}:{field.Index}");

    string IOperationVisitor<string>.Cell(CellOperation cell) => cell.Cell;

    string IOperationVisitor<string>.NoValue(NoValueOperation none) => Alone(none);

    string IOperationVisitor<string>.Negation(NegationOperation negation) => "";

    string IOperationVisitor<string>.Arithmetic(ArithmeticOperation arithmetic) => string.Join(",", arithmetic.Signs);

    string IOperationVisitor<string>.Comparison(ComparisonOperation comparison) => comparison.Sign.ToString();

    string IOperationVisitor<string>.Not(NotOperation not) => "";

    string IOperationVisitor<string>.Logic(LogicOperation logic) => logic.IsAnd.ToString();

    string IOperationVisitor<string>.Choice(ChoiceOperation choice) => "";

    string IOperationVisitor<string>.Default(DefaultOperation wanted) => "";

    string IOperationVisitor<string>.Available(AvailableOperation available) => "";

    string IOperationVisitor<string>.Guard(GuardOperation guard) => Alone(guard);

    string IOperationVisitor<string>.Call(CallOperation call) => $"{call.Function.Name}:{call.Lag}";

    string IOperationVisitor<string>.Round(RoundOperation round) => Alone(round);

    string IOperationVisitor<string>.Fold(FoldOperation fold) => 
        FormattableString.Invariant($"{fold.Records.List.Name}:{fold.Records.Lag}:{fold.Records.Window}:{fold.Function}:{fold.Fraction}")
            + $":{fold.Value is null}:{fold.Condition is null}";

    string IOperationVisitor<string>.Across(AcrossOperation across) => Alone(across);

    string IOperationVisitor<string>.Label(LabelOperation label) => Alone(label);

    string IOperationVisitor<string>.Composite(CompositeOperation composite) => Alone(composite);

    string IOperationVisitor<string>.Reaching(ReachingOperation reaching) => Alone(reaching);

    /// <summary>Whatever else it says beside its parts, it is itself alone.</summary>
    private static string Alone(Operation operation) => FormattableString.Invariant($"{RuntimeHelpers.GetHashCode(operation)}");
}
