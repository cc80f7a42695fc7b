// The function that chooses by what a value is: one case a label, written out.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Kernel;
using static KpiRules.Kernel.Parameter;

namespace KpiRules.Functions;

internal static class CaseFunction
{
    /// <remarks>A call has a label and a value by turns behind x; where one is left over, it holds for all else.</remarks>
    public static readonly BoundFunction Case = new(
        "case",
        new Signature([Same("x"), Same("'A'"), Any("a")], null, ResultUnit.Shared, IsVariadic: true),
        Combining.WithoutMeasuresFor("combine.condition"),
        new(
            "x 等于 'A' 时为 a，等于 'B' 时为 b，依此类推；最后可写一个没有标签的值，其他情形用它，不写则不可用；只看所选的一支；标签为写明的文本、数字或日期，互不相同",
            "a where x is 'A', b where it is 'B', and so on; a last value without a label is for everything else, which is "
                + "otherwise not available; only the chosen one counts; labels are texts, numbers or dates, written out, no two alike"),
        [new("case(team, 'west', 1, 'east', 2)", "2"), new("case(team, 'west', 1)", "n/a"), new("case(team, 'west', 1, 9)", "9"),
            new("case(sales, 100, 1, 200, 1 / 0)", "1"), new("case(hired, #2026-03-16#, 5, 0)", "5"), new("case(bonus, 1, 1, 0)", "n/a")],
        Lower);

    public static IEnumerable<Operation> LabelsOf(IReadOnlyList<Operation> arguments) =>
        arguments.Where((_, i) => i % 2 == 1 && i + 1 < arguments.Count);

    /// <summary>Of the cases, then the one for all else where there is one.</summary>
    public static IReadOnlyList<Operation> ValuesOf(IReadOnlyList<Operation> arguments) =>
        arguments.Where((_, i) => i > 0 && (i % 2 == 0 || i + 1 == arguments.Count)).ToList();

    public static bool HasElse(IReadOnlyList<Operation> arguments) => arguments.Count % 2 == 0;

    private static Operation Lower(BoundCall call)
    {
        var (x, labels, values) = (call.Arguments[0], LabelsOf(call.Arguments).ToList(), ValuesOf(call.Arguments));
        var branches = labels.Select((label, i) => new ChoiceBranch(
            new ComparisonOperation(label.Origin, ComparisonSign.Equal, x, label),
            Told(call, new StepText(((ConstantOperation)label).Value.ToString()), values[i]))).ToList();
        var otherwise = HasElse(call.Arguments)
            ? Told(call, new StepText("", x), values[values.Count - 1])
            : new NoValueOperation(call.Origin, new Reason(CauseKind.NoCase, call.Function.Name), call.Kind, x);
        return new ChoiceOperation(call.Origin, branches, otherwise, call.Kind, call.Unit);
    }

    /// <summary>Of a record its fields are told.</summary>
    private static Operation Told(BoundCall call, StepText label, Operation value) => call.IsInRecord
        ? value
        : new LabelOperation(value.Origin, StepKind.Case, label, [], value, TellsResult: value.Kind == ValueKind.Number);
}
