// The forms of schedules.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Rulesets.Shapes;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Schedules;

/// <summary>How a form is written and read.</summary>
internal sealed record WrittenForm(Shape Shape, Func<ObjectReader, ScheduleDefinition?> Read)
{
    /// <summary>What tells it.</summary>
    public Property Property => Shape.Form!;
}

internal static class ScheduleForms
{
    public static IReadOnlyList<WrittenForm> All { get; } =
    [
        RowsShape.Steps.Written, RowsShape.Marginal.Written, RowsShape.Points.Written, CasesShape.Written, GridShape.Written,
        BlocksShape.Written,
    ];

    /// <summary>What a schedule of whatever form may have, to be told apart from what none has.</summary>
    public static Shape AnyForm { get; } = new(
        "anyForm",
        ScheduleProperties.What,
        All.SelectMany(form => form.Shape.Properties).Select(property => property.Name).Distinct()
            .Select(name => new Property<JsonValue>(name, new AnyType(), "", "")).ToArray<Property>());
}
