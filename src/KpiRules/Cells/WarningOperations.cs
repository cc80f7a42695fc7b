// The warnings with every name bound: section 9 of the ruleset format.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Formulas;
using KpiRules.Kernel;
using KpiRules.Rulesets;

namespace KpiRules.Cells;

/// <summary>The most severe condition that holds, as a number: 0 where none does.</summary>
internal sealed record SeverityLevelOperation(Origin Origin, IReadOnlyList<(WarningSeverity Severity, Operation Condition)> Conditions)
    : Operation(Origin, ValueKind.Number, Units.Plain)
{
    public override Operation Map(Func<Operation, Operation> part) => this with { Conditions = Conditions.Select(one => (one.Severity, part(one.Condition))).ToList() };
}

/// <summary>What is asked of a warning's course over the periods.</summary>
internal enum WarningQuestion
{
    /// <summary>Whether it is firing.</summary>
    IsFiring,

    /// <summary>For how many periods it has been firing; 0 where it is not.</summary>
    Periods,

    /// <summary>How severe the condition was that held last.</summary>
    LastSeverity,
}

/// <summary>A warning's course, before it is pushed down to the periods it looks at.</summary>
/// <param name="Until">Null where it ends as soon as no condition holds.</param>
/// <param name="For">How many periods in a row a condition must have held.</param>
/// <param name="Lookback">How many earlier periods it may have been firing in.</param>
internal sealed record WarningOperation(Origin Origin, WarningQuestion Question, CellOperation Level, CellOperation? Until, int For, int Lookback, ValueKind Kind)
    : Operation(Origin, Kind, null)
{
    public override Operation Map(Func<Operation, Operation> part) =>
        this with { Level = (CellOperation)part(Level), Until = Until is null ? null : (CellOperation)part(Until) };
}

/// <summary>A warning's course over the periods it looks at, the latest first.</summary>
/// <param name="Levels">The most severe condition that held in each; those of <c>For</c> − 1 periods before the lookback too.</param>
/// <param name="Untils">Whether the warning ends; empty where it ends as soon as no condition holds.</param>
/// <param name="HasBegun">Whether the subject's history had begun in each period but the current one.</param>
internal sealed record WarningCourseOperation(
    Origin Origin, WarningQuestion Question, IReadOnlyList<Operation> Levels, IReadOnlyList<Operation> Untils, IReadOnlyList<Operation> HasBegun, int For, ValueKind Kind)
    : Operation(Origin, Kind, null)
{
    public override Operation Map(Func<Operation, Operation> part) =>
        this with { Levels = Map(Levels, part), Untils = Map(Untils, part), HasBegun = Map(HasBegun, part) };
}

/// <summary><c>ok</c>, <c>pending</c>, <c>firing</c> or <c>notAvailable</c>.</summary>
internal sealed record WarningStateOperation(Origin Origin, CellOperation IsFiring, CellOperation Level) : Operation(Origin, ValueKind.Text, null)
{
    public const string Ok = "ok";
    public const string Pending = "pending";
    public const string Firing = "firing";
    public const string NotAvailable = "notAvailable";

    public override Operation Map(Func<Operation, Operation> part) =>
        this with { IsFiring = (CellOperation)part(IsFiring), Level = (CellOperation)part(Level) };
}

/// <summary>The severity's name while the warning is firing or pending.</summary>
internal sealed record WarningSeverityOperation(Origin Origin, string Warning, CellOperation IsFiring, CellOperation Level, CellOperation Last)
    : Operation(Origin, ValueKind.Text, null)
{
    public override Operation Map(Func<Operation, Operation> part) =>
        this with { IsFiring = (CellOperation)part(IsFiring), Level = (CellOperation)part(Level), Last = (CellOperation)part(Last) };
}
