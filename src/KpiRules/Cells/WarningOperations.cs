// The warnings with every name bound: section 9 of the ruleset format.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Rulesets;

namespace KpiRules.Cells;

/// <summary>The most severe condition known to hold, as a number: 0 where none does; not available where one may.</summary>
/// <param name="Conditions">The most severe first.</param>
internal sealed record SeverityLevelOperation(Origin Origin, IReadOnlyList<(WarningSeverity Severity, Operation Condition)> Conditions)
    : SectionOperation(Origin, ValueKind.Number, Units.Plain)
{
    public override T Accept<T>(ISectionVisitor<T> visitor) => visitor.SeverityLevel(this);

    public override Operation Map(Func<Operation, Operation> part) => this with { Conditions = Conditions.Select(one => (one.Severity, part(one.Condition))).ToList() };

    public override Operation Expand()
    {
        var write = Write;
        return write.Choose(
            Conditions.Select(one => (write.Default(one.Condition, write.Boolean(false)), write.Number((int)one.Severity))).ToList(),
            write.Where(Conditions.Select(one => one.Condition).ToList(), write.Number(0)));
    }
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
    : SectionReachOperation(Origin, Kind, null)
{
    public override T Accept<T>(ISectionReachVisitor<T> visitor) => visitor.Warning(this);

    public override Operation Map(Func<Operation, Operation> part) =>
        this with { Level = (CellOperation)part(Level), Until = Until is null ? null : (CellOperation)part(Until) };
}

/// <summary><c>ok</c>, <c>pending</c>, <c>firing</c> or <c>notAvailable</c>.</summary>
internal sealed record WarningStateOperation(Origin Origin, CellOperation IsFiring, CellOperation Level) : SectionOperation(Origin, ValueKind.Text, null)
{
    public const string Ok = "ok";
    public const string Pending = "pending";
    public const string Firing = "firing";
    public const string NotAvailable = "notAvailable";

    public override T Accept<T>(ISectionVisitor<T> visitor) => visitor.WarningState(this);

    public override Operation Map(Func<Operation, Operation> part) =>
        this with { IsFiring = (CellOperation)part(IsFiring), Level = (CellOperation)part(Level) };

    public override Operation Expand() => Write.Choose(
        [
            (Write.Not(Write.Available(IsFiring)), Write.Text(NotAvailable)),
            (IsFiring, Write.Text(Firing)),
            (Write.Not(Write.Available(Level)), Write.Text(NotAvailable)),
            (Write.Greater(Level, Write.Number(0)), Write.Text(Pending)),
        ],
        Write.Text(Ok));
}

/// <summary>The severity's name while the warning is firing or pending.</summary>
internal sealed record WarningSeverityOperation(Origin Origin, string Warning, CellOperation IsFiring, CellOperation Level, CellOperation Last)
    : SectionOperation(Origin, ValueKind.Text, null)
{
    public override T Accept<T>(ISectionVisitor<T> visitor) => visitor.WarningSeverity(this);

    public override Operation Map(Func<Operation, Operation> part) =>
        this with { IsFiring = (CellOperation)part(IsFiring), Level = (CellOperation)part(Level), Last = (CellOperation)part(Last) };

    public override Operation Expand()
    {
        var severity = Write.If(IsFiring, Last, Level);
        return Write.Choose(
            [
                (Write.Equal(severity, Of(WarningSeverity.Critical)), Write.Text("critical")),
                (Write.Equal(severity, Of(WarningSeverity.Warning)), Write.Text("warning")),
                (Write.Equal(severity, Of(WarningSeverity.Info)), Write.Text("info")),
            ],
            Write.None(new Reason(CauseKind.NotFiring, Warning), ValueKind.Text));
    }

    private Operation Of(WarningSeverity severity) => Write.Number((int)severity);
}
