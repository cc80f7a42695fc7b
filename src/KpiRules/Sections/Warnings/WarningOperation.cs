// A warning before it is said which periods it looks at.
using System;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Sections.Warnings;

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
internal sealed record WarningOperation(
    Origin Origin, WarningQuestion Question, CellOperation Level, CellOperation? Until, int For, int Lookback, ValueKind Kind)
    : SectionReachOperation(Origin, Kind, Unit.Unknown)
{
    public override Combining Combining => Combining.Never("combine.other");

    /// <summary>For how long it has been firing is known as far as anything is.</summary>
    public override bool NeedsEarlier => For > 1 || Until is not null;

    public override Operation Map(Func<Operation, Operation> part) =>
        this with { Level = (CellOperation)part(Level), Until = Until is null ? null : (CellOperation)part(Until) };

    public override int GetHashCode() => HashOfPartsAnd((Question, For, Lookback));

    public override Operation PushDown(IPushDown pushDown, Lag lag)
    {
        // without 'until' it fires only while a condition holds, and how it went earlier says nothing but for how long
        var reach = Until is null && Question != WarningQuestion.Periods ? 0 : Lookback;
        var levels = Enumerable.Range(0, reach + For).Select(back => pushDown.Earlier(lag.Back(back), Level)).ToArray();
        var untils = Until is null ? [] : Enumerable.Range(0, reach + 1).Select(back => pushDown.Earlier(lag.Back(back), Until)).ToArray();
        var hasBegun = Enumerable.Range(1, levels.Length - 1).Select(back => (Operation)HasBegun(lag.Back(back))).ToArray();
        return new WarningCourseOperation(Origin, Question, levels, untils, hasBegun, For, Kind);
    }

    private InputOperation HasBegun(Lag lag) => new(Origin, Input.HasBegun(lag), ValueKind.Boolean, Unit.Unknown);
}
