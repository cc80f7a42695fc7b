// The results of one KPI for one subject.
using KpiRules.Facts;
using KpiRules.Rulesets;

namespace KpiRules.Results;

/// <summary>The results of one KPI for one subject; a view on the evaluation's columns. Immutable.</summary>
public sealed class KpiResult
{
    private readonly SubjectEvaluation _subject;

    internal KpiResult(SubjectEvaluation subject, KpiDescription kpi) => (_subject, Kpi) = (subject, kpi);

    /// <summary>Which KPI it is.</summary>
    public KpiDescription Kpi { get; }

    /// <summary>The KPI's id.</summary>
    public string Name => Kpi.Name;

    /// <summary>The value, in the KPI's unit; null when it is not available, and <see cref="Cause"/> says why.</summary>
    public decimal? Value => _subject[Name].Number;

    /// <summary>The target, in the KPI's unit; null when it has none or it is not available.</summary>
    public decimal? Target => Part("target")?.Number;

    /// <summary>How far the target is met, as a fraction: 1 is just met; null when that cannot be said.</summary>
    public decimal? Attainment => Part("attainment")?.Number;

    /// <summary>Target minus value, in the KPI's unit; null when that cannot be said.</summary>
    public decimal? Gap => Part("gap")?.Number;

    /// <summary>The score, from 0 to 100 unless the ruleset says otherwise; null when it has none or it is not available.</summary>
    public decimal? Score => Part("score")?.Number;

    /// <summary>How it stands against its target; null when it has none, or that cannot be said.</summary>
    public KpiStatus? Status => Part("status")?.Text is { } status ? EnumText<KpiStatus>.Parse(status) : null;

    /// <summary>
    /// The part of the target that is due by the as-of date, in the KPI's unit; the target itself where it does not sum; null where
    /// there is none.
    /// </summary>
    public decimal? Expected => Part("expected")?.Number;

    /// <summary>The value against <see cref="Expected"/>, as a fraction: 1 is just on pace; null when that cannot be said.</summary>
    public decimal? Pace => Part("pace")?.Number;

    /// <summary>The value at the end of the period if it goes on as so far, in the KPI's unit; null when that cannot be said.</summary>
    public decimal? Forecast => Part("forecast")?.Number;

    /// <summary>What each workday that is left must bring to meet the target, in the KPI's unit; null when that cannot be said.</summary>
    public decimal? Required => Part("required")?.Number;

    /// <summary>
    /// How the target was judged before it was used; null where the ruleset asks for no such check, or there is no target.
    /// </summary>
    public SmartResult? Smart =>
        Kpi.Definition.Smart is { } rules && Part("smart") is not null ? new SmartResult(_subject, Kpi, rules) : null;

    /// <summary>Why the value is not available; null when it is.</summary>
    public Cause? Cause => _subject[Name].Cause;

    /// <summary>
    /// One of the KPI's further results by its name behind the dot, such as <c>target</c>; null when the KPI has none of that
    /// name.
    /// </summary>
    public CellValue? Part(string name) => _subject.TryGet(Name + "." + name, out var value) ? value : null;
}
