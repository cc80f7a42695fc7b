// Binding of choices by cases: labels that are constants of one type, no two alike, each one that can come; values of one type.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Functions;
using KpiRules.Kernel;

namespace KpiRules.Formulas;

internal sealed partial class FormulaBinder
{
    private Operation? BindCase(CallSyntax call, List<Operation> arguments)
    {
        var x = arguments[0];
        if (x.Kind == ValueKind.Boolean)
        {
            diagnostics.Add(TypeFaults.Operand(
                x.Origin.Place, call.Function, new Term("kinds.ordered"), x.Origin.Text, KindOf(x.Kind)));
            return null;
        }

        var labels = CaseFunction.LabelsOf(arguments).Select(label => LabelOf(x, label)).ToList();
        var values = CaseFunction.ValuesOf(arguments);
        var others = values.Skip(1).Where(value => value.Kind != values[0].Kind).ToList();
        foreach (var other in others)
            diagnostics.Add(TypeFaults.BranchesDiffer(other.Origin.Place, KindOf(values[0].Kind), KindOf(other.Kind)));
        if (labels.Contains(null) || others.Count > 0 || !AreDistinct(labels))
            return null;
        foreach (var value in values.Skip(1))
            WarnOfMixedUnits(values[0], values[0].Unit, value);
        if (!CaseFunction.HasElse(arguments))
            WarnOfMissingCases(call, x, labels);
        for (var i = 0; i < labels.Count; i++)
            arguments[2 * i + 1] = labels[i]!;
        var unit = values.Select(value => value.Unit).Aggregate(Unit.Common);
        return CaseFunction.Case.Bind(new BoundCall(
            call.Origin, CaseFunction.Case, arguments, values[0].Kind, unit, Periods: 1, Members: null, IsInRecord: _record is not null));
    }

    /// <summary>The constant that a label is; null after reporting that it is none, or none that x can be.</summary>
    private ConstantOperation? LabelOf(Operation x, Operation label)
    {
        var (place, constant) = (label.Origin.Place, label as ConstantOperation);
        if (label is NegationOperation { Operand: ConstantOperation { Value.Number: { } number } operand })
            constant = new ConstantOperation(label.Origin, -number, operand.Unit);
        if (constant is null)
            diagnostics.Add(FormulaFaults.LabelNotConstant(place, label.Origin.Text));
        else if (constant.Kind != x.Kind)
            diagnostics.Add(TypeFaults.Compared(place, x.Origin.Text, KindOf(x.Kind), label.Origin.Text, KindOf(constant.Kind)));
        else if (x.OnlyTexts is { MayGrow: false } known && constant.Value.Text is { } text && !known.Have(text))
            diagnostics.Add(TypeFaults.NoSuchCase(place, known.Name, text, known.All));
        else
        {
            WarnOfImpossibleText(x, constant, alwaysHolds: false);
            return constant;
        }

        return null;
    }

    private bool AreDistinct(List<ConstantOperation?> labels)
    {
        var seen = new HashSet<FactValue>();
        var twice = labels.Where(label => !seen.Add(label!.Value)).ToList();
        foreach (var label in twice)
            diagnostics.Add(FormulaFaults.LabelTwice(label!.Origin.Place, label.Origin.Text));
        return twice.Count == 0;
    }

    private void WarnOfMissingCases(CallSyntax call, Operation x, List<ConstantOperation?> labels)
    {
        var missing = x.OnlyTexts?.All.Where(text => labels.TrueForAll(label => label!.Value.Text != text)).ToList();
        if (missing is { Count: > 0 })
            diagnostics.Add(TypeFaults.CasesMissing(call.FunctionOrigin.Place, x.OnlyTexts!.Name, missing));
    }
}
