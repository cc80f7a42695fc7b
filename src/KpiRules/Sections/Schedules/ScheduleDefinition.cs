// A schedule as the author wrote it: a value turned into a number by rows, points, cases or a grid (section 5).
using System.Collections.Generic;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Schedules;

internal abstract record ScheduleDefinition(JsonObject Json)
{
    /// <summary>Calls the method of the visitor that is for this.</summary>
    public abstract T Accept<T>(IScheduleVisitor<T> visitor);
}

/// <summary>Tells the schedules apart: who forgets one does not build.</summary>
internal interface IScheduleVisitor<out T>
{
    T Rows(RowsDefinition rows);

    T Cases(CasesDefinition cases);

    T Grid(GridDefinition grid);
}

/// <summary>A schedule along one value.</summary>
/// <param name="On">The value it looks at; null where the place of the schedule has one of its own.</param>
/// <param name="Per">Multiplies every bound; null is 1.</param>
internal sealed record RowsDefinition(
    JsonObject Json, ScheduleForm Form, JsonString? On, NumberDefinition? Per, JsonString? Accumulate, IReadOnlyList<ScheduleRow> Rows)
    : ScheduleDefinition(Json)
{
    public override T Accept<T>(IScheduleVisitor<T> visitor) => visitor.Rows(this);
}

/// <param name="Bound">Where the row begins, or the point lies.</param>
internal sealed record ScheduleRow(JsonObject Json, NumberDefinition Bound, NumberDefinition Value);

/// <summary>A schedule by text.</summary>
/// <param name="Else">What holds for any other text; null: nothing does.</param>
internal sealed record CasesDefinition(JsonObject Json, JsonString? On, IReadOnlyList<ScheduleCase> Cases, NumberDefinition? Else)
    : ScheduleDefinition(Json)
{
    public override T Accept<T>(IScheduleVisitor<T> visitor) => visitor.Cases(this);
}

internal sealed record ScheduleCase(JsonString Text, NumberDefinition Value);

/// <summary>A schedule along two values.</summary>
internal sealed record GridDefinition(JsonObject Json, GridAxis Rows, GridAxis Columns, IReadOnlyList<IReadOnlyList<NumberDefinition>> Values)
    : ScheduleDefinition(Json)
{
    public override T Accept<T>(IScheduleVisitor<T> visitor) => visitor.Grid(this);
}

internal sealed record GridAxis(JsonString On, IReadOnlyList<NumberDefinition> From);

/// <summary>How the rows of a schedule make a number; the names are those of the JSON properties.</summary>
internal enum ScheduleForm
{
    /// <summary>The value of the row that holds <c>on</c>.</summary>
    Steps,

    /// <summary>The sum of each row's rate on the part of <c>on</c> that lies in it.</summary>
    Marginal,

    /// <summary>Straight lines between points.</summary>
    Points,
}
