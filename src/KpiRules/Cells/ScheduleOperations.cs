// Schedules with every name bound: section 5 of the ruleset format.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Rulesets;

namespace KpiRules.Cells;

/// <param name="Cell">Whose schedule it is, for causes.</param>
/// <param name="Per">Multiplies every bound; null is 1.</param>
/// <param name="Bounds">Going up; of points, two may be alike.</param>
/// <param name="Values">One for every bound: a value, or a rate.</param>
internal sealed record RowsOperation(
    Origin Origin, ScheduleForm Form, string Cell, Operation On, Operation? Per, IReadOnlyList<Operation> Bounds, IReadOnlyList<Operation> Values, string? Unit)
    : SectionOperation(Origin, ValueKind.Number, Unit)
{
    public override T Accept<T>(ISectionVisitor<T> visitor) => visitor.Rows(this);

    public override Operation Map(Func<Operation, Operation> part) => this with
    {
        On = part(On), Per = Per is null ? null : part(Per), Bounds = Map(Bounds, part), Values = Map(Values, part),
    };

    public override Operation Expand() => ScheduleExpansion.Of(this);
}

/// <param name="Values">One for every text.</param>
/// <param name="Else">What holds for any other text; null: nothing does.</param>
internal sealed record CasesOperation(
    Origin Origin, string Cell, Operation On, IReadOnlyList<string> Texts, IReadOnlyList<Operation> Values, Operation? Else, string? Unit)
    : SectionOperation(Origin, ValueKind.Number, Unit)
{
    public override T Accept<T>(ISectionVisitor<T> visitor) => visitor.Cases(this);

    public override Operation Map(Func<Operation, Operation> part) => this with
    {
        On = part(On), Values = Map(Values, part), Else = Else is null ? null : part(Else),
    };

    public override Operation Expand()
    {
        var write = Write;
        var none = Else ?? write.None(new Reason(CauseKind.NoCase, Cell, On.Origin.Text));
        return write.Choose(Texts.Select((text, i) => (write.Equal(On, write.Text(text)), write.Label(StepKind.Case, text, [], Values[i]))).ToList(), Else is null ? none : Otherwise(none));
    }

    /// <summary>An <c>else</c> is told with the text it stands in for, which only the facts know.</summary>
    private Operation Otherwise(Operation otherwise) => new LabelOperation(Origin, StepKind.Case, new StepText("", On), [], otherwise, true);
}

internal sealed record GridOperation(Origin Origin, string Cell, AxisOperation Rows, AxisOperation Columns, IReadOnlyList<Operation> Values, string? Unit)
    : SectionOperation(Origin, ValueKind.Number, Unit)
{
    public override T Accept<T>(ISectionVisitor<T> visitor) => visitor.Grid(this);

    public override Operation Map(Func<Operation, Operation> part) => this with
    {
        Rows = MapAxis(Rows, part), Columns = MapAxis(Columns, part), Values = Map(Values, part),
    };

    public override Operation Expand() => ScheduleExpansion.Of(this);

    private static AxisOperation MapAxis(AxisOperation axis, Func<Operation, Operation> part) => new(part(axis.On), Map(axis.Bounds, part));
}

/// <param name="Bounds">Going up.</param>
internal sealed record AxisOperation(Operation On, IReadOnlyList<Operation> Bounds);
