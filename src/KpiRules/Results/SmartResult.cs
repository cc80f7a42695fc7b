// How one target of one subject was judged before it was used.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Sections.Smart;

namespace KpiRules.Results;

/// <summary>What makes a target a good one.</summary>
public enum SmartCriterion
{
    /// <summary>It is said plainly what is meant.</summary>
    Specific,

    /// <summary>It can be measured: the formula had a value the period before.</summary>
    Measurable,

    /// <summary>It lies within reach of a baseline.</summary>
    Achievable,

    /// <summary>It serves an objective, and weighs enough.</summary>
    Relevant,

    /// <summary>Its period is one of the policy's, and not too long.</summary>
    TimeBound,
}

/// <summary>How one target of one subject was judged; a view on the evaluation's columns. Immutable.</summary>
public sealed class SmartResult
{
    private readonly SubjectEvaluation _subject;

    internal SmartResult(SubjectEvaluation subject, KpiDescription kpi, KpiSmart rules)
    {
        (_subject, Kpi, Rules) = (subject, kpi, rules);
        Criteria = Enum.GetValues<SmartCriterion>().Select(criterion => new SmartCriterionResult(this, criterion)).ToList().AsReadOnly();
    }

    /// <summary>Whose target it is.</summary>
    public KpiDescription Kpi { get; }

    /// <summary>The target, in the KPI's unit; null when it is not available, and nothing is judged then.</summary>
    public decimal? Target => Part("target").Number;

    /// <summary>The subject's id.</summary>
    public string SubjectId => _subject.Subject;

    /// <summary>The period evaluated.</summary>
    public Period Period => _subject.Evaluation.Period;

    /// <summary>How many of the five criteria hold; null when none could be judged.</summary>
    public int? Holding => (int?)Part("smart").Number;

    /// <summary>The five criteria in order.</summary>
    public IReadOnlyList<SmartCriterionResult> Criteria { get; }

    /// <summary>Why the target is not judged at all, such as a waiver; null when it is.</summary>
    public Cause? Cause => Part("smart").Cause;

    /// <summary>Why the ruleset waives the check; null where it does not.</summary>
    public LocalizedText? Waiver => Rules.Waiver;

    /// <summary>
    /// One of the KPI's results by its name behind the dot, such as <c>target</c>, <c>smart</c> or <c>smart.achievable</c>.
    /// </summary>
    public CellValue Part(string name) => _subject[Kpi.Name + "." + name];

    internal SubjectEvaluation Subject => _subject;

    internal KpiSmart Rules { get; }
}

/// <summary>How a target fared by one criterion. Immutable.</summary>
public sealed class SmartCriterionResult
{
    private readonly SmartResult _smart;

    internal SmartCriterionResult(SmartResult smart, SmartCriterion criterion) => (_smart, Criterion) = (smart, criterion);

    /// <summary>Which criterion it is.</summary>
    public SmartCriterion Criterion { get; }

    /// <summary>Its name as results have it, such as <c>timeBound</c>.</summary>
    public string Name => EnumText<SmartCriterion>.Of(Criterion);

    /// <summary>Whether it holds; null when it is not asked for, or the facts do not allow a judgement.</summary>
    public bool? Holds => Value.Boolean;

    /// <summary>Why it was not judged; null when it was.</summary>
    public Cause? Cause => Value.Cause;

    /// <summary>Whether it is the same for every subject and period, being about the ruleset alone.</summary>
    public bool IsOfRuleset => SmartMessage.IsOfRuleset(_smart, Criterion);

    /// <summary>What is missing, or by how much the target misses, with the figures; what it fulfils where it holds.</summary>
    /// <param name="language"><c>zh</c> for Chinese; anything else is English.</param>
    public string Message(string language) =>
        Holds is { } holds ? new SmartMessage(_smart, language).Of(Criterion, holds) : Cause!.Explain(language);

    private CellValue Value => _smart.Part("smart." + Name);
}
