// Takes the facts that a target looks at, gives the periods whose targets make up that of a longer one for a subject.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;

namespace KpiRules.Evaluation;

/// <summary>What a formula looks at, directly or through others, in whatever period.</summary>
/// <param name="LooksAtHistory">Whether who has facts in a period, and which, makes a difference.</param>
internal sealed record FactsLookedAt(
    IReadOnlyList<FactDefinition> Measures,
    IReadOnlyList<FactDefinition> Attributes,
    IReadOnlyList<RecordDefinition> Lists,
    bool LooksAtHistory);

internal sealed class TargetFacts(FactsLookedAt lookedAt, FactHistory history)
{
    private readonly Dictionary<Period, IReadOnlyList<IReadOnlyList<PeriodFacts>>> _parts = [];

    /// <summary>What decides: measures and records; attributes where it looks at neither.</summary>
    private readonly IReadOnlyList<FactDefinition> _deciding =
        lookedAt.Measures.Count + lookedAt.Lists.Count > 0 ? lookedAt.Measures : lookedAt.Attributes;

    public bool LooksAtHistory => lookedAt.LooksAtHistory;

    /// <summary>
    /// The longest shorter periods that give the subject anything the target looks at, else the policy's own. Null where the
    /// longer period gives it itself, or is the only one to say anything about the subject: then the target is worked out on that.
    /// </summary>
    public IReadOnlyList<PeriodFacts>? PartsOf(PeriodFacts facts, int row)
    {
        if (Gives(facts, row))
            return null;
        var parts = ByKind(facts);
        var ofThePolicy = parts[parts.Count - 1];
        if (parts.FirstOrDefault(kind => kind.Any(part => Gives(part, row))) is { } given)
            return given;
        return LooksAtHistory && facts.HasOwn(row) && !ofThePolicy.Any(part => part.Has(row)) ? null : ofThePolicy;
    }

    /// <summary>The shorter periods by kind, the longest first and the policy's own last.</summary>
    private IReadOnlyList<IReadOnlyList<PeriodFacts>> ByKind(PeriodFacts facts)
    {
        if (!_parts.TryGetValue(facts.Period, out var parts))
        {
            var own = history.Calendar.PolicyPeriods(facts.Period).Select(history.At).ToArray();
            _parts.Add(facts.Period, parts = facts.Parts.Where(kind => kind[0].Period.Kind > own[0].Period.Kind).Append(own).ToArray());
        }

        return parts;
    }

    private bool Gives(PeriodFacts facts, int row) =>
        _deciding.Any(fact => facts.WasGiven(row, fact)) || lookedAt.Lists.Any(list => RecordsIn(list, facts.Period, row) > 0);

    private int RecordsIn(RecordDefinition list, Period period, int row) =>
        history.Dataset.RecordsOf(list.Name, period).RangeOf(history.Subjects[row]).Count;
}
