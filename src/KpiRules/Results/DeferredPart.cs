// A part of what an incentive line earned that is deferred at the end of a period, as the next period's facts have it.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Evaluation;
using KpiRules.Facts;

namespace KpiRules.Results;

/// <summary>
/// A part of what an incentive line earned that is deferred at the end of a period: a record of <c>&lt;incentive&gt;.opening</c> for the
/// next one. Immutable.
/// </summary>
public sealed class DeferredPart
{
    private readonly CarriedPart _part;

    private DeferredPart(string list, string incentive, string subject, CarriedPart part) =>
        (List, Incentive, Subject, _part) = (list, incentive, subject, part);

    /// <summary>The name of the list of records, <c>&lt;incentive&gt;.opening</c>.</summary>
    public string List { get; }

    /// <summary>The incentive's id.</summary>
    public string Incentive { get; }

    /// <summary>The subject's id.</summary>
    public string Subject { get; }

    /// <summary>The period in which it was earned; null where the facts did not say so.</summary>
    public Period? Earned => _part.Earned;

    /// <summary>Which part of the release it is, from 1; null where all that is known is that there may be something.</summary>
    public int? Part => _part.Number;

    /// <summary>The first period in which it is asked for; null where it is not known.</summary>
    public Period? Due => _part.Due;

    /// <summary>The last period in which it is asked for; null where it is not known.</summary>
    public Period? Until => _part.Until;

    /// <summary>In the policy's currency, rounded; null where it is not known.</summary>
    public decimal? Amount => _part.Amount;

    /// <summary>The fields that are known, as a record of the facts has them.</summary>
    public IReadOnlyList<KeyValuePair<string, FactValue>> Fields => new (string Name, FactValue Value)[]
    {
        (Opening.Earned, Earned?.ToString()),
        (Opening.Part, Part),
        (Opening.Due, Due?.ToString()),
        (Opening.Until, Until?.ToString()),
        (Opening.Amount, Amount),
    }.Where(one => one.Value.Kind is not null).Select(one => new KeyValuePair<string, FactValue>(one.Name, one.Value)).ToList();

    internal static IReadOnlyList<DeferredPart>? At(PeriodEvaluation evaluation)
    {
        if (evaluation.Frame.Openings is not { } openings)
            return null;
        var calendar = evaluation.Frame.Calendar;
        return openings.Deferrals.After(evaluation.Sheet, evaluation.Frame).All(calendar.At(evaluation.Period.Add(1)))
            .Select(one => new DeferredPart(one.Release.Given.Name, one.Release.Line, one.Subject, one.Part)).ToList().AsReadOnly();
    }

    internal static void Add(PeriodEvaluation evaluation, DatasetBuilder builder)
    {
        if (At(evaluation) is not { } deferred)
            return;
        // a list without any says that nothing is deferred
        foreach (var release in evaluation.Sheet.Releases)
            builder.AddRecords(release.Given.Name);
        foreach (var part in deferred)
            builder.AddRecord(part.Subject, evaluation.Period.Add(1), part.List, part.Fields);
    }
}
