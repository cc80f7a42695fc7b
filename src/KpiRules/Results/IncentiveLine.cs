// What has become of one incentive for one subject.
using System.Collections.Generic;
using KpiRules.Facts;
using KpiRules.Rulesets;
using KpiRules.Sections.Incentives;

namespace KpiRules.Results;

/// <summary>What has become of one incentive for one subject; a view on the evaluation's columns. Immutable.</summary>
public sealed class IncentiveLine
{
    private readonly SubjectEvaluation _subject;

    internal IncentiveLine(SubjectEvaluation subject, IncentiveDescription incentive) => (_subject, Incentive) = (subject, incentive);

    /// <summary>Which incentive it is.</summary>
    public IncentiveDescription Incentive { get; }

    /// <summary>The incentive's id.</summary>
    public string Name => Incentive.Name;

    /// <summary>The amount in the policy's currency, rounded; null when there is no line or it is held.</summary>
    public decimal? Amount => _subject[Name].Number;

    /// <summary>What has become of it.</summary>
    public LineState State => EnumText<LineState>.Parse(_subject[LineStateOperation.CellOf(Name)].Text!);

    /// <summary>Why there is no amount; null when there is one.</summary>
    public Cause? Cause => _subject[Name].Cause;

    /// <summary>
    /// Every part of what the line earned, in this period or before it, that was not yet due or forfeited when the period began, and what
    /// becomes of it: in the order in which they were earned. Empty for an incentive without a release.
    /// </summary>
    public IReadOnlyList<ReleasedPart> Parts => ReleasedPart.Of(_subject, Name);

    /// <summary>
    /// One of the line's further results by its name behind the dot, such as <c>basis</c>, <c>rate</c>, <c>gate</c> or
    /// <c>closing</c>, or <c>due</c> of one with a release; null when the line has none of that name.
    /// </summary>
    public CellValue? Part(string name) => _subject.TryGet(Name + "." + name, out var value) ? value : null;
}
