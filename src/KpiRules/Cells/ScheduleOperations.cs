// Schedules with every name bound: section 5 of the ruleset format.
using System;
using System.Collections.Generic;
using KpiRules.Facts;
using KpiRules.Formulas;
using KpiRules.Kernel;
using KpiRules.Rulesets;

namespace KpiRules.Cells;

/// <param name="Cell">Whose schedule it is, for causes.</param>
/// <param name="Per">Multiplies every bound; null is 1.</param>
/// <param name="Bounds">Going up; of points, two may be alike.</param>
/// <param name="Values">One for every bound: a value, or a rate.</param>
internal sealed record RowsOperation(
    Origin Origin, ScheduleForm Form, string Cell, Operation On, Operation? Per, IReadOnlyList<Operation> Bounds, IReadOnlyList<Operation> Values, string? Unit)
    : Operation(Origin, ValueKind.Number, Unit)
{
    public override Operation Map(Func<Operation, Operation> part) => this with
    {
        On = part(On), Per = Per is null ? null : part(Per), Bounds = Map(Bounds, part), Values = Map(Values, part),
    };
}

/// <param name="Values">One for every text.</param>
/// <param name="Else">What holds for any other text; null: nothing does.</param>
internal sealed record CasesOperation(
    Origin Origin, string Cell, Operation On, IReadOnlyList<string> Texts, IReadOnlyList<Operation> Values, Operation? Else, string? Unit)
    : Operation(Origin, ValueKind.Number, Unit)
{
    public override Operation Map(Func<Operation, Operation> part) => this with
    {
        On = part(On), Values = Map(Values, part), Else = Else is null ? null : part(Else),
    };
}

internal sealed record GridOperation(Origin Origin, string Cell, AxisOperation Rows, AxisOperation Columns, IReadOnlyList<Operation> Values, string? Unit)
    : Operation(Origin, ValueKind.Number, Unit)
{
    public override Operation Map(Func<Operation, Operation> part) => this with
    {
        Rows = MapAxis(Rows, part), Columns = MapAxis(Columns, part), Values = Map(Values, part),
    };

    private static AxisOperation MapAxis(AxisOperation axis, Func<Operation, Operation> part) => new(part(axis.On), Map(axis.Bounds, part));
}

/// <param name="Bounds">Going up.</param>
internal sealed record AxisOperation(Operation On, IReadOnlyList<Operation> Bounds);
