// The functions that choose by what holds, and by what is there: operations of their own.
using KpiRules.Facts;
using KpiRules.Kernel;
using static KpiRules.Kernel.Parameter;

namespace KpiRules.Functions;

internal static class ChoiceFunctions
{
    public static readonly BoundFunction If = new(
        "if",
        new Signature([Boolean("c"), Same("a"), Same("b")], null, ResultUnit.Shared),
        new Combining(CombiningKind.WithoutMeasures, "combine.condition"),
        new("c 成立时为 a，否则为 b；只看所选的一支", "a where c holds, else b; only the chosen branch counts, and c itself must be available"),
        [new("if(sales > cost, 1, 0)", "1"), new("if(1 > 2, 1 / 0, 5)", "5"), new("if(bonus > 1, 1, 0)", "n/a")],
        call => new ChoiceOperation(call.Origin, call.Arguments[0], call.Arguments[1], call.Arguments[2], call.Unit));

    public static readonly BoundFunction Default = new(
        "default",
        new Signature([Same("x"), Same("y")], null, ResultUnit.Shared),
        Combining.WithoutMeasures,
        new("x 可用时为 x，否则为 y", "x where it is available, else y"),
        [new("default(bonus, 7)", "7"), new("default(sales, 7)", "100"), new("default(1 / 0, 0)", "0")],
        call => new DefaultOperation(call.Origin, call.Arguments[0], call.Arguments[1], call.Unit));

    public static readonly BoundFunction Available = new(
        "available",
        new Signature([Any("x")], ValueKind.Boolean, ResultUnit.None),
        Combining.WithoutMeasures,
        new("x 是否可用", "whether x is available"),
        [new("available(bonus)", "false"), new("available(sales)", "true")],
        call => new AvailableOperation(call.Origin, call.Arguments[0]));
}
